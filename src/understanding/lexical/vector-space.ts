import type { NGrams } from './n-grams.js';

/** A text as a point: features by number, ascending within words and within letters, of length 1 or less. */
export interface Vector {
  readonly features: Int32Array;
  readonly weights: Float32Array;
}

interface Block {
  readonly ids: ReadonlyMap<string, number>;
  /** By feature: how rare it is. */
  readonly rarities: readonly number[];
  /** Number of its first feature. */
  readonly first: number;
  /** Of a feature that no text of the space has. */
  readonly unknownRarity: number;
}

/**
 * Texts as TF-IDF vectors over words and letters, each half as important as the whole. Made once from the texts that are
 * to be told apart.
 *
 * What a text says that no text of the space says shortens its vector: who asks for something else in a familiar wording
 * is further away.
 */
export class VectorSpace {
  readonly size: number;
  readonly #words: Block;
  readonly #letters: Block;

  constructor(grams: readonly NGrams[]) {
    this.#words = blockOf(
      grams.map(({ words }) => words),
      0,
    );
    this.#letters = blockOf(
      grams.map(({ letters }) => letters),
      this.#words.rarities.length,
    );
    this.size = this.#words.rarities.length + this.#letters.rarities.length;
  }

  vectorOf({ words, letters }: NGrams): Vector {
    const features: number[] = [];
    const weights: number[] = [];
    addBlock(this.#words, words, features, weights);
    addBlock(this.#letters, letters, features, weights);
    return { features: Int32Array.from(features), weights: Float32Array.from(weights) };
  }
}

function blockOf(grams: readonly ReadonlyMap<string, number>[], first: number): Block {
  const frequencies = new Map<string, number>();
  for (const counts of grams) {
    for (const key of counts.keys()) frequencies.set(key, (frequencies.get(key) ?? 0) + 1);
  }
  const rarity = (frequency: number): number => Math.log((1 + grams.length) / (1 + frequency)) + 1;
  return {
    ids: new Map([...frequencies.keys()].map((key, index) => [key, first + index])),
    rarities: [...frequencies.values()].map(rarity),
    first,
    unknownRarity: rarity(0),
  };
}

function addBlock(
  { ids, rarities, first, unknownRarity }: Block,
  counts: ReadonlyMap<string, number>,
  features: number[],
  weights: number[],
): void {
  const begin = weights.length;
  let squares = 0;
  for (const [key, times] of counts) {
    const id = ids.get(key);
    const rarity = id === undefined ? unknownRarity : (rarities[id - first] ?? 0);
    const weight = (1 + Math.log(times)) * rarity;
    squares += weight * weight;
    if (id === undefined) continue;
    features.push(id);
    weights.push(weight);
  }
  const scale = squares === 0 ? 0 : Math.SQRT1_2 / Math.sqrt(squares);
  for (let index = begin; index < weights.length; index += 1) weights[index] = (weights[index] ?? 0) * scale;
}
