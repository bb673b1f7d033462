type IsOver = () => boolean;

/** Calls of a port that have not ended. */
export class OpenCalls {
  readonly #open = new Set<{ readonly isOver: IsOver }>();

  /** Those of a process that was killed do not count: what is left of them are answers that nobody gets. */
  get any(): boolean {
    return [...this.#open].some(({ isOver }) => !isOver());
  }

  /**
   * The same port, its calls counted. Once `isOver` says so they never end, and none begins: so it is for a process that
   * was killed.
   */
  count<T extends object>(port: T, isOver: IsOver): T {
    return new Proxy(port, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        return typeof method === 'function'
          ? (...given: unknown[]) => this.#call(() => Reflect.apply(method, target, given), isOver)
          : method;
      },
    });
  }

  async #call(work: () => unknown, isOver: IsOver): Promise<unknown> {
    if (isOver()) return never;
    const call = { isOver };
    this.#open.add(call);
    try {
      return await work();
    } finally {
      this.#open.delete(call);
      if (isOver()) await never;
    }
  }
}

const never = new Promise<never>(() => undefined);
