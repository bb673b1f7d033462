import { createHash } from 'node:crypto';
import type { LedgerReport } from '../reads.js';
import { copiedNames, keyOf, type CopiedName } from './copied-tables.js';
import type { CopySource, CopyTarget } from './copy-ends.js';
import { CopyRefused } from './copy-refused.js';
import { beginMark, parseMark, type CopyingMark } from './copying-mark.js';

export interface CopyProgress {
  readonly table: CopiedName;
  /** Rows of all tables. */
  readonly done: number;
  readonly total: number;
}

export interface CopyReport {
  readonly rows: number;
  /** Characters that the target could not keep: NUL, halves of surrogate pairs. U+FFFD stands for them. */
  readonly replaced: number;
  /** Rows that an earlier, interrupted call had copied. */
  readonly resumedAfter: number;
  /** Of the target. Its problems are those of the source: where the copy made one, it is refused. */
  readonly ledger: LedgerReport;
}

type Totals = ReadonlyMap<CopiedName, number>;

/**
 * Copies everything of one database into an empty one, table by table, in pages. An interrupted copy is gone on with by
 * the next call, as long as the source is as it was. At the end rows are counted and the ledger is verified; until then
 * nobody can open the target. Throws `CopyRefused`, and `StoreUnavailable` where another try may succeed.
 */
export async function copyStore(
  source: CopySource,
  target: CopyTarget,
  onProgress: (progress: CopyProgress) => void = () => undefined,
): Promise<CopyReport> {
  const totals = await countAll(source);
  const total = [...totals.values()].reduce((sum, count) => sum + count, 0);
  const begun = await beginOrGoOn(source, target, totals);
  let mark = begun;
  for (const table of copiedNames.slice(copiedNames.indexOf(begun.table))) {
    if (table !== mark.table) mark = { ...mark, table, after: null };
    mark = await copyTable(source, target, mark, (done) => onProgress({ table, done, total }));
  }
  await compareCounts(target, totals);
  const ledger = await verifyLedgers(source, target);
  await target.finish(await source.readLastNumber());
  return { rows: mark.rows, replaced: mark.replaced, resumedAfter: begun.rows, ledger };
}

async function beginOrGoOn(source: CopySource, target: CopyTarget, totals: Totals): Promise<CopyingMark> {
  const meta = await source.readMeta();
  if (meta.has('copying')) {
    throw new CopyRefused(
      'source_unfinished',
      'What is to be copied is half of a copy itself: finish that first.',
    );
  }
  const salt = meta.get('salt');
  if (salt === undefined)
    throw new CopyRefused('source_empty', 'There is nothing to copy: no server has used it yet.');
  const from = identify(meta, totals);
  const found = (await target.readMeta()).get('copying');
  if (found !== undefined) return goOn(parseMark(found), from);
  await refuseFilled(target);
  const mark = beginMark(from);
  await target.begin(salt, mark);
  return mark;
}

/**
 * Names a state of a database: its salt is like no other's, and whoever opens it for writing moves a counter. A copy is
 * gone on with only from what it began with, or rows would not fit together.
 */
function identify(meta: ReadonlyMap<string, string>, totals: Totals): string {
  const state = JSON.stringify([[...meta].sort(([a], [b]) => (a < b ? -1 : 1)), [...totals]]);
  return createHash('sha256').update(state).digest('hex').slice(0, 32);
}

function goOn(mark: CopyingMark, from: string): CopyingMark {
  if (mark.from === from) return mark;
  const message =
    'The target holds half a copy of another database, or of this one before it was used again. Begin with an empty target.';
  throw new CopyRefused('other_source', message);
}

async function refuseFilled(target: CopyTarget): Promise<void> {
  const filled = [...(await countAll(target))].find(([, count]) => count > 0);
  if (filled === undefined) return;
  const [table, count] = filled;
  const message = `The target is not empty (${table}: ${count}). Name an empty database: nothing is ever copied over another.`;
  throw new CopyRefused('target_not_empty', message);
}

async function copyTable(
  source: CopySource,
  target: CopyTarget,
  begun: CopyingMark,
  onRows: (done: number) => void,
): Promise<CopyingMark> {
  let mark = begun;
  while (true) {
    const { table, after } = mark;
    const rows = await source.readAfter(table, after);
    const last = rows.at(-1);
    if (last === undefined) return mark;
    const next = { ...mark, after: keyOf(table, last), rows: mark.rows + rows.length };
    mark = await target.add(table, rows, (replaced) => ({ ...next, replaced: next.replaced + replaced }));
    onRows(mark.rows);
  }
}

async function compareCounts(target: CopyTarget, totals: Totals): Promise<void> {
  const found = await countAll(target);
  const differing = copiedNames.filter((table) => found.get(table) !== totals.get(table));
  if (differing.length === 0) return;
  const message = `The copy is not whole: of ${differing.join(', ')} there are not as many rows as in the source. Begin again with an empty target.`;
  throw new CopyRefused('incomplete', message);
}

/** Problems that the source has are copied as they are: whoever moves house takes them along, and is told. */
async function verifyLedgers(source: CopySource, target: CopyTarget): Promise<LedgerReport> {
  const report = await target.verifyLedger();
  if (report.problems.length === 0) return report;
  const before = new Set((await source.verifyLedger()).problems);
  const made = report.problems.filter((problem) => !before.has(problem));
  if (made.length === 0) return report;
  throw new CopyRefused('incomplete', `The copied ledger does not hold: ${made.slice(0, 3).join('; ')}.`);
}

async function countAll(end: Pick<CopyTarget, 'count'>): Promise<Totals> {
  const counts = new Map<CopiedName, number>();
  for (const table of copiedNames) counts.set(table, await end.count(table));
  return counts;
}
