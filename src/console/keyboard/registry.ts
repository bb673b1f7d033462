/** What is on offer at the moment, by whoever is on the page; the newest comes last. */
export class Registry<T> {
  #items: readonly T[] = [];
  readonly #watchers = new Set<() => void>();

  readonly list = (): readonly T[] => this.#items;

  /** Offers something until the returned function is called. */
  add(item: T): () => void {
    this.#become([...this.#items, item]);
    return () => this.#become(this.#items.filter((other) => other !== item));
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  #become(items: readonly T[]): void {
    this.#items = items;
    for (const watcher of this.#watchers) watcher();
  }
}
