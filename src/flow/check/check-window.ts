import { capabilities } from '../../core/channel.js';
import type { SupportedChannel } from '../../core/channel.js';
import type { Way } from '../compile/way.js';
import type { StepDefinition } from '../definition.js';
import { formatDuration } from '../duration.js';
import { placeOfStep } from '../flow-source.js';
import type { FlowNotes } from '../flow-source.js';
import { waysOf } from './flow-graph.js';
import type { FlowGraph } from './flow-graph.js';
import { firstOfEach } from './reach.js';
import { speaks } from './speaks.js';

/** What would be said when the reply window has closed, because several waits add up without a word from the contact. */
export function checkWindow(graph: FlowGraph, notes: FlowNotes): void {
  const silences = new Map<number, ReadonlyMap<string, number>>();
  const reported = new Set<string>();
  for (const { channel, window } of windowsOf(notes.vocabulary.channels)) {
    const silence = silences.get(window) ?? longestSilence(graph, window);
    silences.set(window, silence);
    const late = [...graph.nodes].filter(
      ([path, { step }]) =>
        speaks(step) && !reachesOutside(step, channel) && (silence.get(path) ?? 0) >= window,
    );
    const paths = late.map(([path]) => path);
    for (const path of firstOfEach(paths, (at) => waysOf(graph, at).map(({ to }) => to))) {
      if (!reported.has(path)) reportLate(path, { channel, window }, notes);
      reported.add(path);
    }
  }
}

function reportLate(path: string, { channel, window }: ChannelWindow, notes: FlowNotes): void {
  const outside = capabilities[channel].hasTemplates
    ? ', say by `outside_window` which template it becomes'
    : '';
  notes.report.error(
    placeOfStep(notes, path),
    'outside-window',
    `This may be said ${formatDuration(window)} or more after the last message from the contact; ${channel} does not allow that.`,
    {
      hint: `Shorten the \`wait\`, or \`within\` of the questions before it${outside}, or put it under \`if: { reply_window: open }\`.`,
    },
  );
}

/** Whether a text says how it goes out on this channel when the window has closed. */
function reachesOutside(step: StepDefinition, channel: SupportedChannel): boolean {
  if (step.verb !== 'say') return false;
  const { template, topic } = step.extras?.outsideWindow ?? {};
  if (channel === 'messenger') return topic !== undefined;
  return capabilities[channel].hasTemplates && template !== undefined;
}

interface ChannelWindow {
  readonly channel: SupportedChannel;
  /** How long it can be written to, ms. */
  readonly window: number;
}

/** The channels of the workspace that can be written to for a time only, the shortest first. */
function windowsOf(channels: readonly SupportedChannel[]): readonly ChannelWindow[] {
  return channels
    .flatMap((channel) => {
      const window = capabilities[channel].replyWindow;
      return window === null ? [] : [{ channel, window }];
    })
    .sort((a, b) => a.window - b.window);
}

/**
 * The channel of the workspace that can be written to for the shortest time; null: none has a window.
 *
 * @param opening What is said first; a channel on which that goes out in another way has no window for it.
 */
export function narrowestWindow(
  channels: readonly SupportedChannel[],
  opening?: StepDefinition,
): ChannelWindow | null {
  const closed = windowsOf(channels).filter(
    ({ channel }) => opening === undefined || !reachesOutside(opening, channel),
  );
  return closed[0] ?? null;
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
