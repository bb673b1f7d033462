/** Whoever is at the door, as far as signing in goes by it. */
export interface Visitor {
  /** Where they are connected from. */
  readonly address: string;
  /** Their browser, in its own words. */
  readonly userAgent: string;
}
