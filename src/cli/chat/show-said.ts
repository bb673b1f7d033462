import type { OutgoingMessage } from '../../core/message.js';
import { describeSpeaker } from '../../flow/transcript/speaker-words.js';

/**
 * Messages as lines for a terminal: who speaks, then what a follower sees.
 *
 *     guide › size
 *       How big is your shop?
 *       1. Small
 *       2. Large
 */
export function showSaid(said: readonly OutgoingMessage[]): string {
  return said.map(showMessage).join('\n');
}

function showMessage({ body, speaker }: OutgoingMessage): string {
  const lines = [
    ...body.text.split('\n'),
    ...(body.link ? [`[${body.link.label}] ${body.link.target}`] : []),
    ...(body.quickReplies ?? []).map(({ title }, index) => `${index + 1}. ${title}`),
  ];
  return [describeSpeaker(speaker), ...lines.map((line) => `  ${line}`)].join('\n');
}
