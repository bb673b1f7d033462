import type { ChannelCapabilities } from '../channel-capabilities.js';
import type { Basis, MessageBody, Speaker } from '../message.js';
import { maySend } from '../permission.js';
import { compose, type Composition } from './compose.js';
import type { Draft } from './draft.js';

type Said = Composition & { readonly basis: Basis; readonly speaker: Speaker };

/**
 * What is said, after a word that it is a machine who says it, where that is due (platforms reference §10): in the same
 * message, or where that would part it in one before. A private reply to a comment is one message, so there it is said only
 * where it fits in.
 *
 * @param disclosure The word, filled in.
 */
export function composeDisclosing(
  draft: Draft,
  said: Said,
  limits: ChannelCapabilities,
  disclosure: string,
): readonly MessageBody[] {
  const plain = compose(said, limits);
  if (plain.length === 0 || !isDue(draft, said)) return plain;
  const text = said.text === '' ? disclosure : `${disclosure}\n\n${said.text}`;
  const disclosing = compose({ ...said, text }, limits);
  if (disclosing.length === plain.length) return disclosing;
  return said.basis.kind === 'private_reply' ? plain : [...compose({ text: disclosure }, limits), ...plain];
}

/**
 * At the first message to a contact ever, after a long time without any, and after a person had the chat. The answers to
 * STOP, START and HELP say what they are, and a person is none. What is not going to be sent discloses nothing.
 */
function isDue({ conversation, workspace, now }: Draft, { basis, speaker }: Said): boolean {
  const { disclosedAt = null, botSpokeAt = 0, ownership } = conversation;
  if (workspace.disclosure === null || speaker.kind === 'person' || basis.kind === 'confirmation')
    return false;
  if (maySend(conversation, { basis, speaker, epoch: ownership.epoch }, now) !== null) return false;
  if (disclosedAt === null || (ownership.lastPersonAt ?? disclosedAt) > disclosedAt) return true;
  return now - botSpokeAt >= workspace.disclosure.gap;
}

/** Remembers that the bot has spoken, and whether it has said what it is. */
export function noteBotSpoke(draft: Draft, speaker: Speaker, hasDisclosed: boolean): void {
  if (draft.workspace.disclosure === null || speaker.kind === 'person') return;
  draft.change({ botSpokeAt: draft.now, ...(hasDisclosed ? { disclosedAt: draft.now } : {}) });
}

/** A person gives the chat back: who speaks next is a machine again. */
export function forgetDisclosure(draft: Draft): void {
  if (draft.conversation.disclosedAt !== undefined) draft.change({ disclosedAt: null });
}
