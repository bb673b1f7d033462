import { spreadOf } from '../measures/statistics.js';
import type { PartName } from '../parts/part.js';
import { type Column, columns } from './columns.js';
import { roundsOf, type Row } from './record.js';

/** Headings and rows of a part, columns without any figure left out. */
export function cellsOf(rows: readonly Row[], part: PartName): readonly (readonly string[])[] {
  const ofPart = rows.filter((row) => row.part === part);
  const shown = columns[part].filter(({ figure }) => ofPart.some((row) => roundsOf(row, figure).length > 0));
  return [
    ['', ...shown.map(({ heading }) => heading)],
    ...ofPart.map((row) => [row.subject, ...shown.map((column) => cellOf(row, column, shown[0]))]),
  ];
}

/** Median, and in brackets the range of the rounds; the first cell of what was skipped says so. */
function cellOf(row: Row, column: Column, first: Column | undefined): string {
  if (row.skipped !== null) return column === first ? `skipped: ${row.skipped}` : '';
  const rounds = roundsOf(row, column.figure);
  if (rounds.length === 0) return '';
  const [middle, least, most] = spread(rounds).map((value) => numeral(value, column.digits));
  return least === most ? String(middle) : `${String(middle)} (${String(least)}–${String(most)})`;
}

function spread(rounds: readonly number[]): readonly number[] {
  const { median, least, most } = spreadOf(rounds);
  return [median, least, most];
}

/** Such as `7,343` or `0.60`. */
export function numeral(value: number, digits: number): string {
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function markdownTable(cells: readonly (readonly string[])[]): string {
  const [heads = [], ...rows] = cells;
  const rule = heads.map((_, at) => (at === 0 ? '---' : '--:'));
  return [heads, rule, ...rows].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** For a terminal. */
export function textTable(cells: readonly (readonly string[])[]): string {
  const widths = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  const pad = (cell: string, at: number) =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  return cells.map((line) => line.map(pad).join('  ')).join('\n');
}
