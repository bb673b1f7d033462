import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { partNames } from '../parts/part.js';

const circumstances = z.strictObject({
  /** Day of the run, ISO. */
  day: z.string(),
  /** What was measured: a commit's short hash, with a `+` where files differed from it. */
  commit: z.string(),
  /** Such as `v20.20.2`. */
  node: z.string(),
  /** Name of the CPU's model. */
  cpu: z.string(),
  cores: z.number().int(),
});

/** When, of what and on what something was measured. */
export type Circumstances = z.infer<typeof circumstances>;

const rowSchema = z.strictObject({
  part: z.enum(partNames),
  subject: z.string(),
  ...circumstances.shape,
  /** How long each round loaded it, after how long a warming up, s; 0: not at all. */
  seconds: z.number(),
  warmUp: z.number(),
  /** Why it could not be measured; null: it was. */
  skipped: z.string().nullable(),
  /** Each figure, round by round; null: the machine did not tell. */
  figures: z.record(z.string(), z.array(z.number().nullable())),
});

/** What the last run of a part came to for a subject. */
export type Row = z.infer<typeof rowSchema>;

const file = new URL('record.json', import.meta.url);

/** What earlier runs have left. */
export function readRecord(): readonly Row[] {
  return existsSync(file) ? z.array(rowSchema).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

/** One line for each figure, so that a change of one is one line's. */
export function writeRecord(rows: readonly Row[]): void {
  writeFileSync(file, `${textOf(rows)}\n`);
}

function textOf(rows: readonly Row[]): string {
  const pretty = JSON.stringify(rows, null, 2);
  return pretty.replaceAll(
    /\[\s+((?:[-\d.e+]+|null)(?:,\s+(?:[-\d.e+]+|null))*)\s+\]/gu,
    (_, list: string) => {
      return `[${list.replaceAll(/\s+/gu, ' ')}]`;
    },
  );
}

/** The newest of each part and subject; what was skipped now does not displace what was measured once. */
export function mergeRows(before: readonly Row[], now: readonly Row[]): readonly Row[] {
  const isOf = (one: Row) => (other: Row) => one.part === other.part && one.subject === other.subject;
  const news = now.filter((row) => row.skipped === null || !before.some(isOf(row)));
  const isNew = (row: Row) => !before.some(isOf(row));
  return [...before.map((row) => news.find(isOf(row)) ?? row), ...news.filter(isNew)];
}

/** Measured values of a figure, a round each; none where the row does not have it, or the machine did not tell. */
export function roundsOf(row: Row | undefined, figure: string): readonly number[] {
  return (row?.figures[figure] ?? []).filter((value) => value !== null);
}
