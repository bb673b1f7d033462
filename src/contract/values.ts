import { z } from 'zod';

/** A text of 1 to `most` characters, spaces around it cut off. */
export function text(most: number): z.ZodString {
  const rule = `must be a text of 1 to ${most} characters`;
  return z.string(rule).trim().min(1, rule).max(most, rule);
}

export function oneOf<const T extends readonly string[]>(values: T): z.ZodEnum<{ [K in T[number]]: K }> {
  return z.enum(values, `must be one of ${values.join(', ')}`);
}

/** Made by the caller, the same when a request is repeated: it then has its effect once. */
export const requestId = text(100).describe(
  'Made by you, the same when you repeat the request, so that it has its effect once.',
);

export const id = text(300);

/** Of a request that names nothing. */
export const nothing = z.strictObject({});

/** What is answered where there is nothing to say but that it was done. */
export const doneAnswer = z.object({ done: z.literal(true) }).meta({ id: 'Done' });

function limitRule(most: number): string {
  return `must be a whole number from 1 to ${most}`;
}

/** How a listing is read page by page, at most so many at a time. */
export function pagingUpTo(most: number, usual: number) {
  const rule = limitRule(most);
  return {
    cursor: text(500).optional().describe('`next` of the page before.'),
    limit: z.coerce
      .number(rule)
      .int(rule)
      .min(1, rule)
      .max(most, rule)
      .default(usual)
      .describe('How many items at most.'),
  };
}

export const paging = pagingUpTo(100, 50);

/** A moment in an answer: ISO 8601, UTC. */
export const moment = z.iso.datetime();

/** A moment in a question: ISO 8601, with its zone. */
export const givenMoment = z.iso
  .datetime({ offset: true, error: 'must be a moment with its zone, such as 2026-03-01T09:00:00Z' })
  .transform((written) => Date.parse(written));

/** A page of a listing. */
export function listingOf<T extends z.ZodType>(
  item: T,
): z.ZodObject<{ items: z.ZodArray<T>; next: z.ZodNullable<z.ZodString> }> {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** Someone of the team, as others are told of them. */
export const colleagueAnswer = z
  .object({
    id: z.string().nullable().describe('Null: a program, or somebody who is no user any more.'),
    name: z.string(),
  })
  .meta({ id: 'Colleague' });
