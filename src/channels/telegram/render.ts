import type { Media, MediaKind } from '../../core/message.js';
import type { OutboundMessage } from '../channel.js';
import { type InlineKeyboard, keyboardOf } from './keyboard.js';

/** A method of the Bot API that sends something, with its body. */
export interface TelegramCall {
  readonly method: 'sendMessage' | 'sendPhoto' | 'sendVideo' | 'sendAudio' | 'sendDocument';
  readonly body: SendBody;
}

type SendBody = {
  readonly chat_id: string;
  readonly reply_markup?: InlineKeyboard;
} & (
  | { readonly text: string; readonly link_preview_options?: { readonly is_disabled: true } }
  | (MediaFile & { readonly caption?: string })
);

type MediaFile =
  | { readonly photo: string }
  | { readonly video: string }
  | { readonly audio: string }
  | { readonly document: string };

/**
 * Puts a message into Telegram's words: a text, or a medium with its caption, with an inline keyboard under it. Nothing is
 * formatted (no parse_mode), so that no sign of a text means anything. The core has parted what is said so that texts fit.
 *
 * Source: Telegram Bot API 10.1, sendMessage, sendPhoto and its kin (platforms reference §7.3).
 */
export function renderTelegram({ body, linkBase }: OutboundMessage, contactId: string): TelegramCall {
  const keyboard = keyboardOf(body, linkBase);
  const rest = { chat_id: contactId, ...(keyboard === null ? {} : { reply_markup: keyboard }) };
  const { media, text, link } = body;
  if (media !== undefined) {
    const caption = text === '' ? {} : { caption: text };
    return { method: methods[media.kind], body: { ...rest, ...fileOf(media), ...caption } };
  }
  // Beside a link of ours its page may be shown; whatever other address a text names, it is only named.
  const preview = link === undefined ? { link_preview_options: { is_disabled: true } as const } : {};
  return { method: 'sendMessage', body: { ...rest, text, ...preview } };
}

const methods: Readonly<Record<MediaKind, TelegramCall['method']>> = {
  image: 'sendPhoto',
  video: 'sendVideo',
  audio: 'sendAudio',
  file: 'sendDocument',
};

function fileOf({ kind, url }: Media): MediaFile {
  switch (kind) {
    case 'image':
      return { photo: url };
    case 'video':
      return { video: url };
    case 'audio':
      return { audio: url };
    case 'file':
      return { document: url };
  }
}
