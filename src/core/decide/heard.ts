import { recogniseCommand, type RecognisedCommand } from '../command.js';
import type { ReceivedMessage } from '../effect.js';
import type { EventFacts } from '../event-facts.js';
import type { MessageReceived, PostbackReceived, Referral, ReferralReceived } from '../platform-event.js';
import { COMMAND_LANGUAGES } from '../languages/all.js';
import { COMMANDS, type Command } from '../languages/language.js';
import { flowOfPayload, wordsOfPayload } from '../payload.js';
import type { Draft } from './draft.js';
import type { Said } from './question.js';
import { isTakenBack } from './taken-back.js';

/** What a contact can do that asks for an answer. */
export type ContactEvent = MessageReceived | PostbackReceived | ReferralReceived;

/** A contact's event in the terms in which triggers and questions look at it. */
export interface Heard extends Said {
  /** Whether the words were typed: only typed words can be commands. */
  readonly isTyped: boolean;
  /** Whether they were tapped on a quick reply that stands for typed words: no STOP, but it may ask for a person. */
  readonly isTappedWords: boolean;
  readonly postback: string | null;
  readonly ref: string | null;
  readonly ad: { readonly id: string | null } | null;
  readonly isStoryReply: boolean;
  readonly isStoryMention: boolean;
}

export function hear(event: ContactEvent): Heard {
  switch (event.kind) {
    case 'messageReceived':
      return {
        text: event.text,
        ...(event.quickReply === null ? typed : hearTap(event.quickReply, event.text)),
        ...hearReferral(event.referral),
        isStoryReply: event.storyReply !== null,
        isStoryMention: event.storyMention === true,
      };
    case 'postbackReceived':
      return {
        text: event.title,
        payload: event.isTyped === true ? null : event.payload,
        isTyped: event.isTyped === true,
        isTappedWords: false,
        postback: event.payload,
        ...hearReferral(event.referral),
        isStoryReply: false,
        isStoryMention: false,
      };
    case 'referralReceived':
      return {
        text: '',
        payload: null,
        isTyped: false,
        isTappedWords: false,
        postback: null,
        ...hearReferral(event.referral),
        isStoryReply: false,
        isStoryMention: false,
      };
  }
}

type Tap = Pick<Heard, 'payload' | 'isTyped' | 'isTappedWords' | 'postback'>;

const typed: Tap = { payload: null, isTyped: true, isTappedWords: false, postback: null };

/** What a tap on a quick reply means, or the number that stands for it: words, a button that starts a flow, or a choice. */
export function hearTap(payload: string, title: string): Tap & Partial<Pick<Heard, 'text'>> {
  const words = wordsOfPayload(payload, title);
  if (words !== null) return { ...typed, text: words, isTyped: false, isTappedWords: true };
  const postback = flowOfPayload(payload) === null ? null : payload;
  return { payload, isTyped: false, isTappedWords: false, postback };
}

/** Who comes by an advertisement has its id, or at least the platform's word that it was one. */
function hearReferral(referral: Referral | null): Pick<Heard, 'ref' | 'ad'> {
  const isAd = referral !== null && (referral.adId !== null || referral.source === 'ADS');
  return { ref: referral?.ref ?? null, ad: isAd ? { id: referral.adId } : null };
}

/** The command that a text is, if any. A word that several languages share belongs to the workspace's own. */
export function hearCommand(draft: Draft, text: string): RecognisedCommand | null {
  const { workspace } = draft;
  const spoken = workspace.languages.flatMap((language) =>
    COMMAND_LANGUAGES.map(({ code }) => code).filter((code) => code === language),
  );
  return recogniseCommand(text, spoken, commandsNow(draft));
}

/** START means something only after STOP, and only who is in a flow can go back in it: "start again" can be either. */
function commandsNow({ conversation, isStopped }: Draft): readonly Command[] {
  return COMMANDS.filter((command) => {
    if (command === 'start') return isStopped;
    return (command !== 'restart' && command !== 'back') || conversation.run !== null;
  });
}

/** Puts the contact's line into the story and opens the reply window. */
export function recordHeard(draft: Draft, event: ContactEvent): void {
  draft.ask({
    kind: 'recordMessage',
    message: {
      ...toReceived(event),
      ...(isTakenBack(draft.conversation, event) ? withoutWords : {}),
      ...(draft.isSensitive ? { isSensitive: true } : {}),
    },
  });
  noteContact(draft, event);
  noteMessage(draft, event);
}

/** What we show to have read is the last thing that they wrote. */
function noteMessage(draft: Draft, event: ContactEvent): void {
  if (event.kind === 'referralReceived' || event.platformMessageId === null) return;
  if (draft.conversation.lastContactEventId !== event.id) return;
  draft.change({ lastContactMessageId: event.platformMessageId });
}

/** They are there, and may be answered; by their clock, so that what arrives late takes nothing back. */
export function noteContact(draft: Draft, { id, occurredAt }: EventFacts): void {
  const { lastContactAt } = draft.conversation;
  draft.change({ unreachable: false });
  if (lastContactAt !== null && occurredAt < lastContactAt) return;
  draft.change({ lastContactAt: occurredAt, lastContactEventId: id });
}

/**
 * They did something that opens the reply window like a message (platforms reference §10), and is none that a person might
 * answer after STOP.
 */
export function openWindow(draft: Draft, { occurredAt }: EventFacts): void {
  const { lastContactAt } = draft.conversation;
  if (!draft.isStopped) draft.change({ lastContactAt: Math.max(lastContactAt ?? occurredAt, occurredAt) });
}

const withoutWords = { text: '', attachments: [] } satisfies Partial<ReceivedMessage>;

function toReceived(event: ContactEvent): ReceivedMessage {
  return {
    id: event.id,
    from: 'contact',
    text: hear(event).text,
    platformMessageId: event.kind === 'referralReceived' ? null : event.platformMessageId,
    occurredAt: event.occurredAt,
    receivedAt: event.receivedAt,
    via: viaOf(event),
    ...(event.kind === 'messageReceived' && event.attachments.length > 0
      ? { attachments: event.attachments }
      : {}),
  };
}

function viaOf(event: ContactEvent): ReceivedMessage['via'] {
  if (event.kind === 'postbackReceived') return event.isTyped === true ? 'text' : 'postback';
  if (event.kind === 'referralReceived') return 'referral';
  if (event.quickReply !== null) return 'quick_reply';
  if (event.storyReply !== null) return 'story_reply';
  return event.text === '' && event.attachments.length > 0 ? 'attachment' : 'text';
}
