import { capabilities } from './channel.js';
import type { Conversation } from './conversation.js';

type WindowFacts = Pick<Conversation, 'channel' | 'lastContactAt'>;

/** When the reply window closes, epoch ms; null: it is not open at all; Infinity: the channel knows no window. */
export function windowClosesAt({ channel, lastContactAt }: WindowFacts): number | null {
  if (lastContactAt === null) return null;
  const length = capabilities[channel].replyWindow;
  return length === null ? Infinity : lastContactAt + length;
}

/** Whether a business may write freely at `now` (platforms reference §10: 24 h after the contact's last message). */
export function isWindowOpen(conversation: WindowFacts, now: number): boolean {
  const closesAt = windowClosesAt(conversation);
  return closesAt !== null && now < closesAt;
}
