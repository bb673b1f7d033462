import type { Write } from '../group-commit.js';
import type { WordIndex } from './word-index.js';

/** How long after a commit the index begins to catch up, and how long it rests between batches, ms. */
const delay = 500;
const rest = 50;

/** Rows of a batch: of each kind so many, which takes a few milliseconds. */
const batch = 100;

/** A search that finds the index behind waits for so many batches, and then goes by what there is. */
const patience = 50;

/** Lets the word index follow what is committed, in between. */
export class IndexKeeper {
  readonly #index: WordIndex;
  readonly #write: Write;
  #timer: NodeJS.Timeout | null = null;

  constructor(index: WordIndex, write: Write) {
    this.#index = index;
    this.#write = write;
  }

  /** Something was committed. */
  readonly wake = (): void => {
    if (this.#timer === null) this.#wait(delay);
  };

  /** Before a search. */
  async catchUp(): Promise<void> {
    for (let tries = 0; tries < patience; tries += 1) {
      if (!(await this.#write(() => this.#index.catchUp(batch)))) return;
    }
  }

  #wait(ms: number): void {
    this.#timer = setTimeout(() => void this.#work(), ms);
    this.#timer.unref();
  }

  async #work(): Promise<void> {
    // Our own commit wakes nobody: until it is done, the timer counts as set.
    const hasMore = await this.#write(() => this.#index.catchUp(batch)).catch(() => {
      // The store is closed; or whatever else is wrong, the next search meets it too, and says so.
      return false;
    });
    this.#timer = null;
    if (hasMore) this.#wait(rest);
  }
}
