import { z } from 'zod';
import type { ErrorCode } from '../findings/catalogue.js';
import { isName, nameRule } from '../names.js';
import { durationRule, parseDuration } from '../duration.js';

/** What a schema says of a value that has the right type and is wrong all the same. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string | null;
  readonly allowed?: readonly string[];
}

/** Refuses a value from within a `transform`. */
export function refuse(context: z.RefinementCtx, { message, ...params }: Refusal): never {
  context.addIssue({ code: 'custom', message, params });
  return z.NEVER;
}

/**
 * A mapping with these keys and no others. The message of an unknown key is the list of those that are known, for
 * `flattenIssues` to pick up: zod itself does not tell.
 */
export function mapping<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape).join(',');
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? known : undefined),
  });
}

/** A text with something in it; white space around it is no part of it. */
export const text = z.string().transform((value, context) => {
  const trimmed = value.trim();
  return trimmed === '' ? refuse(context, { code: 'empty-text', message: 'This text is empty.' }) : trimmed;
});

/** A name that other lines refer to. */
export const name = z
  .string()
  .transform((value, context) =>
    isName(value)
      ? value
      : refuse(context, { code: 'bad-name', message: `"${value}" cannot be a name.`, hint: nameRule }),
  );

/** `en`, `de`. */
export const languageCode = z.string().transform((value, context) =>
  /^[a-z]{2,3}$/u.test(value)
    ? value
    : refuse(context, {
        code: 'unknown-language',
        message: `"${value}" is not a language code.`,
        hint: 'Write two letters, such as en or de.',
      }),
);

/** `30m`, `20h`, `2d`; milliseconds afterwards. */
export const duration = z.union([z.string(), z.number()]).transform((value, context) => {
  const milliseconds = parseDuration(String(value));
  const message = `"${value}" is not a length of time.`;
  return milliseconds ?? refuse(context, { code: 'bad-duration', message, hint: durationRule });
});

/** `yes` and `no` as authors write them, `true` and `false` as YAML does. */
export const yesOrNo = z
  .union([z.boolean(), z.enum(['yes', 'no'])])
  .transform((value) => value === true || value === 'yes');

/** One value, or a list of at least one; a list afterwards. */
export function oneOrMore<T extends z.ZodType>(schema: T) {
  return z
    .union([schema, z.array(schema).min(1)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[]);
}

/** Steps inside a step, each to be read by its own verb; `end` alone may stand without a list. */
export const steps = z.union([z.literal('end'), z.array(z.unknown())]);
