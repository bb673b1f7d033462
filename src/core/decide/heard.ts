import type { ReceivedMessage } from '../effect.js';
import type { MessageReceived, PostbackReceived, ReferralReceived } from '../event.js';
import type { Draft } from './draft.js';
import type { Said } from './question.js';

/** What a contact can do that asks for an answer. */
export type ContactEvent = MessageReceived | PostbackReceived | ReferralReceived;

/** A contact's event in the terms in which triggers and questions look at it. */
export interface Heard extends Said {
  /** Whether the words were typed: only typed words can be commands. */
  readonly isTyped: boolean;
  readonly postback: string | null;
  readonly ref: string | null;
  readonly isStoryReply: boolean;
}

export function hear(event: ContactEvent): Heard {
  switch (event.kind) {
    case 'messageReceived':
      return {
        text: event.text,
        payload: event.quickReply,
        isTyped: event.quickReply === null,
        postback: null,
        ref: event.referral?.ref ?? null,
        isStoryReply: event.storyReply !== null,
      };
    case 'postbackReceived':
      return {
        text: event.title,
        payload: event.payload,
        isTyped: false,
        postback: event.payload,
        ref: event.referral?.ref ?? null,
        isStoryReply: false,
      };
    case 'referralReceived':
      return {
        text: '',
        payload: null,
        isTyped: false,
        postback: null,
        ref: event.referral.ref,
        isStoryReply: false,
      };
  }
}

/** Puts the contact's line into the story and opens the reply window. */
export function recordHeard(draft: Draft, event: ContactEvent): void {
  const { lastContactAt } = draft.conversation;
  draft.ask({ kind: 'recordMessage', message: toReceived(event) });
  draft.change({
    lastContactAt: Math.max(lastContactAt ?? event.occurredAt, event.occurredAt),
    lastContactEventId: event.id,
    unreachable: false,
  });
}

function toReceived(event: ContactEvent): ReceivedMessage {
  return {
    id: event.id,
    from: 'contact',
    text: hear(event).text,
    platformMessageId: event.kind === 'referralReceived' ? null : event.platformMessageId,
    occurredAt: event.occurredAt,
    receivedAt: event.receivedAt,
    via: viaOf(event),
  };
}

function viaOf(event: ContactEvent): ReceivedMessage['via'] {
  if (event.kind === 'postbackReceived') return 'postback';
  if (event.kind === 'referralReceived') return 'referral';
  if (event.quickReply !== null) return 'quick_reply';
  if (event.storyReply !== null) return 'story_reply';
  return event.text === '' && event.attachments.length > 0 ? 'attachment' : 'text';
}
