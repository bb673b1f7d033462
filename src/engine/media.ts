import type { Channel, OpenedMedia, WantedMedia } from '../channels/channel.js';
import type { SupportedChannel } from '../core/channel.js';
import type { Attachment } from '../core/platform-event.js';
import type { Store } from '../store/store.js';
import { accessTo, type ConnectedAccount, type Workspaces } from './workspaces.js';

export interface MediaParts {
  readonly store: Pick<Store, 'readConversation' | 'readStory'>;
  readonly channels: ReadonlyMap<SupportedChannel, Channel>;
  readonly workspaces: Workspaces;
}

/** One of the things that were sent along with a message. */
export interface WantedAttachment {
  readonly conversationId: string;
  /** Ours, as in the conversation's story. */
  readonly messageId: string;
  /** Its place among those of the message, from 0. */
  readonly index: number;
}

export type AttachmentOpening =
  | {
      readonly ok: true;
      /** As the platform says; not to be believed by a browser. */
      readonly mimeType: string;
      readonly name: string | null;
      /** Bytes; null: it is not told. */
      readonly size: number | null;
      /** Throws where there turns out to be too much of it. */
      readonly content: AsyncIterable<Uint8Array>;
    }
  | {
      readonly ok: false;
      /** `no_content`: a place, a contact card or the like. The others: see `OpenedMedia`. */
      readonly reason: 'not_found' | 'no_content' | Extract<OpenedMedia, { ok: false }>['reason'];
    };

/** The most that is passed on of one attachment, bytes. */
export const largestAttachment = 25 * 1024 * 1024;

/** Fetches from its platform what was sent along: nothing of it is kept here, and none of it is looked at. */
export async function openAttachment(
  parts: MediaParts,
  wanted: WantedAttachment,
  signal: AbortSignal,
): Promise<AttachmentOpening> {
  const conversation = await parts.store.readConversation(wanted.conversationId);
  const attachment = conversation && (await findAttachment(parts, wanted));
  if (conversation === null || attachment === null) return { ok: false, reason: 'not_found' };
  const { url, mediaId = null, name = null } = attachment;
  if (url === null && mediaId === null) return { ok: false, reason: 'no_content' };
  const account = parts.workspaces.accountByName(conversation.workspace, conversation.account);
  if (account === undefined) return { ok: false, reason: 'unavailable' };
  const opened = await openAs(parts, account, { url, mediaId }, signal);
  if (!opened.ok) return opened;
  if ((opened.size ?? 0) > largestAttachment) return { ok: false, reason: 'too_large' };
  return { ...opened, name, content: within(largestAttachment, opened.content) };
}

async function findAttachment(
  { store }: MediaParts,
  { conversationId, messageId, index }: WantedAttachment,
): Promise<Attachment | null> {
  const story = await store.readStory(conversationId);
  return story.find(({ id }) => id === messageId)?.attachments[index] ?? null;
}

async function openAs(
  { channels }: MediaParts,
  account: ConnectedAccount,
  what: Pick<WantedMedia, 'url' | 'mediaId'>,
  signal: AbortSignal,
): Promise<OpenedMedia> {
  const openMedia = channels.get(account.channel)?.openMedia;
  return openMedia === undefined
    ? { ok: false, reason: 'unavailable' }
    : openMedia({ account: accessTo(account), ...what }, signal);
}

/** There is more of it than its platform said. */
class TooLarge extends Error {
  override readonly name = 'TooLarge';
  readonly code = 'attachment_too_large';
  readonly retryable = false;
}

async function* within(most: number, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const part of content) {
    size += part.length;
    if (size > most) throw new TooLarge('An attachment is larger than is passed on.');
    yield part;
  }
}
