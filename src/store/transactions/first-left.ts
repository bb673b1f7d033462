/**
 * From where on codes of a list may be left: those before were found to be given, and a code that is given stays so. Spares
 * each draw the look at all that went before. A list that was read anew is looked through anew.
 */
export class FirstLeft {
  readonly #places = new WeakMap<readonly string[], number>();

  of(codes: readonly string[]): number {
    return this.#places.get(codes) ?? 0;
  }

  /** All before this place are given: to be noted only when that is committed. */
  note(codes: readonly string[], place: number): void {
    this.#places.set(codes, Math.max(place, this.of(codes)));
  }
}
