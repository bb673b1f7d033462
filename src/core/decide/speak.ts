import { capabilities, type TextLimit } from '../channel.js';
import type { Basis, MessageBody, MessageLink, QuickReply, Speaker } from '../message.js';
import { maySend } from '../permission.js';
import type { PhraseSet } from '../phrases.js';
import { splitText } from '../split-text.js';
import type { LinkTarget } from '../resources.js';
import type { Draft } from './draft.js';

export interface Saying {
  readonly text: string;
  readonly speaker: Speaker;
  readonly basis: Basis;
  readonly quickReplies?: readonly QuickReply[];
  readonly link?: LinkTarget | null;
}

/**
 * Queues a message, as several where the channel's limit demands it; buttons stand under the last. What may not be sent
 * is kept as `not_sent` with the reason (P6). An empty text says nothing.
 */
export function speak(draft: Draft, saying: Saying): void {
  const parts = splitText(saying.text, limitFor(draft, saying)).filter((part) => part !== '');
  parts.forEach((text, index) => {
    const isLast = index === parts.length - 1;
    queue(draft, saying, isLast ? withButtons(draft, text, saying) : { text });
  });
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

function limitFor(draft: Draft, saying: Saying): TextLimit {
  const { text, linkText } = capabilities[draft.conversation.channel];
  return saying.link ? linkText : text;
}

function withButtons(draft: Draft, text: string, { quickReplies, link }: Saying): MessageBody {
  return {
    text,
    ...(quickReplies && quickReplies.length > 0 ? { quickReplies } : {}),
    ...(link ? { link: trackLink(draft, link) } : {}),
  };
}

function queue(draft: Draft, { basis, speaker }: Saying, body: MessageBody): void {
  const { epoch } = draft.conversation.ownership;
  const refusal = maySend(draft.conversation, { basis, speaker, epoch }, draft.now);
  const message = { id: draft.nextMessageId(), body, basis, speaker, eventId: draft.event.id, epoch };
  draft.ask({
    kind: 'sendMessage',
    message: refusal === null ? { ...message, state: 'queued' } : { ...message, state: 'not_sent', refusal },
  });
  if (refusal !== null) draft.note('permission', `not sent: ${refusal}`);
}

/** 64 bits of the event's salted hash and the message's number: short, and not to be guessed from another. */
function trackLink(draft: Draft, link: LinkTarget): MessageLink {
  const place = draft.peekMessageNumber().toString(36);
  return { label: link.label, code: `${draft.event.id.slice(0, 16)}${place}`, target: link.target };
}
