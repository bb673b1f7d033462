import { copiedNames, type CopiedKey, type CopiedName } from './copied-tables.js';

/**
 * How far a database has been copied into another. It is kept there, in `meta`, as `copying`, and changes in the same
 * transaction as the rows; as long as it stands, that database is not whole, and nobody may use it.
 */
export interface CopyingMark {
  /** Which state of which database is copied. */
  readonly from: string;
  readonly table: CopiedName;
  /** Key of the table's last row that is there; null: none is. */
  readonly after: CopiedKey | null;
  /** Rows copied, of all tables. */
  readonly rows: number;
  /** Characters that the target could not keep. */
  readonly replaced: number;
}

export function beginMark(from: string): CopyingMark {
  return { from, table: copiedNames[0] ?? 'flows', after: null, rows: 0, replaced: 0 };
}

export function parseMark(value: string): CopyingMark {
  return JSON.parse(value) as CopyingMark;
}
