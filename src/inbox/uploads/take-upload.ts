import { capabilities } from '../../core/channel.js';
import type { Conversation } from '../../core/conversation.js';
import type { Store } from '../../store/store.js';
import type { Upload } from '../../store/uploads.js';
import { longestUpload, uploadTypes } from './upload-types.js';

export interface UploadParts {
  readonly store: Pick<Store, 'saveUpload'>;
  readonly newId: () => string;
  /** Not to be guessed: whoever has it may fetch the file. */
  readonly newToken: () => string;
  readonly now: () => number;
}

/** A file as it came. */
export interface ArrivedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly content: Buffer;
}

export type UploadTaken =
  | { readonly ok: true; readonly upload: Upload }
  | {
      readonly ok: false;
      readonly reason: 'unknown_type' | 'not_on_channel' | 'too_long' | 'empty';
      readonly message: string;
      readonly allowed: readonly string[];
    };

/** Keeps a file that an agent will send along, where the conversation's channel takes such a one. */
export async function takeUpload(
  { store, newId, newToken, now }: UploadParts,
  conversation: Pick<Conversation, 'id' | 'channel'>,
  userId: string | null,
  { name, mimeType, content }: ArrivedFile,
): Promise<UploadTaken> {
  const kind = uploadTypes[mimeType];
  const { kinds, sizes } = capabilities[conversation.channel].media;
  if (kind === undefined) return refuse('unknown_type', 'Files of this type are not sent.', allowedOn(kinds));
  if (!kinds.includes(kind))
    return refuse('not_on_channel', 'This channel does not take such files.', allowedOn(kinds));
  const most = Math.min(sizes[kind], longestUpload);
  if (content.length > most) {
    return refuse('too_long', `It may have ${most / 1_000_000} MB at most here.`, [`${most} bytes`]);
  }
  if (content.length === 0) return refuse('empty', 'There is nothing in this file.', []);
  const upload: Upload = { id: newId(), token: newToken(), kind, mimeType, name, bytes: content.length };
  await store.saveUpload({ ...upload, conversationId: conversation.id, userId, content, createdAt: now() });
  return { ok: true, upload };
}

function allowedOn(kinds: readonly string[]): readonly string[] {
  return Object.entries(uploadTypes).flatMap(([type, kind]) => (kinds.includes(kind) ? [type] : []));
}

function refuse(
  reason: Extract<UploadTaken, { ok: false }>['reason'],
  message: string,
  allowed: readonly string[],
): UploadTaken {
  return { ok: false, reason, message, allowed };
}
