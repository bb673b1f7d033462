import { Chance as Draws } from '../../faults/chance.js';

/** Draws that are the same for the same seed, so that a seeded world is the same in every run. */
export class Chance extends Draws {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.upTo(most - least + 1));
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.whole(0, choices.length - 1)];
    if (choice === undefined) throw new Error('There is nothing to choose from.');
    return choice;
  }

  /** True in so many of a hundred cases. */
  isWithin(percent: number): boolean {
    return this.happens(percent / 100);
  }
}
