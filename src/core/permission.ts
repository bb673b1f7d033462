import { capabilities } from './channel.js';
import type { Conversation } from './conversation.js';
import type { Basis, Refusal, Speaker } from './message.js';
import { isWindowOpen } from './window.js';

/** What permission depends on, of a message. */
export interface PermissionFacts {
  readonly basis: Basis;
  readonly speaker: Speaker;
  readonly epoch: number;
}

/**
 * Whether a message may be sent at `now`: null, or why not. The one place where permission is decided; asked when a
 * message is made and again, in the claim's transaction, before it goes out (P4, P5, P6).
 */
export function maySend(conversation: Conversation, message: PermissionFacts, now: number): Refusal | null {
  return (
    consentRefusal(conversation, message) ??
    ownerRefusal(conversation, message) ??
    (conversation.unreachable ? 'unreachable' : null) ??
    basisRefusal(conversation, message.basis, now)
  );
}

/** A comment is answered without a reply window, where its channel can do that: in private for some days, and once. */
function basisRefusal(conversation: Conversation, basis: Basis, now: number): Refusal | null {
  const answersComments = capabilities[conversation.channel].comments !== null;
  switch (basis.kind) {
    case 'private_reply':
      if (!answersComments) return 'channel_cannot';
      return now < basis.until ? null : 'window_closed';
    case 'public_reply':
      return answersComments ? null : 'channel_cannot';
    default:
      return isWindowOpen(conversation, now) ? null : 'window_closed';
  }
}

/**
 * After STOP only its confirmation goes out, and a person's answer to something written since. What was decided before a
 * STOP never does, not even after START.
 */
function consentRefusal(
  { consent, silencedBefore, lastContactAt }: Conversation,
  { basis, epoch }: PermissionFacts,
): Refusal | null {
  if (basis.kind === 'confirmation' && basis.of === 'stop') return null;
  if (epoch < silencedBefore) return 'stopped';
  if (consent.stopped === null) return null;
  if (basis.kind !== 'person_after_stop') return 'stopped';
  return lastContactAt !== null && lastContactAt > consent.stopped.occurredAt ? null : 'stopped';
}

/** The bot never speaks over a person; the confirmation of STOP is the law's word, not the bot's. */
function ownerRefusal(
  { ownership }: Conversation,
  { basis, speaker, epoch }: PermissionFacts,
): Refusal | null {
  if (speaker.kind === 'person' || (basis.kind === 'confirmation' && basis.of === 'stop')) return null;
  return epoch < ownership.mutedBefore ? 'owner_changed' : null;
}
