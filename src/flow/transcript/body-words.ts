import type { MessageBody } from '../../core/message.js';

/** A message in a line: its words, or what it shows instead. */
export function tellBody({ text, media, cards = [] }: MessageBody): string {
  const shown = [
    ...(text === '' ? [] : [text]),
    ...(media === undefined ? [] : [`[${media.kind}: ${media.alt === '' ? media.url : media.alt}]`]),
    ...(cards.length === 0 ? [] : [`[cards: ${cards.map(({ title }) => title).join(', ')}]`]),
  ];
  return shown.join(' ');
}
