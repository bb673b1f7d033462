import { and, asc, count, eq, gt, isNotNull, lte, sql } from 'drizzle-orm';
import type { Reads } from '../reads.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

type DueWorkReads = Pick<Reads, 'dueTimers' | 'nextTimerAt' | 'dueConversations' | 'figures'>;

/** What is to be done, and how much of it there is. */
export function prepareDueWorkReads(db: SharedDatabase, tables: Tables): DueWorkReads {
  const { messages, timers } = tables;
  const { id, conversationId, dueAt } = timers;
  const due = prepareQuery(
    'due_timers',
    db
      .select({ id, conversationId, dueAt })
      .from(timers)
      .where(lte(dueAt, sql.placeholder('now')))
      .orderBy(asc(dueAt))
      .limit(sql.placeholder('limit')),
  );
  const first = prepareQuery('next_timer', db.select({ dueAt }).from(timers).orderBy(asc(dueAt)).limit(1));
  const queued = prepareQuery(
    'due_conversations',
    db
      .selectDistinct({ id: messages.outboxOf })
      .from(messages)
      .where(and(eq(messages.state, 'queued'), gt(messages.outboxOf, sql.placeholder('after'))))
      .orderBy(asc(messages.outboxOf))
      .limit(sql.placeholder('limit')),
  );
  const figures = prepareFigures(db, tables);

  return {
    dueTimers: (now, limit) => due({ now, limit }),
    nextTimerAt: async () => (await first())[0]?.dueAt ?? null,
    dueConversations: async (limit, after) =>
      (await queued({ limit, after: after ?? '' })).flatMap(({ id }) => id ?? []),
    figures,
  };
}

function prepareFigures(db: SharedDatabase, tables: Tables): Reads['figures'] {
  const { events, handoffs, messages, timers } = tables;
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
    };
  };
}
