import type { Join } from './joining.js';
import { KnownNames } from './known-names.js';

/** Has names joined that are one contact's, each set of them once: what is known to be joined costs nothing. */
export class Names {
  readonly #known = new KnownNames();
  /** Joins them in a transaction; see `Joining.join`. */
  readonly #join: (join: Join) => Promise<boolean>;

  constructor(join: (join: Join) => Promise<boolean>) {
    this.#join = join;
  }

  /** Of what we are told, that which is new: a move may be one back to a name that is known. */
  unknown(joins: readonly (Join | null)[]): readonly Join[] {
    return joins
      .filter((join) => join !== null)
      .filter((join) => join.isMove || !this.#known.has(join.address, join.now));
  }

  /** One after the other: what the first has joined, the second is to find. */
  async join(joins: readonly Join[]): Promise<void> {
    for (const join of joins) if (await this.#join(join)) this.#known.add(join.address, join.now);
  }

  /** Somebody is erased: their names are nobody's now, and will be known as one contact's only when that is told again. */
  forget(): void {
    this.#known.forget();
  }
}
