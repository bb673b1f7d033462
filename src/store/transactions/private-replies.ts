import { capabilities } from '../../core/channel.js';
import { isLiveReply } from '../../core/own-rate.js';
import type { Budget } from '../../core/channel-capabilities.js';
import type { Basis, Refusal } from '../../core/message.js';
import type { NewPrivateReply, PrivateReplyRows } from './rows.js';
import type { Thread } from './thread.js';

type Whose = Pick<Thread, 'workspace' | 'account' | 'channel'>;

interface Reply {
  readonly id: string;
  readonly basis: Basis;
}

/** The private reply that a message is; null: it is another sort of message. */
function privateReplyIn({ channel }: Whose, { id: messageId, basis }: Reply): NewPrivateReply | null {
  const { comments } = capabilities[channel];
  if (basis.kind !== 'private_reply' || comments === null) return null;
  const { commentId, until: deadline, commentedAt = deadline - comments.privateReplyLasts } = basis;
  return { commentId, messageId, commentedAt, deadline };
}

/** A message is queued: where it answers a comment that nobody has, the comment is its own. */
export function queuePrivateReply(
  rows: PrivateReplyRows,
  thread: Thread,
  message: Reply & { readonly state: 'queued' | 'not_sent' },
): void {
  const reply = message.state === 'queued' ? privateReplyIn(thread, message) : null;
  if (reply !== null) rows.add(thread, reply);
}

/** What is against a message that is about to leave, where it is a private reply; `refusal`: what is against it anyway. */
export function refusePrivateReply(
  rows: PrivateReplyRows,
  thread: Thread,
  message: Reply,
  { now, refusal }: { readonly now: number; readonly refusal: Refusal | null },
): Refusal | null {
  const reply = privateReplyIn(thread, message);
  if (reply === null) return refusal;
  if (now >= reply.deadline && (refusal === null || refusal === 'window_closed')) return 'comment_expired';
  if (refusal !== null) return refusal;
  const holder = rows.find(thread, reply.commentId);
  if (holder === undefined) rows.add(thread, reply);
  return holder === undefined || holder.messageId === message.id ? null : 'comment_answered';
}

/**
 * When a private reply may have a place among those of its account, epoch ms; null: now, or it needs none. Where places are
 * short, whoever commented last is answered first: so it waits for as many places as there are newer ones that wait. Under a
 * live broadcast none waits, though each takes a place: the others then wait longer than they might, and have days.
 */
export function awaitReplyPlace(
  rows: PrivateReplyRows,
  thread: Whose,
  message: Reply,
  now: number,
): number | null {
  const reply = privateReplyIn(thread, message);
  const budget = capabilities[thread.channel].comments?.privateReplies;
  if (reply === null || budget === undefined || isLiveReply(thread.channel, message.basis)) return null;
  // One that is tried again has its place.
  if (rows.find(thread, reply.commentId)?.state !== 'waiting') return null;
  const newer = rows.countNewer(thread, reply.commentedAt, budget.most);
  const at = findPlace(rows, thread, budget, { newer, now });
  return at === null ? null : Math.min(at, reply.deadline);
}

function findPlace(
  rows: PrivateReplyRows,
  thread: Whose,
  { most, per }: Budget,
  { newer, now }: { readonly newer: number; readonly now: number },
): number | null {
  const since = now - per;
  const free = Math.max(0, most - rows.countClaimed(thread, since));
  if (newer < free) return null;
  const freed = rows.claimedAt(thread, since, newer - free) ?? now;
  return freed + per;
}

/** It is being sent. */
export function takeReplyPlace(rows: PrivateReplyRows, thread: Whose, message: Reply, now: number): void {
  const reply = privateReplyIn(thread, message);
  if (reply !== null) rows.take(thread, reply, now);
}

/** It was sent, or failed for good: the comment has had its answer. */
export function finishPrivateReply(rows: PrivateReplyRows, thread: Whose, message: Reply): void {
  const reply = privateReplyIn(thread, message);
  if (reply !== null) rows.finish(thread, reply);
}

/** It was not sent: where it had never been tried, the comment may have another answer, but for one that came too late. */
export function giveUpPrivateReply(
  rows: PrivateReplyRows,
  thread: Whose,
  message: Reply,
  refusal: Refusal,
): void {
  const reply = privateReplyIn(thread, message);
  const holder = reply && rows.find(thread, reply.commentId);
  if (reply === null || holder?.messageId !== message.id) return;
  if (holder.state === 'waiting' && refusal !== 'comment_expired') rows.drop(thread, reply);
  else rows.finish(thread, reply);
}

/** It was cancelled; one that had been tried keeps its comment. */
export function dropPrivateReply(rows: PrivateReplyRows, thread: Whose, message: Reply): void {
  const reply = privateReplyIn(thread, message);
  if (reply !== null) rows.drop(thread, reply);
}
