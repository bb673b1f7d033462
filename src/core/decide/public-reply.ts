import type { Flow } from '../flow.js';
import type { OutgoingMessage } from '../message.js';
import { maySend } from '../permission.js';
import { runIdOf } from '../run-id.js';
import type { Draft } from './draft.js';

interface PublicAnswer {
  readonly commentId: string;
  readonly flow: Flow;
  /** In the author's order; empty: nothing is said in public. */
  readonly texts: readonly string[];
}

/** Stands for the flow's start where a step would be named. No step can have this path. */
const startPlace = '(start)';

/**
 * Answers a comment where everybody reads it. Which text is chosen by the comment, so that they take turns under a post,
 * and is never the one that this contact got last. Where the private reply was refused, nothing is promised in public.
 */
export function replyPublicly(draft: Draft, { commentId, flow, texts }: PublicAnswer): void {
  if (texts.length === 0) return;
  if (draft.wasRefused) {
    draft.note('public reply', 'not said: nothing went out in private');
    return;
  }
  const place = choosePlace(draft, texts.length);
  draft.change({ lastPublicReply: place });
  draft.ask({
    kind: 'replyPublicly',
    commentId,
    message: messageOf(draft, commentId, flow, texts[place] ?? ''),
  });
}

function messageOf(draft: Draft, commentId: string, flow: Flow, text: string): OutgoingMessage {
  const { conversation, event, now } = draft;
  const { epoch } = conversation.ownership;
  const facts = {
    basis: { kind: 'public_reply', commentId },
    speaker: {
      kind: 'flow',
      flow: flow.name,
      version: flow.version,
      step: startPlace,
      runId: runIdOf(event.id),
    },
    epoch,
  } as const;
  const refusal = maySend(conversation, facts, now);
  const message = { id: draft.nextMessageId(), body: { text, isPublic: true }, eventId: event.id, ...facts };
  return refusal === null ? { ...message, state: 'queued' } : { ...message, state: 'not_sent', refusal };
}

/** The event's id is a hash: it spreads evenly, and the same comment always gets the same answer. */
function choosePlace({ event, conversation }: Draft, count: number): number {
  const letters = [...event.id].reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521,
    7,
  );
  const place = letters % count;
  return place === conversation.lastPublicReply ? (place + 1) % count : place;
}
