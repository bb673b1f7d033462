import { quoteText } from '../yaml/quote.js';
import type { ScalarNode, SourceNode } from '../yaml/source-node.js';

const kindWords: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  number: 'a number',
  boolean: 'true or false',
  null: 'nothing',
};

/** What a value is, as an author would call it. */
export function describeNode(node: SourceNode): string {
  if (node.kind !== 'scalar') return node.kind === 'list' ? 'a list' : 'a mapping';
  if (node.value === null) return node.raw === '' ? 'nothing' : `"${node.raw}", which YAML reads as nothing`;
  return typeof node.value === 'string' ? 'a text' : `${kindWords[typeof node.value] ?? ''} (${node.raw})`;
}

/** `a text or a list`; words that zod does not use for kinds are values that are meant literally. */
export function describeExpected(expected: readonly string[]): string {
  return expected.map((kind) => kindWords[kind] ?? quoteText(kind)).join(' or ');
}

/** How to write what stands here where a text is expected; null where that cannot be guessed. */
export function adviceToQuote(node: SourceNode): string | null {
  switch (node.kind) {
    case 'scalar':
      return isTakenForOther(node) ? `Put it in quotes: ${quoteText(node.raw)}` : null;
    case 'map':
      return colonAdvice([...node.entries.keys()]);
    case 'list':
      return 'If the brackets, commas or dashes belong to a text, put the whole of it in quotes.';
  }
}

/** Numbers, true, false, null and ~ are words to an author and something else to YAML. */
export function isTakenForOther(node: SourceNode): node is ScalarNode {
  return node.kind === 'scalar' && typeof node.value !== 'string' && node.raw !== '';
}

function colonAdvice(keys: readonly string[]): string | null {
  const [key, second] = keys;
  return key === undefined || second !== undefined
    ? null
    : `If "${key}: …" is a text, put the whole of it in quotes.`;
}
