import { capabilities } from '../channel.js';
import type { UnansweredComment } from '../conversation.js';
import type { Basis, MessageBody, MessageLink, Speaker } from '../message.js';
import { maySend } from '../permission.js';
import type { PhraseSet } from '../phrases.js';
import type { LinkTarget } from '../resources.js';
import { pickLanguage } from '../template.js';
import { isWindowOpen } from '../window.js';
import { compose, type Composition } from './compose.js';
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
  for (const body of compose(saying, capabilities[draft.conversation.channel])) queue(draft, saying, body);
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

function queue(draft: Draft, { basis: asked, speaker, isSensitive }: Saying, body: MessageBody): void {
  const basis = useComment(draft, asked);
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
function useComment(draft: Draft, basis: Basis): Basis {
  const { run } = draft.conversation;
  if (run?.comment === undefined || basis.kind !== 'reply_window') return basis;
  const { comment, ...answered } = run;
  draft.change({ run: answered });
  return basisAfterComment(draft, comment);
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
