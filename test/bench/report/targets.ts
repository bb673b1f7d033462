import { median } from '../measures/statistics.js';
import type { PartName } from '../parts/part.js';
import { roundsOf, type Row } from './record.js';
import { numeral } from './table.js';

interface Target {
  readonly what: string;
  readonly part: PartName;
  readonly subject: string;
  readonly figure: string;
  readonly bound: { readonly least: number } | { readonly most: number };
  readonly digits: number;
  readonly unit?: string;
  /** What we would like even better. */
  readonly reachingFor?: number;
}

/** By what the figures are judged: what the project has set itself. */
export const targets: readonly Target[] = [
  {
    what: 'Events decided and durable on SQLite with `synchronous=FULL`, of the bare limit',
    ...{ part: 'throughput', subject: 'Heyword, SQLite', figure: 'ofLimit' },
    ...{ bound: { least: 0.6 }, digits: 2, reachingFor: 0.75 },
  },
  ...['grammY with conversations', 'Telegraf with scenes', 'Bottender'].map((subject): Target => ({
    what: `As fast as ${subject}, times`,
    ...{ part: 'throughput', subject, figure: 'heywordTimes', bound: { least: 4 }, digits: 1 },
  })),
  {
    what: 'PostgreSQL: what two processes could do with cores of their own, by their CPU time, times one',
    ...{ part: 'throughput', subject: 'Heyword, PostgreSQL, two processes', figure: 'capacity' },
    ...{ bound: { least: 1.8 }, digits: 2 },
  },
  {
    what: 'From a direct message to the first byte of its reply at the platform, at half load, p50',
    ...{ part: 'latency', subject: 'Heyword, SQLite', figure: 'toPlatformP50' },
    ...{ bound: { most: 15 }, digits: 1, unit: 'ms' },
  },
  {
    what: 'Events a second in deliveries of 1,000',
    ...{ part: 'batches', subject: 'Heyword, SQLite, 1,000 a delivery', figure: 'perSecond' },
    ...{ bound: { least: 12_000 }, digits: 0 },
  },
  {
    what: 'Throughput with 1,000,000 contacts and 10,000,000 messages, of the empty database’s',
    ...{ part: 'growth', subject: '1,000,000 contacts', figure: 'ofEmpty' },
    ...{ bound: { least: 0.9 }, digits: 2 },
  },
  {
    what: 'Throughput with 10,000 keywords, of that with one',
    ...{ part: 'growth', subject: '10,000 keywords', figure: 'ofEmpty' },
    ...{ bound: { least: 0.95 }, digits: 2 },
  },
  {
    what: 'Memory after a load, with 1,000,000 contacts',
    ...{ part: 'growth', subject: '1,000,000 contacts', figure: 'rss' },
    ...{ bound: { most: 300 }, digits: 0, unit: 'MB' },
  },
  {
    what: 'Start-up with 1,000 flows',
    ...{ part: 'start-up', subject: '1,000 flows', figure: 'startUp' },
    ...{ bound: { most: 2 }, digits: 2, unit: 's' },
  },
];

/** Each target, what was measured for it, and whether it is met. */
export function targetCells(rows: readonly Row[]): readonly (readonly string[])[] {
  return [
    ['', 'Target', 'Measured', ''],
    ...targets.map((target) => {
      const row = rows.find(({ part, subject }) => part === target.part && subject === target.subject);
      const rounds = roundsOf(row, target.figure);
      if (rounds.length === 0) return [target.what, boundOf(target), '', 'not measured'];
      const measured = median(rounds);
      return [target.what, boundOf(target), show(measured, target), verdictOn(measured, target)];
    }),
  ];
}

function boundOf(target: Target): string {
  const { bound, reachingFor } = target;
  const text = 'least' in bound ? `≥ ${show(bound.least, target)}` : `≤ ${show(bound.most, target)}`;
  return reachingFor === undefined ? text : `${text}, reaching for ${show(reachingFor, target)}`;
}

function verdictOn(measured: number, { bound }: Target): string {
  const isMet = 'least' in bound ? measured >= bound.least : measured <= bound.most;
  return isMet ? 'met' : '**not met**';
}

function show(value: number, { digits, unit = '' }: Target): string {
  return `${numeral(value, digits)} ${unit}`.trim();
}
