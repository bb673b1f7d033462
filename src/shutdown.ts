/** What was opened, to be closed in reverse order: when the server ends, and when its start fails half-way. */
export class Shutdown {
  readonly #closings: (() => unknown)[] = [];

  /** To be closed before everything that was opened earlier. */
  add(close: () => unknown): void {
    this.#closings.push(close);
  }

  /** Closes everything, also when something cannot be closed; rejects with the first failure. */
  async run(): Promise<void> {
    const failures: unknown[] = [];
    for (const close of this.#closings.splice(0).reverse()) {
      try {
        await close();
      } catch (failure) {
        failures.push(failure);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
