import { type ChannelCapabilities, measureText, type TextLimit } from '../../core/channel-capabilities.js';
import type { Card, Media, MessageBody, MessageButton } from '../../core/message.js';
import { clipText } from '../../core/split-text.js';

/**
 * The same message as a text with buttons at most: quick replies become a numbered list, which can be answered by their
 * words; of a medium its address is said, and of cards what stands on them. Where all of it does not fit, the text gives
 * way, since an answer that cannot be seen cannot be chosen.
 */
export function inPlainWords(
  body: MessageBody,
  linkBase: string,
  capabilities: ChannelCapabilities,
): MessageBody {
  const { text, link, buttons, media, cards = [], quickReplies = [] } = body;
  const lines = [
    ...(media === undefined ? [] : [tellMedia(media)]),
    ...cards.map((card) => tellCard(card, linkBase)),
    ...quickReplies.map(({ title }, index) => `${index + 1}. ${title}`),
  ];
  if (lines.length === 0) return body;
  const hasButtons = link !== undefined || (buttons ?? []).length > 0;
  const limit = hasButtons ? capabilities.linkText : capabilities.text;
  return {
    text: joinWithin(text, lines.join('\n'), limit),
    ...(link === undefined ? {} : { link }),
    ...(buttons === undefined ? {} : { buttons }),
  };
}

function tellMedia({ alt, url }: Media): string {
  return alt === '' ? url : `${alt}: ${url}`;
}

function tellCard({ title, text, button }: Card, linkBase: string): string {
  return [title, text, button === null ? '' : tellButton(button, linkBase)]
    .filter((line) => line !== '')
    .join('\n');
}

function tellButton(button: MessageButton, linkBase: string): string {
  switch (button.kind) {
    case 'link':
      return `${button.link.label}: ${linkBase}${button.link.code}`;
    case 'postback':
      return `• ${button.title}`;
    case 'call':
      return `${button.title}: ${button.phone}`;
  }
}

function joinWithin(text: string, tail: string, limit: TextLimit): string {
  if (text === '') return clipText(tail, limit);
  const left = limit.size - measureText(`\n${tail}`, limit);
  return left <= 0 ? clipText(tail, limit) : `${clipText(text, { ...limit, size: left })}\n${tail}`;
}
