import { hashText } from './hash-text.js';

/** One way of a split, and its share beside the others. */
export interface WeightedWay {
  readonly name: string;
  /** Above zero. */
  readonly weight: number;
}

const hashes = 2 ** 32;

/**
 * The way of someone through a split: by chance over all contacts, always the same for one of them as long as ways and
 * weights are. Null where there is no way at all.
 */
export function drawWay(contactId: string, split: string, ways: readonly WeightedWay[]): string | null {
  const total = ways.reduce((sum, { weight }) => sum + weight, 0);
  let left = (hashText(`${split}\n${contactId}`) / hashes) * total;
  for (const { name, weight } of ways) {
    if (left < weight) return name;
    left -= weight;
  }
  return ways.at(-1)?.name ?? null;
}
