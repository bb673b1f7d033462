import type { OutboundMessage } from '../channel.js';

/** Body of `POST /2/dm_conversations/with/:participant_id/messages`. */
export interface XMessage {
  readonly text: string;
}

/**
 * A message on X is words and no more. The core has said buttons, choices and media in words; the link of the message is
 * said here, by its tracked address, which only the sending knows.
 *
 * Source: X API v2, create a DM message (platforms reference §8.3).
 */
export function renderX({ body, linkBase }: OutboundMessage): XMessage {
  const { text, link } = body;
  const lines = [text, ...(link === undefined ? [] : [`${link.label}: ${linkBase}${link.code}`])];
  return { text: lines.filter((line) => line !== '').join('\n') };
}
