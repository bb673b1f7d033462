import type { TimelineItem } from './answers.js';

/** What an agent has sent and the story does not show yet. Nothing leaves this list but into the story or back into the composer. */
export interface Outgoing {
  /** The same at each try, so that it has its effect once. */
  readonly requestId: string;
  readonly kind: 'reply' | 'note';
  readonly text: string;
  /** Ids of users, of a note. */
  readonly mentions: readonly string[];
  /** Ids of uploads, of a reply. */
  readonly uploads: readonly string[];
  /** The desk's version when it was written. */
  readonly seen: string | null;
  /** The newest item of the story then: what came after it is what its writer has not seen. */
  readonly after: string | null;
  /** Epoch ms, by this browser's clock. */
  readonly at: number;
  readonly progress: 'sending' | 'accepted' | 'failed' | 'moved_on';
  /** Why it failed, for people. */
  readonly problem: string | null;
  /** The event that it became. */
  readonly eventId: string | null;
}

export type OutboxChange =
  | { readonly type: 'sent'; readonly outgoing: Outgoing }
  | { readonly type: 'accepted'; readonly requestId: string; readonly eventId: string }
  | { readonly type: 'failed'; readonly requestId: string; readonly problem: string }
  | { readonly type: 'moved_on'; readonly requestId: string }
  | { readonly type: 'taken_back'; readonly requestId: string };

export function changeOutbox(box: readonly Outgoing[], change: OutboxChange): readonly Outgoing[] {
  const changed = (requestId: string, part: Partial<Outgoing>): readonly Outgoing[] =>
    box.map((one) => (one.requestId === requestId ? { ...one, ...part } : one));
  switch (change.type) {
    case 'sent':
      return [...box.filter(({ requestId }) => requestId !== change.outgoing.requestId), change.outgoing];
    case 'accepted':
      return changed(change.requestId, { progress: 'accepted', eventId: change.eventId, problem: null });
    case 'failed':
      return changed(change.requestId, { progress: 'failed', problem: change.problem });
    case 'moved_on':
      return changed(change.requestId, { progress: 'moved_on', problem: null });
    case 'taken_back':
      return box.filter(({ requestId }) => requestId !== change.requestId);
  }
}

/** What is still to be shown beneath the story: what the story tells itself by now is left out. */
export function notYetTold(box: readonly Outgoing[], story: readonly TimelineItem[]): readonly Outgoing[] {
  return box.filter(
    (one) => one.eventId === null || !itemsSince(one, story).some((item) => tells(item, one)),
  );
}

/** A line names its event; a note bears an id of its own and is known by its words, as is what several lines became of. */
function tells(item: TimelineItem, { kind, eventId, text }: Outgoing): boolean {
  if (item.kind === 'fact') return false;
  if (item.kind === 'note') return kind === 'note' && item.text === text;
  const { event, direction } = item.line;
  return event?.id === eventId || (kind === 'reply' && direction === 'out' && item.line.text === text);
}

function itemsSince({ after }: Outgoing, story: readonly TimelineItem[]): readonly TimelineItem[] {
  return after === null ? story : story.slice(story.findIndex(({ id }) => id === after) + 1);
}

/** What others said after what the writer of this had seen, the newest last. */
export function unseenBy(
  outgoing: Outgoing,
  story: readonly TimelineItem[],
  isOwn: (item: TimelineItem) => boolean,
): readonly TimelineItem[] {
  return itemsSince(outgoing, story).filter((item) => item.kind !== 'fact' && !isOwn(item));
}

/** What a reload finds: whether it had arrived is not known, so it is offered to be sent again under its old id. */
export function afterReload(kept: unknown): readonly Outgoing[] {
  if (!Array.isArray(kept)) return [];
  return kept
    .filter((one): one is Outgoing => typeof one === 'object' && one !== null && 'requestId' in one)
    .map((one) => (one.progress === 'sending' ? { ...one, progress: 'failed', problem: null } : one));
}
