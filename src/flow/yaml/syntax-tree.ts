import { Parser } from 'yaml';
import type { CST } from 'yaml';

export type SyntaxToken = CST.Token;

/** A key with its value, or an item of a list, as yaml's syntax tree holds it. */
export interface Slot {
  readonly start: readonly CST.SourceToken[];
  readonly key: CST.Token | null;
  readonly sep: readonly CST.SourceToken[];
  readonly value: CST.Token | null;
  /** Between `[ ]` or `{ }`, where a text ends at a comma. */
  readonly inFlow: boolean;
  readonly depth: number;
}

/** Reads without recursion, so no nesting is too deep for it. */
export function parseSyntax(text: string): readonly SyntaxToken[] {
  return [...new Parser().parse(text)];
}

export function documentsOf(tokens: readonly SyntaxToken[]): readonly CST.Document[] {
  return tokens.filter((token) => token.type === 'document');
}

/**
 * Every slot of the tree, in the order of the file. Walks with a stack of its own: what it walks may be nested deeper
 * than calls can be.
 *
 * @param skip Slots into which the walk does not go.
 */
export function* slotsOf(
  tokens: readonly SyntaxToken[],
  skip: (slot: Slot) => boolean = () => false,
): Generator<Slot> {
  const pending: Slot[] = documentsOf(tokens).map(rootSlot).reverse();
  for (let slot = pending.pop(); slot !== undefined; slot = pending.pop()) {
    yield slot;
    if (!skip(slot)) pushInner(pending, slot);
  }
}

function rootSlot(document: CST.Document): Slot {
  return {
    start: document.start,
    key: null,
    sep: [],
    value: document.value ?? null,
    inFlow: false,
    depth: 1,
  };
}

/** The last goes in first, so that the first comes out first. */
function pushInner(pending: Slot[], { key, value, depth }: Slot): void {
  for (const token of [value, key]) {
    if (token === null || !('items' in token)) continue;
    const inFlow = token.type === 'flow-collection';
    for (const { start, key: itemKey = null, sep = [], value: itemValue = null } of [
      ...token.items,
    ].reverse()) {
      pending.push({ start, key: itemKey, sep, value: itemValue, inFlow, depth: depth + 1 });
    }
  }
}
