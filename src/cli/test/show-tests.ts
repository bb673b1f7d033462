import type { Place } from '../../flow/issue.js';
import { count } from '../count.js';
import { formatShare, totalCoverage } from './gate.js';
import { testOfFaq } from '../../flow/test-file/read-test-file.js';
import type { CoverageLine, FaqLine, TestOutcome, TestRun } from './run-tests.js';
import { showFailure } from './show-failure.js';

/** How a flow is called: with its workspace where there are several. */
type NameOf = (of: { readonly workspace: string; readonly flow: string }) => string;

/** A line for each test, what went wrong under it; then what of each flow no test has been through. */
export function showTests({ tests, coverage, faq }: TestRun, folder: string): string {
  const isShared = new Set(coverage.map(({ workspace }) => workspace)).size > 1;
  const nameOf: NameOf = ({ workspace, flow }) => (isShared ? `${workspace}/${flow}` : flow);
  const failed = tests.filter(({ failures }) => failures.length > 0).length;
  return [
    ...tests.map((test) => showTest(test, nameOf(test), folder)),
    ...(tests.length > 0 ? [''] : []),
    ...coverage.map((line) => showCoverage(line, nameOf(line), folder)),
    ...faq.map((line) => showFaq(line, nameOf({ ...line, flow: testOfFaq }), folder)),
    '',
    failed === 0
      ? `${count(tests.length, 'test')} passed.`
      : `${failed} of ${count(tests.length, 'test')} failed.`,
  ].join('\n');
}

function showTest({ name, failures }: TestOutcome, flow: string, folder: string): string {
  const mark = failures.length === 0 ? '✓' : '✗';
  const shown = failures.flatMap((failure) => showFailure(failure, folder));
  return [`${mark} ${flow}: ${name}`, ...shown.map((line) => `    ${line}`)].join('\n');
}

function showCoverage(line: CoverageLine, flow: string, folder: string): string {
  const { steps, branches } = totalCoverage([line]);
  const at = (step: string): string => formatPlace(line.places[step], folder);
  return [
    `${flow}: ${formatShare(steps)} of the steps, ${formatShare(branches)} of the branches`,
    ...line.missed.map((path) => `    in no test: ${path}${at(path)}`),
    ...line.missedBranches
      .filter(({ step }) => !line.missed.includes(step))
      .map(({ step, branch }) => `    never taken: ${step} → ${branch}${at(step)}`),
  ].join('\n');
}

function showFaq({ questions, missed, places }: FaqLine, name: string, folder: string): string {
  const share = formatShare({ covered: questions - missed.length, all: questions });
  return [
    `${name}: ${share} of the questions`,
    ...missed.map((id) => `    in no test: ${id}${formatPlace(places[id], folder)}`),
  ].join('\n');
}

function formatPlace(place: Place | undefined, folder: string): string {
  return place === undefined ? '' : `, ${folder}/${place.file}:${place.line}`;
}
