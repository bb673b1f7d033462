/** How long changes of the same thing count as one, ms. */
const burst = 100;

/** Makes one of many: whatever is added within a burst is told once at its end, in the order of its first time. */
export class Bursts {
  readonly #tell: (ids: readonly string[]) => void;
  readonly #pending = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  constructor(tell: (ids: readonly string[]) => void) {
    this.#tell = tell;
  }

  add(id: string): void {
    this.#pending.add(id);
    this.#timer ??= setTimeout(() => this.#flush(), burst).unref();
  }

  clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#pending.clear();
  }

  #flush(): void {
    const ids = [...this.#pending];
    this.clear();
    this.#tell(ids);
  }
}
