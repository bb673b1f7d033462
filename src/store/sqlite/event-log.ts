import { and, asc, eq, sql } from 'drizzle-orm';
import type { Disposition, TraceEntry } from '../../core/decision.js';
import type { Event } from '../../core/event.js';
import { conversations } from './schema/conversations.js';
import { events } from './schema/events.js';
import { bound, prepareInsert, type Drizzle } from './binding.js';
import type { Thread } from './threads.js';

/** What became of an event. */
export interface Verdict {
  readonly disposition: Disposition | 'poison';
  readonly changedConsent: boolean;
  readonly trace: readonly TraceEntry[];
}

export interface WaitingEvent {
  readonly sequence: number;
  readonly event: Event;
}

/** Events with what was decided about them; their ids are the dedupe keys. */
export type EventLog = ReturnType<typeof prepareEventLog>;

export function prepareEventLog(db: Drizzle) {
  const byId = db
    .select({ sequence: events.sequence })
    .from(events)
    .where(eq(events.id, sql.placeholder('id')))
    .prepare();
  const conversationOf = db
    .select({ id: conversations.id })
    .from(events)
    .innerJoin(conversations, eq(conversations.number, events.conversation))
    .where(eq(events.id, sql.placeholder('id')))
    .prepare();
  const insert = prepareInsert(db, events, ['sequence']);
  const oldestWaiting = prepareOldestWaiting(db);
  const update = db
    .update(events)
    .set({
      disposition: bound(events.disposition, 'disposition'),
      changedConsent: sql`${events.changedConsent} or ${bound(events.changedConsent, 'changedConsent')}`,
      trace: bound(events.trace, 'trace'),
    })
    .where(eq(events.sequence, sql.placeholder('sequence')))
    .prepare();

  return {
    has: (id: string): boolean => byId.get({ id }) !== undefined,
    /** Where an event was decided; null: it has not been seen, or its conversation was erased. */
    findConversation: (id: string): string | null => conversationOf.get({ id })?.id ?? null,
    append({ number: conversation, workspace, account }: Thread, event: Event, verdict: Verdict): void {
      insert({
        id: event.id,
        workspace,
        account,
        conversation,
        kind: event.kind,
        occurredAt: event.occurredAt,
        receivedAt: event.receivedAt,
        disposition: verdict.disposition,
        changedConsent: verdict.changedConsent,
        payload: event,
        trace: verdict.trace,
      });
    },
    /** In order of arrival; undefined: none waits. */
    findOldestWaiting({ number: conversation }: Thread): WaitingEvent | undefined {
      const row = oldestWaiting.get({ conversation });
      return row?.payload ? { sequence: row.sequence, event: row.payload } : undefined;
    },
    /** Of one that had waited. */
    decideAgain: (sequence: number, verdict: Verdict) => void update.run({ sequence, ...verdict }),
  };
}

function prepareOldestWaiting(db: Drizzle) {
  return db
    .select({ sequence: events.sequence, payload: events.payload })
    .from(events)
    .where(
      and(sql`${events.disposition} = 'deferred'`, eq(events.conversation, sql.placeholder('conversation'))),
    )
    .orderBy(asc(events.sequence))
    .limit(1)
    .prepare();
}
