import { groupBy, splitSets } from './collections.js';
import type { Collections, Labelled } from './collections.js';

export interface SmallFiles {
  readonly name: string;
  readonly files: readonly { readonly train: readonly Labelled[]; readonly test: readonly Labelled[] }[];
}

/** Of each size and collection, and of each kind of text that has no answer. */
const DRAWS = 6;
const MOST_TESTS = 150;

/** Random small FAQs; asked what their entries answer, and what belongs to a neighbouring intent, or to none at all. */
export function drawFaqs(collections: Collections, far: readonly Labelled[]): readonly SmallFiles[] {
  const draw = new Draws(20_260_101);
  return [
    [8, 3],
    [8, 5],
    [20, 3],
    [20, 5],
  ].flatMap(([entries = 0, phrasings = 0]) => {
    const drawn = splitSets.flatMap((set) => {
      const train = groupBy(collections.split(set, 'train'), ({ intent }) => intent);
      const test = collections.split(set, 'test');
      return Array.from({ length: DRAWS }, () => {
        const intents = new Set(draw.some([...train.keys()], entries));
        const own = [...intents].flatMap((intent) => draw.some(train.get(intent) ?? [], phrasings));
        const asked = test.filter(({ intent }) => intents.has(intent));
        const near = test.filter(({ intent }) => !intents.has(intent));
        return {
          train: own,
          asked: draw.some(asked, MOST_TESTS),
          near: draw.some(near, MOST_TESTS).map(({ text }) => ({ text, intent: null })),
          far: draw.some(far, MOST_TESTS),
        };
      });
    });
    return (['near', 'far'] as const).map((kind) => ({
      name: `${entries} entries of ${phrasings} phrasings, beside ${kind} ones`,
      files: drawn.map((file) => ({ train: file.train, test: [...file.asked, ...file[kind]] })),
    }));
  });
}

/** Chance that repeats itself. */
class Draws {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  some<T>(all: readonly T[], count: number): readonly T[] {
    const keyed = all.map((one) => ({ one, key: this.#next() }));
    return keyed
      .sort((a, b) => a.key - b.key)
      .slice(0, count)
      .map(({ one }) => one);
  }

  #next(): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#state;
  }
}
