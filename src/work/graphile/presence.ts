/** Who is there, of all processes on one database. */
export interface Presence {
  /** From now on a name is there, as long as this process is. */
  hold(name: string): Promise<void>;
  /** Those of the names that nobody holds. */
  absent(names: readonly string[]): Promise<readonly string[]>;
}
