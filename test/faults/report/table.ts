import type { Scenario } from '../scenario.js';
import { isKept, type Result } from './record.js';

const heads = [
  ...['Rows', 'Fault', 'Engine', 'Trials', 'Lost', 'Doubled', 'Out of order', 'After STOP', 'Without basis'],
  ...['Over a person', 'Recovery', 'Verdict'],
];

/** The results as a Markdown table, in the order of the scenarios. */
export function tableOf(results: readonly Result[], scenarios: readonly Scenario[]): string {
  const rows = scenarios.flatMap((scenario) =>
    scenario.engines.map((engine) => {
      const result = results.find((one) => one.scenario === scenario.name && one.engine === engine);
      return [scenario.rows.join(', '), scenario.title, engine, ...cellsOf(result)];
    }),
  );
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cellsOf(result: Result | undefined): readonly string[] {
  const nothing = Array.from({ length: 8 }, () => '');
  if (result === undefined) return [...nothing, 'not run yet'];
  if (result.skipped !== null) return [...nothing, `skipped: ${result.skipped}`];
  const { lost, doubled, outOfOrder, afterStop, withoutBasis, overAPerson } = result.counts;
  const counts = [result.trials, lost, doubled, outOfOrder, afterStop, withoutBasis, overAPerson];
  return [...counts.map(String), recoveryOf(result), verdictOf(result)];
}

function recoveryOf({ recovery }: Result): string {
  if (recovery === null) return '';
  return `${seconds(recovery.median)}, ${seconds(recovery.longest)} at most`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}

function verdictOf(result: Result): string {
  if (isKept(result)) return 'kept';
  return result.others === 0 ? '**broken**' : `**broken** (and ${String(result.others)} other findings)`;
}
