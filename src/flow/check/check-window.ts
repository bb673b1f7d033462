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

/** A channel that can be written to for a time only. */
export interface ChannelWindow {
  readonly channel: SupportedChannel;
  /** How long after the contact's last message, ms. */
  readonly window: number;
}

/** What would be said when the reply window has closed, because several waits add up without a word from the contact. */
export function checkWindow(graph: FlowGraph, notes: FlowNotes): void {
  const reported = new Set<string>();
  for (const one of windowsOf(notes.vocabulary.channels)) {
    for (const path of lateSteps(graph, one, 0)) {
      if (!reported.has(path)) reportLate(path, one, notes);
      reported.add(path);
    }
  }
}

/** The channels among these that can be written to for a time only, the shortest first. */
export function windowsOf(channels: readonly SupportedChannel[]): readonly ChannelWindow[] {
  return channels
    .flatMap((channel) => {
      const window = capabilities[channel].replyWindow;
      return window === null ? [] : [{ channel, window }];
    })
    .sort((a, b) => a.window - b.window);
}

/**
 * The first steps on each way that would say something on this channel when its window has closed.
 *
 * @param before How long the contact has been silent when the flow begins, ms.
 */
export function lateSteps(
  graph: FlowGraph,
  { channel, window }: ChannelWindow,
  before: number,
): readonly string[] {
  const next = (path: string): readonly Way[] => waysOf(graph, path).filter((way) => isTakenOn(way, channel));
  const silence = longestSilence(graph.entry, next, { window, before });
  const late = [...graph.nodes].filter(
    ([path, { step }]) =>
      speaks(step) && !reachesOutside(step, channel) && (silence.get(path) ?? 0) >= window,
  );
  return firstOfEach(
    late.map(([path]) => path),
    (at) => next(at).map(({ to }) => to),
  );
}

function isTakenOn({ onlyOn }: Way, channel: SupportedChannel): boolean {
  return onlyOn === undefined || onlyOn.includes(channel);
}

function reportLate(path: string, { channel, window }: ChannelWindow, notes: FlowNotes): void {
  notes.report.error(
    placeOfStep(notes, path),
    'outside-window',
    `This may be said ${formatDuration(window)} or more after the last message from the contact; ${channel} does not allow that.`,
    {
      hint: `Shorten the \`wait\`, or \`within\` of the questions before it${otherWay(channel)}, or put it under \`if: { reply_window: open }\`.`,
    },
  );
}

function otherWay(channel: SupportedChannel): string {
  if (capabilities[channel].hasTemplates) return ', or say by `outside_window` which template it becomes';
  return capabilities[channel].hasMarketingTokens
    ? ', or say by `outside_window` under which topic it may still go'
    : '';
}

/** Whether a text says how it goes out on this channel when the window has closed. */
function reachesOutside(step: StepDefinition, channel: SupportedChannel): boolean {
  if (step.verb !== 'say') return false;
  const { template, topic } = step.extras?.outsideWindow ?? {};
  const { hasTemplates, hasMarketingTokens } = capabilities[channel];
  return (hasTemplates && template !== undefined) || (hasMarketingTokens && topic !== undefined);
}

/** How long the contact may have been silent at each step, ms; counted no further than the window. */
function longestSilence(
  entry: string,
  next: (path: string) => readonly Way[],
  { window, before }: { readonly window: number; readonly before: number },
): ReadonlyMap<string, number> {
  const longest = new Map<string, number>([[entry, Math.min(window, before)]]);
  const pending = [entry];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    for (const way of next(path)) {
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
