/**
 * Measures how fast Heyword is, and what it is compared with: `npm run bench`. Progress is on stderr, the tables on stdout,
 * the record in docs/performance.md. Exits 2 where the call is wrong.
 *
 * Options: --only throughput,latency,batches,growth,start-up --subjects sqlite --rounds 5 --seconds 5 --warm-up 3 --no-page
 */
import { DurablePostgres } from './contestants/durable-postgres.js';
import { fieldOn } from './contestants/field.js';
import { type BenchOptions, readOptions } from './options.js';
import { partsOf } from './parts/all.js';
import type { Part } from './parts/part.js';
import { Progress } from './progress.js';
import { circumstancesNow } from './report/circumstances.js';
import { writePage } from './report/page.js';
import { mergeRows, readRecord, type Row, writeRecord } from './report/record.js';
import { rowsOf } from './report/rows.js';
import { cellsOf, textTable } from './report/table.js';
import { targetCells } from './report/targets.js';
import { runPart, subjectsOf } from './run-part.js';

const options = optionsOrExit();
// Processes and large files of this run go with it, however it ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const circumstances = circumstancesNow();
const postgres = new DurablePostgres();
const plans = partsOf(options.parts, fieldOn(postgres)).map((part) => ({
  part,
  subjects: subjectsOf(part, options),
}));
const progress = new Progress(plans.reduce((sum, { subjects }) => sum + subjects.length * options.rounds, 0));
const measured: Row[] = [];
try {
  for (const { part, subjects } of plans) {
    tellSkipped(part);
    const rows = rowsOf(part, await runPart(part, subjects, options, progress), options, circumstances);
    measured.push(...rows);
    await keep(rows);
  }
} finally {
  await postgres.end();
}
for (const { part } of plans) console.log(`\n${part.name}\n${textTable(cellsOf(measured, part.name))}`);
console.log(`\n${textTable(targetCells(measured))}`);

function optionsOrExit(): BenchOptions {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

function tellSkipped({ name, subjects }: Part): void {
  for (const subject of subjects) {
    const missing = subject.missing();
    if (missing !== null) progress.tell(`SKIPPED ${name} of ${subject.name}: ${missing}`);
  }
}

/** After each part, so that a run that is cut short has not run in vain. */
async function keep(rows: readonly Row[]): Promise<void> {
  if (options.isForgotten) return;
  const record = mergeRows(readRecord(), rows);
  writeRecord(record);
  await writePage(record);
}
