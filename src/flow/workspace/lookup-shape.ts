import { z } from 'zod';
import type { JsonValue } from '../../core/lookup.js';
import { byName, duration, mapping, name, oneOrMore, refuse, text, writtenAs } from '../shape/values.js';
import { wholeNumber } from '../shape/whole-number.js';
import { parseResultPath, resultPathRule } from './result-path.js';

const resultPath = z
  .string()
  .transform((value, context) => {
    const message = `"${value}" does not lead to a value.`;
    return parseResultPath(value) ?? refuse(context, { code: 'bad-path', message, hint: resultPathRule });
  })
  .describe(resultPathRule);

const [lowestStatus, highestStatus] = [400, 499];

const status = wholeNumber({
  from: lowestStatus,
  to: highestStatus,
  message: `A status that means "not found" lies from ${lowestStatus} to ${highestStatus}.`,
});

const jsonRule = 'What is sent is JSON: texts, numbers, yes or no, lists and mappings of them.';

const jsonValue = z
  .unknown()
  .transform((value, context): JsonValue => {
    const read = z.json().safeParse(value);
    if (read.success) return read.data;
    return refuse(context, { code: 'wrong-type', message: 'This cannot be sent.', hint: jsonRule });
  })
  .meta(writtenAs({ type: ['object', 'array', 'string', 'number', 'boolean'] }));

/** What a look-up looks like in workspace.yaml. */
export const lookupShape = mapping({
  url: text.describe('Its address in full; {{input.name}} may stand in its path and its query.'),
  method: z.enum(['GET', 'POST']).describe('POST where it does something (GET).').optional(),
  headers: z
    .record(z.string(), text)
    .describe('What it sends along; secrets by their names in the environment: Bearer $SHOP_TOKEN.')
    .optional(),
  body: jsonValue.describe('What a POST sends as JSON; {{input.name}} may stand in its texts.').optional(),
  takes: oneOrMore(name).describe('What it must be told, by name.').optional(),
  timeout: duration.describe('How long its answer may take: 30s at the most (4s).').optional(),
  cache: duration
    .describe('How long an answer may be given again without asking: 1d at the most. None: never.')
    .optional(),
  result: byName(resultPath).describe(
    'What is taken from the answer, by the names under which flows read it, and the way to it in the document.',
  ),
  not_found: oneOrMore(status).describe('HTTP statuses that mean: there is no such thing (404).').optional(),
});

export type WrittenLookup = z.output<typeof lookupShape>;
