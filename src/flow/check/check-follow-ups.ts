import { formatDuration } from '../duration.js';
import type { ReadFlow, StartWord } from '../flow-source.js';
import { didYouMean } from '../nearest-word.js';
import type { Report } from '../report.js';
import { kindOf } from '../steps/step-kinds.js';
import { lateSteps, windowsOf } from './check-window.js';
import type { FlowGraph, GraphNode } from './flow-graph.js';
import type { FlowSet } from './flow-set.js';
import { reachFrom } from './reach.js';

/** Flows that follow outcomes: whether there are such outcomes, and whether anything can still be said by then. */
export function checkFollowUps(set: FlowSet, report: Report): void {
  const outcomes = new Map([...set].map(([name, { graph }]) => [name, outcomesIn(graph.nodes.values())]));
  const reached = [...new Set([...outcomes.values()].flat())];
  const next = (flow: string): readonly string[] =>
    followersOf(
      set,
      [flow, ...leadsTo(set, flow)].flatMap((name) => outcomes.get(name) ?? []),
    );
  for (const [name, { graph, read }] of set) {
    for (const start of followUpsOf(read)) checkOutcome(start, reached, report);
    if (followUpsOf(read).length === 0) continue;
    checkLateness(graph, read, report);
    if (reachFrom(next(name), next).has(name)) reportEndless(read, report);
  }
}

function outcomesIn(nodes: Iterable<GraphNode>): readonly string[] {
  return [...nodes].flatMap(({ step }) => kindOf(step).outcomes(step));
}

function leadsTo(set: FlowSet, flow: string): readonly string[] {
  const next = (name: string): readonly string[] =>
    [...(set.get(name)?.graph.nodes.values() ?? [])].flatMap(({ step }) => kindOf(step).flows(step));
  return [...reachFrom(next(flow), next)];
}

function followersOf(set: FlowSet, outcomes: readonly string[]): readonly string[] {
  return [...set].flatMap(([name, { read }]) =>
    followUpsOf(read).some(({ text }) => outcomes.includes(text)) ? [name] : [],
  );
}

function followUpsOf({ notes }: ReadFlow): readonly StartWord[] {
  return notes.starts.filter(({ kind }) => kind === 'after');
}

function checkOutcome({ text, place }: StartWord, reached: readonly string[], report: Report): void {
  if (reached.includes(text)) return;
  report.warning(place, 'unknown-outcome', `No flow reaches the outcome "${text}".`, {
    hint:
      didYouMean(text, reached) ??
      'It still counts when it is reported from outside: by a shop, or a booking system.',
  });
}

function checkLateness(graph: FlowGraph, read: ReadFlow, report: Report): void {
  const windows = windowsOf(read.notes.vocabulary.channels);
  const places = followUpsOf(read);
  const triggers = read.definition.start.filter((trigger) => trigger.kind === 'after');
  for (const [index, { wait }] of triggers.entries()) {
    const place = places[index]?.place;
    const closed = windows.find((one) => wait >= one.window && lateSteps(graph, one, wait).length > 0);
    if (closed === undefined || place === undefined) continue;
    report.warning(
      place,
      'late-follow-up',
      `${formatDuration(wait)} after the outcome ${closed.channel} allows no message, unless the contact has written again.`,
      {
        hint: `Wait for less than ${formatDuration(closed.window)}, say by \`outside_window\` what it becomes, or put it under \`if: { reply_window: open }\`.`,
      },
    );
  }
}

function reportEndless(read: ReadFlow, report: Report): void {
  const [start] = followUpsOf(read);
  if (start === undefined) return;
  report.error(start.place, 'endless-follow-up', 'This flow leads to its own follow-up, again and again.', {
    hint: 'Give its outcome another name than the one that it follows.',
  });
}
