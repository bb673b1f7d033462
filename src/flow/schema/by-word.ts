import { isSchema, refTo } from './json-schema.js';
import type { JsonSchema } from './json-schema.js';

/** One way to write an item: the word that it begins with, and what stands under it. */
export interface Way {
  readonly word: string;
  /** All keys that it takes as its own; another way's word may be among them. */
  readonly keys: readonly string[];
  readonly schema: JsonSchema;
}

interface Words {
  /** What all of them are called, such as `step`. */
  readonly what: string;
  /** What is said of an item that begins with none of the words. */
  readonly rule: string;
  /** A word that may stand without a colon. */
  readonly bareWord?: string;
}

/**
 * Definitions for items that are told apart by their word: each is held to the schema of its own way alone, so that a
 * mistake is shown at its place. An item with none of the words is offered all of them.
 */
export function byWord(ways: readonly Way[], { what, rule, bareWord }: Words): JsonSchema {
  const nameOf = ({ word }: Way): string => `${what}_${word}`;
  const none: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(ways.map((way) => [way.word, offer(way, way.word === bareWord)])),
    additionalProperties: false,
    minProperties: 1,
    errorMessage: rule,
  };
  const chain = inOrder(ways).reduceRight<JsonSchema>(
    (otherwise, way) => ({
      if: { type: 'object', required: [way.word] },
      then: refTo(nameOf(way)),
      else: otherwise,
    }),
    none,
  );
  const bare = { if: { type: 'string' }, then: { enum: [bareWord], errorMessage: rule }, else: chain };
  return {
    [what]: bareWord === undefined ? chain : bare,
    ...Object.fromEntries(ways.map((way) => [nameOf(way), { title: way.word, ...way.schema }])),
  };
}

/** The word as an editor offers it: with its colon and the place for its value, unless it stands bare. */
function offer({ word, schema }: Way, isBare: boolean): JsonSchema {
  const { properties } = schema;
  const own = isSchema(properties) ? properties[word] : undefined;
  if (!isSchema(own) || !isBare) return isSchema(own) ? own : {};
  const { description, markdownDescription } = own;
  return { description, markdownDescription };
}

/** A way that has another's word among its keys is asked first: `book` takes a `say`. */
function inOrder(ways: readonly Way[]): readonly Way[] {
  const owns = ({ word, keys }: Way) =>
    ways.some((other) => other.word !== word && keys.includes(other.word));
  return [...ways.filter(owns), ...ways.filter((way) => !owns(way))];
}
