import type { LedgerReport } from '../reads.js';
import type { CopiedKey, CopiedName, CopiedRow } from './copied-tables.js';
import type { CopyingMark } from './copying-mark.js';

/** What either end of a copy can be asked. */
interface CopyEnd {
  /** What the database knows of itself: its salt, its counters. */
  readMeta(): Promise<ReadonlyMap<string, string>>;
  count(table: CopiedName): Promise<number>;
  /** Checks every chain. */
  verifyLedger(): Promise<LedgerReport>;
  close(): Promise<void>;
}

/** A database that is copied, as it was at one moment: whatever happens to it meanwhile is not seen. */
export interface CopySource extends CopyEnd {
  /** The rows behind `after`, in the order of their keys; empty: there are no more. */
  readAfter(table: CopiedName, after: CopiedKey | null): Promise<readonly CopiedRow[]>;
  /** The highest number that a conversation was ever given: the next one is to be higher. */
  readLastNumber(): Promise<number>;
}

/** A database that is copied into. Each method that writes is one durable transaction. */
export interface CopyTarget extends CopyEnd {
  begin(salt: string, mark: CopyingMark): Promise<void>;
  /** Adds the rows; `markWith` makes the mark, of how many characters had to be replaced to store them. */
  add(
    table: CopiedName,
    rows: readonly CopiedRow[],
    markWith: (replaced: number) => CopyingMark,
  ): Promise<CopyingMark>;
  /** Lets new rows be numbered behind the highest, and takes the mark away: it is whole. */
  finish(lastNumber: number): Promise<void>;
}
