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

export const person = text(100).describe('Who does this, as others shall see it.');

export const id = text(300);

const limitRule = 'must be a whole number from 1 to 100';

/** How listings are read page by page. */
export const paging = {
  cursor: text(500).optional().describe('`next` of the page before.'),
  limit: z.coerce
    .number(limitRule)
    .int(limitRule)
    .min(1, limitRule)
    .max(100, limitRule)
    .default(50)
    .describe('How many items at most.'),
};

/** Reads what {@link paging} took as the store's page. */
export function toPage({ cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number }): {
  readonly after: string | null;
  readonly limit: number;
} {
  return { after: cursor ?? null, limit };
}

/** A moment in an answer: ISO 8601, UTC. */
export const moment = z.iso.datetime();

export function showMoment(at: number): string {
  return new Date(at).toISOString();
}

export function showMomentOrNull(at: number | null): string | null {
  return at === null ? null : showMoment(at);
}

/** A page of a listing. */
export function listingOf<T extends z.ZodType>(
  item: T,
): z.ZodObject<{ items: z.ZodArray<T>; next: z.ZodNullable<z.ZodString> }> {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
