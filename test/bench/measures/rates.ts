import { median } from './statistics.js';

/** What contestants have acknowledged in a second in this run. */
export class Rates {
  readonly #rounds = new Map<string, number[]>();

  note(contestant: string, perSecond: number): void {
    this.#rounds.set(contestant, [...(this.#rounds.get(contestant) ?? []), perSecond]);
  }

  /** The median; null: it has not been measured in this run. */
  of(contestant: string): number | null {
    const rounds = this.#rounds.get(contestant);
    return rounds === undefined ? null : median(rounds);
  }
}
