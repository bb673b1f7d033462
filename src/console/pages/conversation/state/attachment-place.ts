import type { Line } from './answers.js';

export type SentAlong = Line['attachments'][number];

/** Where something stands that a contact sent along. */
export interface AttachmentPlace {
  readonly conversationId: string;
  readonly messageId: string;
  /** Its place among what was sent along, from 0. */
  readonly index: number;
}

/** Where the server passes it on from the platform. */
export function attachmentAddress({ conversationId, messageId, index }: AttachmentPlace): string {
  const [conversation, message] = [conversationId, messageId].map(encodeURIComponent);
  return `/api/v1/conversations/${conversation}/messages/${message}/attachments/${index}`;
}

/** How it can be looked at; `file`: only saved. */
export function shownAs({ type, mime_type: mimeType }: SentAlong): 'image' | 'audio' | 'video' | 'file' {
  const family = mimeType?.split('/')[0] ?? type;
  if (family === 'image' || family === 'sticker') return mimeType === 'image/svg+xml' ? 'file' : 'image';
  if (family === 'audio' || family === 'voice') return 'audio';
  return family === 'video' ? 'video' : 'file';
}
