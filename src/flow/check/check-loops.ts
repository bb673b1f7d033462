import { placeOfStep } from '../flow-source.js';
import type { FlowSet } from './flow-set.js';
import { findSilentLoops } from './silent-loops.js';
import type { Visit } from './silent-loops.js';

/**
 * Loops in which nobody is asked, and those in which someone who does not answer is asked for ever.
 *
 * @returns The flows that such a loop runs through.
 */
export function checkLoops(flows: FlowSet): ReadonlySet<string> {
  const loops = findSilentLoops(flows);
  for (const loop of loops) reportLoop(loop, flows);
  return new Set(loops.flat().map(({ flow }) => flow));
}

/** At the `go` or `run` that closes it. */
function reportLoop(loop: readonly Visit[], flows: FlowSet): void {
  const closing = loop.slice(0, -1).findLast((visit) => isJump(visit, flows)) ?? loop.at(-1);
  const read = closing && flows.get(closing.flow)?.read;
  if (closing === undefined || read === undefined) return;
  const place = placeOfStep(read.notes, closing.path);
  const { report } = read.notes;
  if (loop.some(({ by }) => by === 'otherwise')) {
    report.error(place, 'no-way-out', 'Someone who does not answer is asked again and again from here.', {
      hint: 'Let `otherwise` come to an end: `end`, a handoff, or a last message.',
    });
  } else {
    report.error(place, 'endless-loop', 'This leads back to itself, and nobody is asked in between.', {
      hint: 'Put a question into the loop, or let it lead elsewhere.',
    });
  }
}

function isJump({ flow, path }: Visit, flows: FlowSet): boolean {
  const verb = flows.get(flow)?.graph.nodes.get(path)?.step.verb;
  return verb === 'go' || verb === 'run';
}
