import type { ReadFlow } from '../flow-source.js';
import type { Mention } from '../mention.js';
import type { Piecewise } from '../piecewise.js';
import type { Report } from '../report.js';
import { checkAnswers } from './check-answers.js';
import { checkCalls } from './check-calls.js';
import { checkCommentFlow } from './check-comment-flows.js';
import { checkDeadEnds } from './check-dead-ends.js';
import { checkEndlessRuns } from './check-endless-runs.js';
import { checkFollowUps } from './check-follow-ups.js';
import { checkIds } from './check-ids.js';
import { checkLoops } from './check-loops.js';
import { checkReachable } from './check-reachable.js';
import { checkReferences } from './check-references.js';
import { checkSplits } from './check-splits.js';
import { checkStartLimits } from './check-start-limits.js';
import { checkStarts } from './check-starts.js';
import { checkWindow } from './check-window.js';
import { buildFlowSet } from './flow-set.js';

/**
 * What only shows when the flows of a workspace are looked at together, and as graphs.
 * Names are taken once each.
 *
 * @param names Of all flows, also of those that could not be read.
 * @param elsewhere What stands outside the flows and refers to them.
 */
export function* checkFlows(
  flows: readonly ReadFlow[],
  names: readonly string[],
  elsewhere: readonly Mention[],
  report: Report,
): Piecewise<void> {
  checkReferences(flows, names, elsewhere, report);
  yield;
  checkStarts(flows, report);
  checkSplits(flows, report);
  checkStartLimits(flows, report);
  yield;
  const set = buildFlowSet(flows);
  yield;
  checkEndlessRuns(set);
  checkCalls(set);
  yield;
  const looping = checkLoops(set);
  for (const [name, { graph, read }] of set) {
    checkReachable(graph, read.notes);
    checkIds(read);
    checkAnswers(graph, read.notes);
    checkCommentFlow(graph, read);
    // In a loop without an answer every wait adds up to any time at all.
    if (!looping.has(name)) checkWindow(graph, read.notes);
    yield;
  }
  checkDeadEnds(set);
  yield;
  checkFollowUps(set, report);
}
