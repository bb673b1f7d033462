import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Seals } from '../sealing/seals.js';
import { linkRows, outgoingRow } from '../transactions/new-rows.js';
import { dropPrivateReply } from '../transactions/private-replies.js';
import type { PrivateReplyRows, Queue } from '../transactions/rows.js';
import { links } from './schema/links.js';
import { messages } from './schema/messages.js';
import { bound, type Drizzle } from './binding.js';
import { prepareInsert } from './compiled.js';

export function prepareQueue(db: Drizzle, seals: Seals, privateReplies: PrivateReplyRows): Queue {
  const insert = prepareInsert(db, messages, columnsOfLater);
  const insertLink = prepareInsert(db, links);
  const cancelEveryones = prepareCancel(db);
  const cancelBots = prepareCancel(db, eq(messages.isBots, true));

  return {
    add(thread, now, message) {
      insert(outgoingRow(seals, thread, now, message));
      for (const link of linkRows(thread, message)) insertLink(link);
    },
    cancel(thread, now, { of, refusal }) {
      const cancel = of === 'everyone' ? cancelEveryones : cancelBots;
      for (const { id, basis } of cancel.all({ conversation: thread.number, now, refusal }))
        if (basis !== null) dropPrivateReply(privateReplies, thread, { id, basis });
    },
  };
}

const columnsOfLater = [
  'sequence',
  'from',
  'via',
  'platformMessageId',
  'explanation',
  'dueAt',
  'claimedAt',
  'token',
  'outboxOf',
] as const;

function prepareCancel(db: Drizzle, whose?: SQL) {
  const isInOutbox = eq(messages.outboxOf, sql.placeholder('conversation'));
  return db
    .update(messages)
    .set({
      state: 'cancelled',
      stateAt: bound(messages.stateAt, 'now'),
      refusal: bound(messages.refusal, 'refusal'),
    })
    .where(and(isInOutbox, eq(messages.state, 'queued'), whose))
    .returning({ id: messages.id, basis: messages.basis })
    .prepare();
}
