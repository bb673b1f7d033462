import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import type { PartName } from '../parts/part.js';
import { drawChart, looks } from './chart.js';
import { howTo, introduction, sections, targetsAre } from './prose.js';
import type { Row } from './record.js';
import { cellsOf, markdownTable } from './table.js';
import { targetCells } from './targets.js';

const docs = new URL('../../../docs/', import.meta.url);

/** Writes docs/performance.md and its pictures. */
export async function writePage(rows: readonly Row[]): Promise<void> {
  const page = new URL('performance.md', docs);
  const options = await resolveConfig(page);
  writeFileSync(page, await format(pageOf(rows), { ...options, parser: 'markdown' }));
  for (const look of looks)
    writeFileSync(new URL(`images/performance-${look}.svg`, docs), drawChart(rows, look));
}

/** The page as Markdown, not yet in its final shape. */
export function pageOf(rows: readonly Row[]): string {
  const parts = (Object.keys(sections) as PartName[]).map((part) => sectionOf(part, rows));
  return [introduction, targetsAre, markdownTable(targetCells(rows)), ...parts, howTo].join('\n\n');
}

function sectionOf(part: PartName, rows: readonly Row[]): string {
  const { title, text, command } = sections[part];
  const made = `\`${command}\` makes these figures.`;
  const ofPart = rows.filter((row) => row.part === part);
  if (ofPart.length === 0) return [`## ${title}`, text, `${made} They have not been made yet.`].join('\n\n');
  const table = markdownTable(cellsOf(rows, part));
  return [`## ${title}`, text, table, `${made} ${describeRuns(ofPart)}`].join('\n\n');
}

/** When and on what the rows were measured, each run once, with its subjects where they differ. */
function describeRuns(rows: readonly Row[]): string {
  const perRun = new Map<string, string[]>();
  for (const row of rows.filter(({ skipped }) => skipped === null)) {
    const run = describeRun(row);
    perRun.set(run, [...(perRun.get(run) ?? []), row.subject]);
  }
  const whole = perRun.size === 1;
  return [...perRun].map(([run, of]) => `${run}${whole ? '' : ` (${of.join('; ')})`}.`).join(' ');
}

function describeRun(row: Row): string {
  const rounds = Math.max(0, ...Object.values(row.figures).map((values) => values.length));
  const on = `${row.day}, commit ${row.commit}, Node ${row.node.slice(1)}, ${row.cpu} with ${String(row.cores)} cores`;
  const load =
    row.seconds === 0 ? '' : ` of ${String(row.seconds)} s after ${String(row.warmUp)} s of warming up`;
  return `${on}: ${String(rounds)} ${rounds === 1 ? 'round' : 'rounds'}${load}`;
}
