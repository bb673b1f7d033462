import { placeOfStep } from '../flow-source.js';
import type { ReadFlow } from '../flow-source.js';
import type { FlowGraph } from './flow-graph.js';
import { waysOf } from './flow-graph.js';
import { firstOfEach, reachFrom } from './reach.js';
import { speaks } from './speaks.js';

/**
 * What a flow that a comment starts wants to say before the contact has written: only its first message can go out, as
 * the one private reply.
 */
export function checkCommentFlow(graph: FlowGraph, { definition, notes }: ReadFlow): void {
  if (!definition.start.some(({ kind }) => kind === 'comment')) return;
  const silently = (path: string): readonly string[] =>
    waysOf(graph, path).flatMap(({ to, by, needsWindow }) => (by === 'answer' || needsWindow ? [] : [to]));
  const spoken = (paths: Iterable<string>): readonly string[] =>
    [...paths].filter((path) => {
      const step = graph.nodes.get(path)?.step;
      return step !== undefined && speaks(step);
    });
  const first = spoken(reachFrom([graph.entry], silently));
  const later = new Set(first.flatMap((path) => spoken(reachFrom(silently(path), silently))));
  for (const path of firstOfEach(later, silently)) {
    notes.report.warning(
      placeOfStep(notes, path),
      'comment-says-too-much',
      'Where a comment started the flow this is not sent: one private reply is all that may be said before the contact answers.',
      {
        hint: 'Say it in one message with the question, or put it behind a question or under `if: { reply_window: open }`.',
      },
    );
  }
}
