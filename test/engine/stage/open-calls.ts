/** Calls of a port that have not ended. */
export class OpenCalls {
  #count = 0;

  get any(): boolean {
    return this.#count > 0;
  }

  /**
   * The same port, its calls counted. Once `isOver` says so they never end, and none begins: so it is for a process that
   * was killed.
   */
  count<T extends object>(port: T, isOver: () => boolean): T {
    return new Proxy(port, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        return typeof method === 'function'
          ? (...given: unknown[]) => this.#call(() => Reflect.apply(method, target, given), isOver)
          : method;
      },
    });
  }

  async #call(work: () => unknown, isOver: () => boolean): Promise<unknown> {
    if (isOver()) return never;
    this.#count += 1;
    try {
      return await work();
    } finally {
      this.#count -= 1;
      if (isOver()) await never;
    }
  }
}

const never = new Promise<never>(() => undefined);
