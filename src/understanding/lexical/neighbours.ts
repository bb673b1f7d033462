import type { Vector } from './vector-space.js';

export interface LabelledVector {
  readonly vector: Vector;
  /** Number of its class. */
  readonly label: number;
}

/** How near a text is to a class: cosines, 0 to 1. */
export interface Nearness {
  /** To the middle of the class. */
  readonly centre: number;
  /** To the nearest of its examples. */
  readonly nearest: number;
}

/** Looks examples up by what they have in common with a text, so that those without anything cost nothing. */
export class Neighbours {
  readonly #labels: Int32Array;
  /** Lengths of the sums of each class's vectors. */
  readonly #lengths: readonly number[];
  /** Where the examples of each feature begin in the two lists below. */
  readonly #begins: Int32Array;
  readonly #examples: Int32Array;
  readonly #weights: Float32Array;

  constructor(examples: readonly LabelledVector[], classes: number, features: number) {
    this.#labels = Int32Array.from(examples, ({ label }) => label);
    this.#lengths = lengthsOf(examples, classes, features);
    this.#begins = beginsOf(examples, features);
    const size = this.#begins[features] ?? 0;
    this.#examples = new Int32Array(size);
    this.#weights = new Float32Array(size);
    const ends = this.#begins.slice();
    for (const [example, { vector }] of examples.entries()) {
      for (let index = 0; index < vector.features.length; index += 1) {
        const feature = vector.features[index] ?? 0;
        const at = ends[feature] ?? 0;
        this.#examples[at] = example;
        this.#weights[at] = vector.weights[index] ?? 0;
        ends[feature] = at + 1;
      }
    }
  }

  /** For each class, by its number. */
  nearnessOf(vector: Vector): readonly Nearness[] {
    const sums = new Float64Array(this.#lengths.length);
    const best = new Float64Array(this.#lengths.length);
    const cosines = this.#cosines(vector);
    for (let example = 0; example < cosines.length; example += 1) {
      const label = this.#labels[example] ?? 0;
      const cosine = cosines[example] ?? 0;
      sums[label] = (sums[label] ?? 0) + cosine;
      if (cosine > (best[label] ?? 0)) best[label] = cosine;
    }
    return this.#lengths.map((length, label) => ({
      centre: length === 0 ? 0 : (sums[label] ?? 0) / length,
      nearest: best[label] ?? 0,
    }));
  }

  #cosines({ features, weights }: Vector): Float64Array {
    const cosines = new Float64Array(this.#labels.length);
    for (let index = 0; index < features.length; index += 1) {
      const feature = features[index] ?? 0;
      const own = weights[index] ?? 0;
      const end = this.#begins[feature + 1] ?? 0;
      for (let at = this.#begins[feature] ?? 0; at < end; at += 1) {
        const example = this.#examples[at] ?? 0;
        cosines[example] = (cosines[example] ?? 0) + own * (this.#weights[at] ?? 0);
      }
    }
    return cosines;
  }
}

function beginsOf(examples: readonly LabelledVector[], features: number): Int32Array {
  const begins = new Int32Array(features + 1);
  for (const { vector } of examples) {
    for (const feature of vector.features) begins[feature + 1] = (begins[feature + 1] ?? 0) + 1;
  }
  for (let feature = 0; feature < features; feature += 1) {
    begins[feature + 1] = (begins[feature + 1] ?? 0) + (begins[feature] ?? 0);
  }
  return begins;
}

function lengthsOf(
  examples: readonly LabelledVector[],
  classes: number,
  features: number,
): readonly number[] {
  const members = Array.from({ length: classes }, (): Vector[] => []);
  for (const { vector, label } of examples) members[label]?.push(vector);
  const sum = new Float64Array(features);
  return members.map((vectors) => {
    for (const vector of vectors) addTo(sum, vector);
    return Math.sqrt(vectors.reduce((squares, vector) => squares + takeSquares(sum, vector), 0));
  });
}

function addTo(sum: Float64Array, { features, weights }: Vector): void {
  for (let index = 0; index < features.length; index += 1) {
    const feature = features[index] ?? 0;
    sum[feature] = (sum[feature] ?? 0) + (weights[index] ?? 0);
  }
}

/** Of the features of a vector, leaving nothing where they were: each is counted once, and the sum is clear again. */
function takeSquares(sum: Float64Array, { features }: Vector): number {
  let squares = 0;
  for (const feature of features) {
    const weight = sum[feature] ?? 0;
    squares += weight * weight;
    sum[feature] = 0;
  }
  return squares;
}
