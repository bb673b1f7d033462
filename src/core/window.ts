import { capabilities } from './channel.js';
import type { Conversation } from './conversation.js';

type WindowFacts = Pick<Conversation, 'channel' | 'lastContactAt'>;

/**
 * What opens the reply window, by moving `lastContactAt` (platforms reference §6.6, §7.2, §8.4, §10). On Messenger and
 * Instagram: a message, a press of a button, a link or an ad that was followed into the thread, a plugin, a reaction; on
 * WhatsApp: a message, a press, a reaction; on Telegram and X, which have no window: whatever shows that they began the
 * chat. A comment never does, nor an opt-in to marketing messages, a receipt, or an edit.
 *
 * @returns When it closes, epoch ms; null: it is not open at all; Infinity: the channel knows no window.
 */
export function windowClosesAt({ channel, lastContactAt }: WindowFacts): number | null {
  if (lastContactAt === null) return null;
  const length = capabilities[channel].replyWindow;
  return length === null ? Infinity : lastContactAt + length;
}

/** Whether a person may still answer at `now`, where the platform gives persons longer (platforms reference §3.3). */
export function isPersonWindowOpen({ channel, lastContactAt }: WindowFacts, now: number): boolean {
  const length = capabilities[channel].personWindow;
  return length !== null && lastContactAt !== null && now < lastContactAt + length;
}

/** Whether a business may write freely at `now` (platforms reference §10: 24 h after the contact's last message). */
export function isWindowOpen(conversation: WindowFacts, now: number): boolean {
  const closesAt = windowClosesAt(conversation);
  return closesAt !== null && now < closesAt;
}
