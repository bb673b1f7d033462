import { hasTopicConsent, type Consent } from '../../core/consent.js';
import type { Contact, Conversation, OpenHandoff, Ownership } from '../../core/conversation.js';

/** The conversation with someone who was known twice; what both know of them is taken from the first. */
export function mergeStates(own: Conversation, other: Conversation, consent: Consent): Conversation {
  const merged: Conversation = {
    ...own,
    consent,
    contact: mergeContacts(own.contact, other.contact),
    ownership: other.blocked ? own.ownership : mergeOwnership(own.ownership, other.ownership),
    handoff: mergeHandoffs(own, other),
    unreachable: own.unreachable && other.unreachable,
    ...mergeMemory(own, other, consent),
  };
  return own.consent.stopped === null ? silenceIfStopped(merged) : merged;
}

/** Whoever has said STOP is left alone: what was under way ends, and nothing that was decided before goes out. */
export function silenceIfStopped(conversation: Conversation): Conversation {
  if (conversation.consent.stopped === null) return conversation;
  const { ownership, followUps, handoff } = conversation;
  const epoch = ownership.epoch + 1;
  return {
    ...conversation,
    run: null,
    awaiting: null,
    ...(followUps === undefined ? {} : { followUps: [] }),
    // Its timer ends with all others.
    handoff: handoff && awakened(handoff),
    ownership: { ...ownership, epoch },
    silencedBefore: epoch,
  };
}

function mergeContacts(own: Contact, other: Contact): Contact {
  const language = own.language ?? other.language;
  const sensitive = [
    ...(own.sensitiveFields ?? []),
    ...(other.sensitiveFields ?? []).filter((name) => !Object.hasOwn(own.fields, name)),
  ];
  return {
    ...own,
    profile: own.profile ?? other.profile,
    ...(language === undefined ? {} : { language }),
    tags: [...new Set([...own.tags, ...other.tags])],
    fields: { ...other.fields, ...own.fields },
    ...(sensitive.length === 0 ? {} : { sensitiveFields: [...new Set(sensitive)] }),
    ...(own.splits || other.splits ? { splits: { ...other.splits, ...own.splits } } : {}),
  };
}

/** Its own timer is lost where it was snoozed; and who is called spam has none. */
function mergeHandoffs(own: Conversation, other: Conversation): Conversation['handoff'] {
  if (own.handoff !== null || own.blocked) return own.handoff;
  return other.handoff && awakened(other.handoff);
}

function awakened({ snooze: _, ...handoff }: OpenHandoff): OpenHandoff {
  return handoff;
}

/** A person who speaks with them under either name goes on; the bot does not speak over them (P5). */
function mergeOwnership(own: Ownership, other: Ownership): Ownership {
  if (own.owner !== 'bot' || other.owner === 'bot') return own;
  const epoch = own.epoch + 1;
  const { owner, lastPersonAt } = other;
  return { owner, lastPersonAt, epoch, mutedBefore: epoch };
}

type Memory = Pick<
  Conversation,
  'flowVisits' | 'answeredPosts' | 'goneComments' | 'takenBack' | 'marketingTokens'
>;

function mergeMemory(own: Conversation, other: Conversation, consent: Consent): Memory {
  const tokens = [...(own.marketingTokens ?? []), ...(other.marketingTokens ?? [])];
  const visits = { ...other.flowVisits, ...own.flowVisits };
  const posts = [...(other.answeredPosts ?? []), ...(own.answeredPosts ?? [])];
  return {
    ...(Object.keys(visits).length === 0 ? {} : { flowVisits: visits }),
    ...(posts.length === 0 ? {} : { answeredPosts: posts }),
    ...mergeGone(own, other),
    ...(tokens.length === 0
      ? {}
      : { marketingTokens: tokens.filter(({ topic }) => hasTopicConsent(consent, topic)) }),
  };
}

function mergeGone(own: Conversation, other: Conversation): Pick<Conversation, 'goneComments' | 'takenBack'> {
  const comments = [...(other.goneComments ?? []), ...(own.goneComments ?? [])];
  const messages = [...(other.takenBack ?? []), ...(own.takenBack ?? [])];
  return {
    ...(comments.length === 0 ? {} : { goneComments: comments }),
    ...(messages.length === 0 ? {} : { takenBack: messages }),
  };
}
