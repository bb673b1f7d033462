import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { engineNames, type EngineName } from '../engine.js';
import { wrongs } from '../history/judge.js';
import type { Outcome } from '../scenario.js';

const counts = z.record(z.enum(wrongs), z.number().int());

const resultSchema = z.strictObject({
  scenario: z.string(),
  engine: z.enum(engineNames),
  /** Day of the run, ISO. */
  day: z.string(),
  seed: z.number().int(),
  /** Why it could not be tried; null: it was. */
  skipped: z.string().nullable(),
  trials: z.number().int(),
  counts,
  others: z.number().int(),
  /** Median and longest, ms; null: nothing had to recover. */
  recovery: z.strictObject({ median: z.number(), longest: z.number() }).nullable(),
  facts: z.record(z.string(), z.number()),
});

/** What the last run of a scenario on an engine came to. */
export type Result = z.infer<typeof resultSchema>;

const file = new URL('record.json', import.meta.url);

/** What earlier runs have left. */
export function readRecord(): readonly Result[] {
  return existsSync(file) ? z.array(resultSchema).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

export function writeRecord(results: readonly Result[]): void {
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}

/** The newest of each scenario and engine. */
export function mergeResults(before: readonly Result[], now: readonly Result[]): readonly Result[] {
  const isNew = (old: Result) =>
    now.some((one) => one.scenario === old.scenario && one.engine === old.engine);
  return [...before.filter((old) => !isNew(old)), ...now];
}

interface Ran {
  readonly scenario: string;
  readonly engine: EngineName;
  readonly day: string;
  readonly seed: number;
}

export function resultOf(ran: Ran, outcome: Outcome): Result {
  const { trials, judgement, others, recoveries, facts } = outcome;
  const perWrong = wrongs.map((wrong) => [wrong, judgement[wrong].length]);
  return {
    ...ran,
    skipped: null,
    trials,
    counts: Object.fromEntries(perWrong) as Result['counts'],
    others: others.length,
    recovery: summed(recoveries),
    facts,
  };
}

export function skippedResult(ran: Ran, skipped: string): Result {
  const none = Object.fromEntries(wrongs.map((wrong) => [wrong, 0])) as Result['counts'];
  return { ...ran, skipped, trials: 0, counts: none, others: 0, recovery: null, facts: {} };
}

export function isKept({ counts: found, others }: Result): boolean {
  return others === 0 && Object.values(found).every((count) => count === 0);
}

/** Such as `chats 12, unknown 3`. */
export function describeFacts(facts: Result['facts']): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name.replaceAll('_', ' ')} ${String(value)}`)
    .join(', ');
}

function summed(recoveries: readonly number[]): Result['recovery'] {
  const sorted = [...recoveries].sort((a, b) => a - b);
  const [median, longest] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  if (median === undefined || longest === undefined) return null;
  return { median: Math.round(median), longest: Math.round(longest) };
}
