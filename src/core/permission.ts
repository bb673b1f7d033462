import { capabilities } from './channel.js';
import { hasTopicConsent } from './consent.js';
import type { Conversation } from './conversation.js';
import type { Basis, Refusal, Speaker } from './message.js';
import { isPersonWindowOpen, isWindowOpen } from './window.js';

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
    basisRefusal(conversation, message, now)
  );
}

/** What each basis needs beside consent, owner and reach. */
function basisRefusal(
  conversation: Conversation,
  { basis, speaker }: PermissionFacts,
  now: number,
): Refusal | null {
  switch (basis.kind) {
    case 'private_reply':
      return commentRefusal(conversation, basis.commentId, basis.until, now);
    case 'public_reply':
      return commentRefusal(conversation, basis.commentId, Infinity, now);
    case 'human_agent':
      return speaker.kind === 'person' ? personRefusal(conversation, now) : 'basis_missing';
    case 'template':
      if (!capabilities[conversation.channel].hasTemplates) return 'channel_cannot';
      return basis.topic === null ? null : topicRefusal(conversation, basis.topic);
    case 'marketing_token':
      if (!capabilities[conversation.channel].hasMarketingTokens) return 'channel_cannot';
      return now < basis.until ? topicRefusal(conversation, basis.topic) : 'token_expired';
    case 'reply_window':
    case 'confirmation':
    case 'person':
    case 'person_after_stop':
      return isWindowOpen(conversation, now) ? null : 'window_closed';
  }
}

/** A person may take longer than the reply window on some channels; automation never may (P6). */
function personRefusal(conversation: Conversation, now: number): Refusal | null {
  if (capabilities[conversation.channel].personWindow === null) return 'channel_cannot';
  return isPersonWindowOpen(conversation, now) ? null : 'window_closed';
}

function topicRefusal({ consent }: Conversation, topic: string): Refusal | null {
  return hasTopicConsent(consent, topic) ? null : 'no_consent';
}

/** A comment is answered without a reply window, where its channel can do that: in private for some days, and once. */
function commentRefusal(
  { channel, goneComments = [] }: Conversation,
  commentId: string,
  until: number,
  now: number,
): Refusal | null {
  if (capabilities[channel].comments === null) return 'channel_cannot';
  if (goneComments.includes(commentId)) return 'comment_gone';
  return now < until ? null : 'window_closed';
}

/**
 * What a person's answer stands on at `now`: the reply window, or where that has closed the longer time that the platform
 * gives persons; after STOP, what the contact wrote since.
 */
export function basisOfReply(conversation: Conversation, now: number): Basis {
  const { consent, lastContactEventId } = conversation;
  if (consent.stopped !== null && lastContactEventId !== null)
    return { kind: 'person_after_stop', answers: lastContactEventId };
  const isLate = !isWindowOpen(conversation, now) && isPersonWindowOpen(conversation, now);
  return { kind: isLate ? 'human_agent' : 'person' };
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
