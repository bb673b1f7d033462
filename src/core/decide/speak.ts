import { capabilities } from '../channel.js';
import type { ChannelCapabilities } from '../channel-capabilities.js';
import type { UnansweredComment } from '../conversation.js';
import type { Basis, MessageBody, MessageLink, Speaker } from '../message.js';
import { maySend } from '../permission.js';
import type { PhraseSet } from '../phrases.js';
import type { LinkTarget } from '../resources.js';
import { fillPhrase, pickLanguage } from '../template.js';
import { isWindowOpen } from '../window.js';
import { numberedIn, type Composition } from './compose.js';
import { composeDisclosing, noteBotSpoke } from './disclose.js';
import type { Draft } from './draft.js';
import { languagesOf } from './language.js';

export interface Saying extends Composition {
  readonly speaker: Speaker;
  readonly basis: Basis;
  /** Whether it repeats what the contact said in confidence; left out: it does not. */
  readonly isSensitive?: boolean;
}

/**
 * Queues a message, as several where the channel's limits demand it (`compose`). What may not be sent is kept as
 * `not_sent` with the reason (P6). An empty text says nothing.
 */
export function speak(draft: Draft, saying: Saying): void {
  const phrases = phrasesFor(draft);
  const basis = basisOf(draft, saying.basis);
  const disclosure = fillPhrase(phrases.disclosure, { brand: draft.workspace.brand });
  const said = { ...saying, basis, listLabel: phrases.choose };
  const limits = limitsOf(draft, basis);
  const bodies = composeDisclosing(draft, said, limits, disclosure);
  const before = draft.spoken;
  for (const body of bodies) speakBody(draft, saying, body);
  if (draft.spoken === before) return;
  rememberOffers(draft, said, limits);
  noteBotSpoke(
    draft,
    saying.speaker,
    bodies.some(({ text }) => text.startsWith(disclosure)),
  );
}

/** What the channel carries on that basis. */
function limitsOf({ conversation }: Draft, basis: Basis): ChannelCapabilities {
  const limits = capabilities[conversation.channel];
  if (basis.kind !== 'private_reply' || limits.comments?.privateQuickReplies !== false) return limits;
  return { ...limits, quickReplies: { ...limits.quickReplies, most: 0 } };
}

/**
 * A list that stands in a text must be known when its number comes back; what can be tapped takes its place. What repeats
 * something confidential is not kept anywhere but in its message.
 */
function rememberOffers(draft: Draft, said: Saying, limits: ChannelCapabilities): void {
  if ((said.quickReplies ?? []).length + (said.buttons ?? []).length === 0) return;
  const offered = said.isSensitive === true ? [] : numberedIn(said, limits);
  if (offered.length > 0) draft.change({ offered });
  else if (draft.conversation.offered) draft.change({ offered: null });
}

/** The server's own words, in the contact's language, the one that they just used, or the workspace's. */
export function phrasesFor(draft: Draft, language?: string): PhraseSet {
  const { phrases, languages } = draft.workspace;
  const own = draft.conversation.contact.language ?? language;
  const spoken = (own === undefined ? undefined : phrases.get(own)) ?? phrases.get(languages[0] ?? 'en');
  if (spoken === undefined)
    throw new Error(`The workspace ${draft.workspace.name} has no phrases of its first language.`);
  return spoken;
}

/** Queues one message as it is, which fits the channel. */
export function speakBody(
  draft: Draft,
  { basis: asked, speaker, isSensitive }: Pick<Saying, 'basis' | 'speaker' | 'isSensitive'>,
  body: MessageBody,
): void {
  const basis = basisOf(draft, asked);
  if (basis !== asked) spendComment(draft);
  const { epoch } = draft.conversation.ownership;
  const refusal = maySend(draft.conversation, { basis, speaker, epoch }, draft.now);
  const facts = { id: draft.nextMessageId(), body, basis, speaker, eventId: draft.event.id, epoch };
  const message = isSensitive ? { ...facts, isSensitive } : facts;
  draft.ask({
    kind: 'sendMessage',
    message: refusal === null ? { ...message, state: 'queued' } : { ...message, state: 'not_sent', refusal },
  });
  if (refusal !== null) draft.note('permission', `not sent: ${refusal}`);
}

/**
 * What a run that a comment started says first is the one private reply to it, unless the contact may be written to
 * anyway; whatever follows needs an open window.
 */
function basisOf(draft: Draft, asked: Basis): Basis {
  const comment = draft.conversation.run?.comment;
  return comment === undefined || asked.kind !== 'reply_window' ? asked : basisAfterComment(draft, comment);
}

function spendComment(draft: Draft): void {
  const { run } = draft.conversation;
  if (run === null) return;
  const { comment: _, ...answered } = run;
  draft.change({ run: answered });
}

/** A comment has one private reply, which is not spent where the contact may be written to anyway. */
export function basisAfterComment({ conversation, now }: Draft, comment: UnansweredComment): Basis {
  return isWindowOpen(conversation, now) ? { kind: 'reply_window' } : { kind: 'private_reply', ...comment };
}

/**
 * A link of the workspace with a code of its own, so that a click names the message that earned it.
 *
 * @param title What the button says; empty: the link's own label.
 */
export function trackLink(draft: Draft, link: LinkTarget, title = ''): MessageLink {
  const code = draft.nextLinkCode();
  return {
    label: title === '' ? labelOf(draft, link) : title,
    code,
    target: link.reference === undefined ? link.target : withReference(link.target, link.reference, code),
    ...(link.outcome === undefined ? {} : { outcome: link.outcome }),
  };
}

function labelOf(draft: Draft, { label, labels }: LinkTarget): string {
  return (labels && pickLanguage(labels, languagesOf(draft))) ?? label;
}

/** Tells the booking system the link's code, which it can report a booking by. */
function withReference(target: string, parameter: string, code: string): string {
  const address = new URL(target);
  address.searchParams.set(parameter, code);
  return address.href;
}
