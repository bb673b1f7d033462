import { capabilities } from '../../core/channel.js';
import type { SupportedChannel } from '../../core/channel.js';
import type { Way } from '../compile/way.js';
import { formatDuration } from '../duration.js';
import { placeOfStep } from '../flow-source.js';
import type { FlowNotes } from '../flow-source.js';
import { waysOf } from './flow-graph.js';
import type { FlowGraph } from './flow-graph.js';
import { firstOfEach } from './reach.js';
import { speaks } from './speaks.js';

/** What would be said when the reply window has closed, because several waits add up without a word from the contact. */
export function checkWindow(graph: FlowGraph, notes: FlowNotes): void {
  const narrowest = narrowestWindow(notes.vocabulary.channels);
  if (narrowest === null) return;
  const { channel, window } = narrowest;
  const silence = longestSilence(graph, window);
  const late = [...graph.nodes].filter(
    ([path, { step }]) => speaks(step) && (silence.get(path) ?? 0) >= window,
  );
  const paths = late.map(([path]) => path);
  for (const path of firstOfEach(paths, (at) => waysOf(graph, at).map(({ to }) => to))) {
    notes.report.error(
      placeOfStep(notes, path),
      'outside-window',
      `This may be said ${formatDuration(window)} or more after the last message from the contact; ${channel} does not allow that.`,
      {
        hint: 'Shorten the `wait`, or `within` of the questions before it, or put it under `if: { reply_window: open }`.',
      },
    );
  }
}

/** The channel of the workspace that can be written to for the shortest time, and that time, ms; null: none has a window. */
export function narrowestWindow(
  channels: readonly SupportedChannel[],
): { readonly channel: SupportedChannel; readonly window: number } | null {
  const [narrowest] = channels
    .flatMap((channel) => {
      const window = capabilities[channel].replyWindow;
      return window === null ? [] : [{ channel, window }];
    })
    .sort((a, b) => a.window - b.window);
  return narrowest ?? null;
}

/** How long the contact may have been silent at each step, ms; counted no further than the window. */
function longestSilence(graph: FlowGraph, window: number): ReadonlyMap<string, number> {
  const longest = new Map<string, number>([[graph.entry, 0]]);
  const pending = [graph.entry];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    for (const way of waysOf(graph, path)) {
      const silence = Math.min(window, silenceAfter(way, longest.get(path) ?? 0, window));
      if (silence <= (longest.get(way.to) ?? -1)) continue;
      longest.set(way.to, silence);
      pending.push(way.to);
    }
  }
  return longest;
}

/**
 * A question that waits too long is reported where it stands, and not again for all that follows; a `wait` may be as
 * long as it likes, it is what follows that may come too late.
 */
function silenceAfter({ by, silence, needsWindow }: Way, before: number, window: number): number {
  if (by === 'answer' || needsWindow || (by === 'otherwise' && silence >= window)) return 0;
  return before + silence;
}
