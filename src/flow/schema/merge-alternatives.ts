import { isSchema } from './json-schema.js';
import type { JsonSchema } from './json-schema.js';

/**
 * Alternatives of different types in one schema, as far as that says the same: `pattern` speaks of texts only, `items`
 * of lists only. An editor then shows a mistake where it is, not that none of the alternatives fits the whole.
 */
export function mergeAlternatives(schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf)) return schema;
  const alternatives = anyOf.filter(isSchema).map(withoutDescription).flatMap(flatten);
  const types = alternatives.map(({ type }) => type);
  const areApart = alternatives.every(speaksOfItsTypeOnly) && new Set(types).size === types.length;
  if (!areApart) return schema;
  const closed = alternatives.some(isClosedSet);
  const parts = alternatives.filter((one) => !isClosedSet(one)).map(({ type: _, ...part }) => part);
  return {
    ...Object.fromEntries(parts.flatMap((one) => Object.entries(one))),
    ...rest,
    type: types,
    ...(closed && { anyOf: alternatives.map((one) => (isClosedSet(one) ? one : { type: one['type'] })) }),
  };
}

/** One that was merged already is taken apart again. */
function flatten(alternative: JsonSchema): readonly JsonSchema[] {
  const { type, anyOf, ...rest } = alternative;
  if (Array.isArray(anyOf)) {
    return anyOf
      .filter(isSchema)
      .map((one) => (isClosedSet(one) ? one : { ...one, ...onlyFor(one['type'], rest) }));
  }
  return Array.isArray(type)
    ? type.map((one: unknown) => ({ type: one, ...onlyFor(one, rest) }))
    : [alternative];
}

const keywordsOf: Readonly<Record<string, readonly string[]>> = {
  string: ['pattern', 'patternErrorMessage', 'minLength', 'maxLength', 'format'],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  object: [
    'properties',
    'required',
    'additionalProperties',
    'patternProperties',
    'propertyNames',
    'minProperties',
    'maxProperties',
  ],
  number: ['minimum', 'maximum'],
  integer: ['minimum', 'maximum'],
};

function speaksOfItsTypeOnly(alternative: JsonSchema): boolean {
  const { type, ...rest } = alternative;
  if (typeof type !== 'string') return false;
  const keywords = keywordsOf[type] ?? [];
  return isClosedSet(alternative) || Object.keys(rest).every((key) => keywords.includes(key));
}

function onlyFor(type: unknown, schema: JsonSchema): JsonSchema {
  const keywords = keywordsOf[String(type)] ?? [];
  return Object.fromEntries(Object.entries(schema).filter(([key]) => keywords.includes(key)));
}

/** `enum` and `const` speak of values of every type. */
function isClosedSet(schema: JsonSchema): boolean {
  return 'enum' in schema || 'const' in schema;
}

function withoutDescription({ description: _, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
