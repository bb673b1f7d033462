/** Who wants to hear of something, in the order in which they came. */
export class Listeners<T> {
  readonly #listeners = new Set<(told: T) => void>();

  /** Returns what dismisses the listener again. */
  add(listener: (told: T) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(told: T): void {
    for (const listener of this.#listeners) listener(told);
  }
}
