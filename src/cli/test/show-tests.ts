import { count } from '../count.js';
import type { CoverageLine, TestOutcome, TestRun } from './run-tests.js';

/** How a flow is called: with its workspace where there are several. */
type NameOf = (of: { readonly workspace: string; readonly flow: string }) => string;

/** A line for each test, what went wrong under it; then what of each flow no test has been through. */
export function showTests({ tests, coverage }: TestRun, folder: string): string {
  const isShared = new Set(coverage.map(({ workspace }) => workspace)).size > 1;
  const nameOf: NameOf = ({ workspace, flow }) => (isShared ? `${workspace}/${flow}` : flow);
  const failed = tests.filter(({ failures }) => failures.length > 0).length;
  return [
    ...tests.map((test) => showTest(test, nameOf(test), folder)),
    ...(tests.length > 0 ? [''] : []),
    ...coverage.map((line) => showCoverage(line, nameOf(line))),
    '',
    failed === 0
      ? `${count(tests.length, 'test')} passed.`
      : `${failed} of ${count(tests.length, 'test')} failed.`,
  ].join('\n');
}

function showTest({ name, failures }: TestOutcome, flow: string, folder: string): string {
  const mark = failures.length === 0 ? '✓' : '✗';
  return [
    `${mark} ${flow}: ${name}`,
    ...failures.map(
      ({ file, line, column, message }) => `    ${folder}/${file}:${line}:${column} ${message}`,
    ),
  ].join('\n');
}

function showCoverage({ steps, missed, unit = 'step' }: CoverageLine, flow: string): string {
  const visited = steps - missed.length;
  const share = steps === 0 ? 100 : Math.floor((visited / steps) * 100);
  return [
    `${flow} ${share} % (${visited}/${count(steps, unit)})`,
    ...missed.map((path) => `    in no test: ${path}`),
  ].join('\n');
}
