import { EmbeddedWork } from '../../../src/work/embedded/embedded-work.js';
import type { Tasks } from '../../../src/work/work.js';

/** A dispatch under way, which the test ends. */
interface Service {
  readonly id: string;
  /** `comeBackAt`: epoch ms, or null when nothing is left. */
  readonly end: (comeBackAt: number | null) => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
}

/** Tasks whose end a test decides, and the work engine that calls them. */
export class TaskBoard implements Tasks {
  /** Conversations in the order in which they were served. */
  readonly served: string[] = [];
  readonly errors: unknown[] = [];
  readonly work: EmbeddedWork;
  /** Ids of conversations of an earlier process, a page each. */
  leftOvers: readonly (readonly string[])[] = [];
  /** What firing timers answers; null: no timer is set. */
  nextTimer: () => Promise<number | null> = () => Promise.resolve(null);
  fired = 0;
  readonly #underWay = new Map<string, Service>();

  constructor(concurrency = 2) {
    this.work = new EmbeddedWork(this, {
      now: () => Date.now(),
      concurrency,
      onError: (error) => this.errors.push(error),
    });
  }

  /** Conversations that are being served. */
  get underWay(): readonly string[] {
    return [...this.#underWay.keys()];
  }

  service(id: string): Service {
    const service = this.#underWay.get(id);
    if (service === undefined) throw new Error(`${id} is not being served.`);
    return service;
  }

  dispatch(id: string): Promise<number | null> {
    if (this.#underWay.has(id)) throw new Error(`${id} is served twice at the same time.`);
    this.served.push(id);
    return new Promise((resolve, reject) => {
      const close = async (settle: () => void): Promise<void> => {
        this.#underWay.delete(id);
        settle();
        await nextTurn();
      };
      this.#underWay.set(id, {
        id,
        end: (comeBackAt) => close(() => resolve(comeBackAt)),
        fail: (error) => close(() => reject(error)),
      });
    });
  }

  fireTimers(): Promise<number | null> {
    this.fired += 1;
    return this.nextTimer();
  }

  fireTimersOf(): Promise<void> {
    return Promise.reject(new Error('Everybody’s timers are fired together.'));
  }

  leftOver(after: string | null): Promise<readonly string[]> {
    const page = after === null ? 0 : this.leftOvers.findIndex((ids) => ids.at(-1) === after) + 1;
    return Promise.resolve(this.leftOvers[page] ?? []);
  }

  takeOver(): Promise<void> {
    return Promise.reject(new Error('Nobody else is there whose work could be taken over.'));
  }
}

/** Lets all that is settled be followed up. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
