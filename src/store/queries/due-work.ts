import { and, asc, count, eq, gt, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm';
import { day } from '../../core/channel-capabilities.js';
import type { Reads, StoreFigures } from '../reads.js';
import { prepareQueueFigures } from './queue/counts.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

type DueWorkReads = Pick<Reads, 'dueTimers' | 'nextTimerAt' | 'dueConversations' | 'figures'>;

/** What is to be done, and how much of it there is. */
export function prepareDueWorkReads(db: SharedDatabase, tables: Tables): DueWorkReads {
  return {
    ...prepareTimerReads(db, tables),
    dueConversations: prepareDueConversations(db, tables),
    figures: prepareFigures(db, tables),
  };
}

function prepareTimerReads(
  db: SharedDatabase,
  { conversations, timers }: Tables,
): Pick<Reads, 'dueTimers' | 'nextTimerAt'> {
  const { id, dueAt } = timers;
  const isOfOne = eq(conversations.id, sql.placeholder('conversationId'));
  const prepare = (name: string, filter?: SQL) =>
    prepareQuery(
      name,
      db
        .select({ id, conversationId: conversations.id, dueAt })
        .from(timers)
        .innerJoin(conversations, eq(conversations.number, timers.conversation))
        .where(and(filter, lte(dueAt, sql.placeholder('now'))))
        .orderBy(asc(dueAt))
        .limit(sql.placeholder('limit')),
    );
  const all = prepare('due_timers');
  const ofOne = prepare('due_timers_of', isOfOne);
  const due: Reads['dueTimers'] = (now, limit, conversationId) =>
    conversationId === undefined ? all({ now, limit }) : ofOne({ now, limit, conversationId });

  return {
    dueTimers: due,
    nextTimerAt: async () => (await due(Number.MAX_SAFE_INTEGER, 1))[0]?.dueAt ?? null,
  };
}

/** In the order of first sight, from behind the conversation `after`; from the first where that is gone. */
function prepareDueConversations(
  db: SharedDatabase,
  { conversations, messages }: Tables,
): Reads['dueConversations'] {
  const numberOf = prepareQuery(
    'number_of_conversation',
    db
      .select({ number: conversations.number })
      .from(conversations)
      .where(eq(conversations.id, sql.placeholder('id'))),
  );
  const queued = prepareQuery(
    'due_conversations',
    db
      .selectDistinct({ id: conversations.id, number: messages.outboxOf })
      .from(messages)
      .innerJoin(conversations, eq(conversations.number, messages.outboxOf))
      .where(and(eq(messages.state, 'queued'), gt(messages.outboxOf, sql.placeholder('after'))))
      .orderBy(asc(messages.outboxOf))
      .limit(sql.placeholder('limit')),
  );

  return async (limit, after) => {
    const [last] = after === null ? [] : await numberOf({ id: after });
    return (await queued({ limit, after: last?.number ?? 0 })).map(({ id }) => id);
  };
}

function prepareFigures(db: SharedDatabase, tables: Tables): Reads['figures'] {
  const { events, handoffs, messages, timers } = tables;
  const replies = preparePrivateReplyCounts(db, tables);
  const queue = prepareQueueFigures(db, tables);
  const howMany = { count: count() };
  const unsettled = prepareQuery(
    'count_unsettled',
    db
      .select({ state: messages.state, ...howMany })
      .from(messages)
      .where(isNotNull(messages.outboxOf))
      .groupBy(messages.state),
  );
  const openHandoffs = prepareQuery(
    'count_open_handoffs',
    db.select(howMany).from(handoffs).where(eq(handoffs.state, 'open')),
  );
  const waitingEvents = prepareQuery(
    'count_waiting_events',
    db
      .select(howMany)
      .from(events)
      .where(sql`${events.disposition} = 'deferred'`),
  );
  const dueTimers = prepareQuery(
    'count_due_timers',
    db
      .select(howMany)
      .from(timers)
      .where(lte(timers.dueAt, sql.placeholder('now'))),
  );

  return async (now) => {
    const byState = new Map((await unsettled()).map((row) => [row.state, row.count]));
    return {
      queuedMessages: byState.get('queued') ?? 0,
      unknownMessages: byState.get('unknown') ?? 0,
      openHandoffs: (await openHandoffs())[0]?.count ?? 0,
      waitingEvents: (await waitingEvents())[0]?.count ?? 0,
      dueTimers: (await dueTimers({ now }))[0]?.count ?? 0,
      ...(await queue(now)),
      ...(await replies(now)),
    };
  };
}

type PrivateReplyCounts = Pick<StoreFigures, 'waitingPrivateReplies' | 'expiredPrivateReplies24h'>;

function preparePrivateReplyCounts(
  db: SharedDatabase,
  { privateReplies }: Tables,
): (now: number) => Promise<PrivateReplyCounts> {
  const { claimedAt, deadline, state } = privateReplies;
  const waiting = prepareQuery(
    'count_waiting_private_replies',
    db
      .select({ count: count() })
      .from(privateReplies)
      .where(sql`${state} = 'waiting'`),
  );
  const passed = and(gt(deadline, sql.placeholder('since')), lte(deadline, sql.placeholder('now')));
  const expired = prepareQuery(
    'count_expired_private_replies',
    db
      .select({ count: count() })
      .from(privateReplies)
      .where(and(passed, eq(state, 'done'), isNull(claimedAt))),
  );
  return async (now) => ({
    waitingPrivateReplies: (await waiting())[0]?.count ?? 0,
    expiredPrivateReplies24h: (await expired({ now, since: now - day }))[0]?.count ?? 0,
  });
}
