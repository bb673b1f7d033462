import { z } from 'zod';
import { isSchema, refTo } from './json-schema.js';
import type { JsonSchema } from './json-schema.js';
import { mergeAlternatives } from './merge-alternatives.js';

/**
 * What a schema of the reader takes, as a JSON Schema. Where it takes more than the language allows, so that a mistake is
 * explained better, it says by `writtenAs` what may really stand there; where it leaves a part to a schema of its own, by
 * `part` which one. Throws where neither is said, so that nothing is published that lets anything pass.
 */
export function schemaFromZod(schema: z.ZodType): JsonSchema {
  const { $schema: _draft, ...json } = z.toJSONSchema(schema, { io: 'input', target: 'draft-07' });
  return sayExactly(json, '');
}

/** @param at Where in the whole this stands. */
function sayExactly(json: JsonSchema, at: string): JsonSchema {
  const { part, writtenAs, description, ...rest } = json;
  const described = description === undefined ? {} : { description };
  if (typeof part === 'string') return { ...refTo(part), ...described };
  if (isSchema(writtenAs)) return { ...writtenAs, ...described };
  if (Object.keys(rest).length === 0) {
    throw new TypeError(`The schema lets anything pass at ${at}: name the part that is read there.`);
  }
  const inner = Object.entries(rest).map(
    ([key, value]) => [key, sayInside(key, value, `${at}/${key}`)] as const,
  );
  return mergeAlternatives({ ...Object.fromEntries(inner), ...described });
}

function sayInside(key: string, value: unknown, at: string): unknown {
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) => (isSchema(one) ? sayExactly(one, `${at}/${index}`) : one));
  }
  if (!isSchema(value)) return value;
  if (key !== 'properties') return sayExactly(value, at);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      isSchema(one) ? sayExactly(one, `${at}/${name}`) : one,
    ]),
  );
}
