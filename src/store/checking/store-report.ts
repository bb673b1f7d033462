import type { ContentsReport } from './check-contents.js';

/** What was found out about a database. */
export interface StoreReport {
  /** Of the schema and of the engine's own tables and files, in words; empty: none. */
  readonly damage: readonly string[];
  /** Null: the damage is such that a look inside would prove nothing. */
  readonly contents: ContentsReport | null;
}
