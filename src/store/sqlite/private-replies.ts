import { and, asc, count, eq, gt, sql } from 'drizzle-orm';
import type { PrivateReplyRows } from '../transactions/rows.js';
import { bound, rowOf, type Drizzle } from './binding.js';
import { privateReplies } from './schema/private-replies.js';

const isOfAccount = and(
  eq(privateReplies.account, sql.placeholder('account')),
  eq(privateReplies.workspace, sql.placeholder('workspace')),
);
const isOfComment = and(isOfAccount, eq(privateReplies.commentId, sql.placeholder('commentId')));
const isOfMessage = and(isOfComment, eq(privateReplies.messageId, sql.placeholder('messageId')));

/** Word for word the conditions of the indexes. */
const isWaiting = sql`${privateReplies.state} = 'waiting'`;
const wasClaimed = sql`${privateReplies.claimedAt} is not null`;

export function preparePrivateReplies(db: Drizzle): PrivateReplyRows {
  const insert = db.insert(privateReplies).values(rowOf(privateReplies)).onConflictDoNothing().prepare();
  const { messageId, state } = privateReplies;
  const find = db.select({ messageId, state }).from(privateReplies).where(isOfComment).prepare();
  const take = db
    .update(privateReplies)
    .set({ state: 'claimed', claimedAt: bound(privateReplies.claimedAt, 'now') })
    .where(isOfMessage)
    .prepare();
  const finish = db.update(privateReplies).set({ state: 'done' }).where(isOfMessage).prepare();
  const drop = db.delete(privateReplies).where(and(isOfMessage, isWaiting)).prepare();
  const places = preparePlaces(db);

  return {
    add: ({ number: conversation, workspace, account }, reply) =>
      void insert.run({ workspace, account, conversation, ...reply, state: 'waiting', claimedAt: null }),
    find: ({ workspace, account }, commentId) => find.get({ workspace, account, commentId }),
    take: ({ workspace, account }, { commentId, messageId: id }, now) =>
      void take.run({ workspace, account, commentId, messageId: id, now }),
    finish: ({ workspace, account }, { commentId, messageId: id }) =>
      void finish.run({ workspace, account, commentId, messageId: id }),
    drop: ({ workspace, account }, { commentId, messageId: id }) =>
      void drop.run({ workspace, account, commentId, messageId: id }),
    ...places,
  };
}

function preparePlaces(db: Drizzle): Pick<PrivateReplyRows, 'countClaimed' | 'claimedAt' | 'countNewer'> {
  const isSince = and(isOfAccount, wasClaimed, gt(privateReplies.claimedAt, sql.placeholder('since')));
  const claimed = db.select({ count: count() }).from(privateReplies).where(isSince).prepare();
  const claimedAt = db
    .select({ at: privateReplies.claimedAt })
    .from(privateReplies)
    .where(isSince)
    .orderBy(asc(privateReplies.claimedAt))
    .limit(1)
    .offset(sql.placeholder('place'))
    .prepare();
  const newest = db
    .select({ at: privateReplies.commentedAt })
    .from(privateReplies)
    .where(and(isOfAccount, isWaiting, gt(privateReplies.commentedAt, sql.placeholder('commentedAt'))))
    .limit(sql.placeholder('most'))
    .as('newest');
  const newer = db.select({ count: count() }).from(newest).prepare();
  return {
    countClaimed: ({ workspace, account }, since) => claimed.get({ workspace, account, since })?.count ?? 0,
    claimedAt: ({ workspace, account }, since, place) =>
      claimedAt.get({ workspace, account, since, place })?.at ?? undefined,
    countNewer: ({ workspace, account }, commentedAt, most) =>
      newer.get({ workspace, account, commentedAt, most })?.count ?? 0,
  };
}
