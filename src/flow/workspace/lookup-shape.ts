import { z } from 'zod';
import { duration, mapping, name, oneOrMore, refuse, text } from '../shape/values.js';
import { parseResultPath, resultPathRule } from './result-path.js';

const resultPath = z.string().transform((value, context) => {
  const message = `"${value}" does not lead to a value.`;
  return parseResultPath(value) ?? refuse(context, { code: 'bad-path', message, hint: resultPathRule });
});

const status = z.number().transform((value, context) =>
  Number.isInteger(value) && value >= 400 && value <= 499
    ? value
    : refuse(context, {
        code: 'bad-number',
        message: 'A status that means "not found" lies from 400 to 499.',
      }),
);

/** What a look-up looks like in workspace.yaml. */
export const lookupShape = mapping({
  url: text,
  method: z.enum(['GET', 'POST']).optional(),
  headers: z.record(z.string(), text).optional(),
  body: z.json().optional(),
  takes: oneOrMore(name).optional(),
  timeout: duration.optional(),
  cache: duration.optional(),
  result: z.record(z.string(), resultPath),
  not_found: oneOrMore(status).optional(),
});

export type WrittenLookup = z.output<typeof lookupShape>;
