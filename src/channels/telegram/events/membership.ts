import { asFields } from '../../fields.js';
import { momentOf, privateContact, type ReadKind } from './reading.js';

/** `kicked`: the user has blocked the bot; `member`: they lifted that, or began the chat. */
const reachable: ReadonlyMap<unknown, boolean> = new Map([
  ['kicked', false],
  ['member', true],
]);

/** `my_chat_member`: what the bot is in a private chat now (platforms reference §7.2). */
export const readMembership: ReadKind = (change, receivedAt) => {
  const chat = privateContact(change);
  if ('reason' in chat) return chat;
  const isReachable = reachable.get(asFields(change['new_chat_member'])?.['status']);
  if (isReachable === undefined) return { reason: 'neither blocked nor unblocked' };
  const occurredAt = momentOf(change['date'], receivedAt);
  return { ...chat, content: { kind: 'reachabilityChanged', occurredAt, isReachable } };
};
