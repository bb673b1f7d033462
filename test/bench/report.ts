import { median, type RoundFigures } from './figures.js';

interface Measured {
  readonly name: string;
  readonly rounds: readonly RoundFigures[];
}

const headings = [
  '',
  'events/s',
  'of the bare limit',
  'CPU ms an event',
  'p50 ms',
  'p99 ms',
  'refused',
  'messages sent',
  'drained after s',
];

/** Prints a table of medians; ratios are taken round by round, with the first contestant as the limit. */
export function report(all: readonly Measured[]): void {
  const [limit] = all;
  if (limit === undefined) return;
  const rows = [headings, ...all.map((measured) => rowOf(measured, limit))];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`);
  }
  process.stdout.write(`\nmedians of ${String(limit.rounds.length)} rounds; in brackets the range\n`);
}

function rowOf({ name, rounds }: Measured, limit: Measured): readonly string[] {
  const middle = (of: (round: RoundFigures) => number) => median(rounds.map(of));
  const sends = rounds.map((round) => round.sends);
  return [
    name,
    middle(({ perSecond }) => perSecond).toFixed(0),
    ratios(rounds, limit.rounds),
    middle(({ cpu }) => cpu).toFixed(3),
    String(middle(({ p50 }) => p50)),
    String(middle(({ p99 }) => p99)),
    String(rounds.reduce((sum, { refused, errors }) => sum + refused + errors, 0)),
    sends.includes(null) ? '' : String(median(sends.map(Number))),
    sends.includes(null) ? '' : middle(({ drained }) => drained ?? 0).toFixed(2),
  ];
}

function ratios(rounds: readonly RoundFigures[], limit: readonly RoundFigures[]): string {
  const all = rounds.map(({ perSecond }, place) => perSecond / (limit[place]?.perSecond ?? Number.NaN));
  return `${median(all).toFixed(2)} (${Math.min(...all).toFixed(2)} to ${Math.max(...all).toFixed(2)})`;
}
