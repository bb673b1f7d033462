import type { TaskList } from 'graphile-worker';

/** Knows which tasks have begun and not ended. */
export class UnderWay {
  readonly #running = new Set<Promise<unknown>>();

  /** The same tasks, watched. */
  watching(tasks: TaskList): TaskList {
    const watched: TaskList = {};
    for (const [name, task] of Object.entries(tasks)) {
      if (task !== undefined)
        watched[name] = (payload, helpers) => this.#watch(async () => task(payload, helpers));
    }
    return watched;
  }

  /** Resolves when none is under way. */
  async none(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }

  #watch<T>(begin: () => Promise<T>): Promise<T> {
    const running = begin().finally(() => this.#running.delete(running));
    this.#running.add(running);
    return running;
  }
}
