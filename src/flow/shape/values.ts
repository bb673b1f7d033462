import { z } from 'zod';
import type { ErrorCode } from '../findings/catalogue.js';
import { isName, namePattern, nameRule } from '../names.js';
import { durationPattern, durationRule, parseDuration } from '../duration.js';
import type { JsonSchema } from '../schema/json-schema.js';

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

/** For editors: exactly what may be written where the schema itself takes more, to explain a mistake better. */
export function writtenAs(exactly: JsonSchema): { readonly writtenAs: JsonSchema } {
  return { writtenAs: exactly };
}

/** For editors: a text of this form, and the rule that it follows. */
export function writtenLike(pattern: string, rule: string): { readonly writtenAs: JsonSchema } {
  return writtenAs({ type: 'string', pattern, patternErrorMessage: rule });
}

/** What is read by schemas of its own, so that a mistake in it hides no other. */
export type Part =
  'step' | 'condition' | 'trigger' | 'test' | 'chat_line' | 'expectations' | 'question' | WorkspacePart;

export type WorkspacePart =
  | 'account'
  | 'topic'
  | 'template'
  | 'team'
  | 'link'
  | 'booking'
  | 'lookup'
  | 'coupon'
  | 'escalation'
  | 'hours'
  | 'texts';

export function part(what: Part): z.ZodUnknown {
  return z.unknown().meta({ part: what });
}

/** A mapping whose keys are names of the author's own. */
export function byName<T extends z.ZodType>(schema: T) {
  return z.record(z.string().meta(writtenLike(namePattern, nameRule)), schema);
}

/** A text with something in it; white space around it is no part of it. */
export const text = z
  .string()
  .transform((value, context) => {
    const trimmed = value.trim();
    return trimmed === '' ? refuse(context, { code: 'empty-text', message: 'This text is empty.' }) : trimmed;
  })
  .meta(writtenLike('\\S', 'This text is empty.'));

/** A name that other lines refer to. */
export const name = z
  .string()
  .transform((value, context) =>
    isName(value)
      ? value
      : refuse(context, { code: 'bad-name', message: `"${value}" cannot be a name.`, hint: nameRule }),
  )
  .meta(writtenLike(namePattern, nameRule));

export const languagePattern = '^[a-z]{2,3}$';
export const languageRule = 'Write two letters, such as en or de.';

const languageForm = new RegExp(languagePattern, 'u');

/** `en`, `de`. */
export const languageCode = z
  .string()
  .transform((value, context) =>
    languageForm.test(value)
      ? value
      : refuse(context, {
          code: 'unknown-language',
          message: `"${value}" is not a language code.`,
          hint: languageRule,
        }),
  )
  .meta(writtenLike(languagePattern, languageRule));

/** `30m`, `20h`, `2d`; milliseconds afterwards. */
export const duration = z
  .union([z.string(), z.number()])
  .transform((value, context) => {
    const milliseconds = parseDuration(String(value));
    const message = `"${value}" is not a length of time.`;
    return milliseconds ?? refuse(context, { code: 'bad-duration', message, hint: durationRule });
  })
  .meta(writtenLike(durationPattern, durationRule));

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
export const steps = z.union([z.literal('end'), z.array(part('step'))]);
