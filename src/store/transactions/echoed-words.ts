import type { MessageBody } from '../../core/message.js';

/**
 * Whether an echo says what a message of ours said. A channel without buttons says the link in a line of its own, by an
 * address that only the sending knows.
 */
export function isEchoOf({ text, link }: Pick<MessageBody, 'text' | 'link'>, echo: string): boolean {
  if (echo === text || link === undefined) return echo === text;
  const beforeAddress = `${text === '' ? '' : `${text}\n`}${link.label}: `;
  return echo.startsWith(beforeAddress) && /^https?:\/\/\S+$/.test(echo.slice(beforeAddress.length));
}
