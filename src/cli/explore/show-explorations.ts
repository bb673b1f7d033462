import { stepName } from '../../flow/explore/foresight.js';
import type { Exploration } from '../../flow/explore/explore.js';
import type { Flaw } from '../../flow/explore/flaw.js';
import { writeTest } from '../../flow/explore/write-test.js';
import { count } from '../count.js';

export interface ExploredFlow {
  readonly workspace: string;
  readonly exploration: Exploration;
}

/** Whether nothing was found, and everything was looked at. */
export function isProved({ flaws, gaps }: Exploration): boolean {
  return flaws.length === 0 && gaps.length === 0;
}

/** A line for each flow; under it what was found, each with the chat that shows it. */
export function showExplorations(explored: readonly ExploredFlow[]): string {
  const isShared = new Set(explored.map(({ workspace }) => workspace)).size > 1;
  const unproved = explored.filter(({ exploration }) => !isProved(exploration)).length;
  return [
    ...explored.map((one) => showExploration(one, isShared)),
    '',
    unproved === 0
      ? `${count(explored.length, 'flow')} proved: ${whatIsProved}`
      : refuted(explored.length, unproved),
  ].join('\n');
}

const whatIsProved = [
  'every run ends in an outcome, a handoff or an end, also when nobody answers;',
  '  STOP and a person of the team silence each of its states; nothing is said without a basis.',
].join('\n');

function refuted(all: number, unproved: number): string {
  return `${unproved} of ${count(all, 'flow')} not proved.`;
}

function showExploration({ workspace, exploration }: ExploredFlow, isShared: boolean): string {
  const { flow, states, deeds, openings, flaws, gaps, missed, leadsTo } = exploration;
  const name = isShared ? `${workspace}/${flow}` : flow;
  const looked = `${count(states, 'state')}, ${count(deeds, 'thing')} tried, ${count(openings, 'beginning')}`;
  return [
    `${isProved(exploration) ? '✓' : '✗'} ${name}: ${looked}${leadsTo.length > 0 ? `, with ${leadsTo.join(', ')}` : ''}`,
    ...gaps.map((gap) => `    NOT PROVED: ${gap}`),
    ...missed.map((step) => `    never come to: ${step}`),
    ...flaws.map((flaw) => showFlaw(flow, flaw)),
  ].join('\n');
}

function showFlaw(explored: string, flaw: Flaw): string {
  const { code, flow, step, message } = flaw;
  const place = flow === null || step === null ? 'at the beginning' : stepName(flow, step);
  const test = writeTest(explored, flaw).trimEnd().split('\n');
  return [`    ${code}, ${place}: ${message}`, ...test.map((line) => `        ${line}`)].join('\n');
}
