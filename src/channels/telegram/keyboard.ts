import type { MessageBody, MessageButton } from '../../core/message.js';
import { telegram } from '../../core/channels/telegram.js';
import { clipText } from '../../core/split-text.js';

/** A key under a message: it opens a page, or sends its data back. */
export type InlineKey =
  { readonly text: string; readonly url: string } | { readonly text: string; readonly callback_data: string };

export interface InlineKeyboard {
  readonly inline_keyboard: readonly (readonly InlineKey[])[];
}

/** From so many characters on a title needs the whole row of a phone. */
const longTitle = 17;

const mostInRow = 3;

/**
 * The keys of a message: the link first, then buttons, then the answers that are offered; null: it has none. Short titles
 * stand side by side, long ones each in a row.
 *
 * Source: Telegram Bot API 10.1, InlineKeyboardMarkup, InlineKeyboardButton (platforms reference §7.3).
 */
export function keyboardOf(
  { link, buttons = [], quickReplies = [] }: MessageBody,
  linkBase: string,
): InlineKeyboard | null {
  const all: readonly MessageButton[] = link === undefined ? buttons : [{ kind: 'link', link }, ...buttons];
  const pressed = all.slice(0, telegram.buttons.most).flatMap((button) => keyOf(button, linkBase));
  const offered = quickReplies
    .slice(0, telegram.quickReplies.most)
    .map(({ title, payload }) => ({ text: titleOf(title), callback_data: payload }));
  const rows = [...inRows(pressed), ...inRows(offered)];
  return rows.length === 0 ? null : { inline_keyboard: rows };
}

/** Telegram has no key that calls; the core says the number in words. */
function keyOf(button: MessageButton, linkBase: string): readonly InlineKey[] {
  switch (button.kind) {
    case 'link':
      return [{ text: titleOf(button.link.label), url: `${linkBase}${button.link.code}` }];
    case 'postback':
      return [{ text: titleOf(button.title), callback_data: button.payload }];
    case 'call':
      return [];
  }
}

function titleOf(title: string): string {
  return clipText(title, telegram.buttons.title);
}

function inRows(keys: readonly InlineKey[]): readonly (readonly InlineKey[])[] {
  const width = keys.some(({ text }) => text.length >= longTitle) ? 1 : mostInRow;
  const rows: (readonly InlineKey[])[] = [];
  for (let at = 0; at < keys.length; at += width) rows.push(keys.slice(at, at + width));
  return rows;
}
