import { and, asc, eq, sql } from 'drizzle-orm';
import { openEvent } from '../sealing/open-rows.js';
import type { Seals } from '../sealing/seals.js';
import { eventRow } from '../transactions/new-rows.js';
import type { EventLog } from '../transactions/rows.js';
import { conversations } from './schema/conversations.js';
import { events } from './schema/events.js';
import { bound, type Drizzle } from './binding.js';
import { compileGet, prepareInsert } from './compiled.js';

export function prepareEventLog(db: Drizzle, seals: Seals): EventLog {
  const sequence = { sequence: events.sequence };
  const byId = compileGet(
    db,
    sequence,
    db
      .select(sequence)
      .from(events)
      .where(eq(events.id, sql.placeholder('id'))),
  );
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
    has: (id) => byId({ id }) !== undefined,
    findConversation: (id) => conversationOf.get({ id })?.id ?? null,
    append: (thread, event, verdict) => void insert(eventRow(seals, thread, event, verdict)),
    findOldestWaiting({ number: conversation, contactId }) {
      const row = oldestWaiting.get({ conversation });
      if (!row?.payload) return undefined;
      const { sequence, payload, sealed } = row;
      const key = sealed === null ? null : seals.keyOf(contactId);
      const event = openEvent(payload, { contactId, key, sealed });
      return { sequence, event: event ?? payload, isUnreadable: event === null };
    },
    decideAgain: (sequence, { disposition, changedConsent, trace }) =>
      void update.run({ sequence, disposition, changedConsent, trace }),
  };
}

function prepareOldestWaiting(db: Drizzle) {
  return db
    .select({ sequence: events.sequence, payload: events.payload, sealed: events.sealed })
    .from(events)
    .where(
      and(sql`${events.disposition} = 'deferred'`, eq(events.conversation, sql.placeholder('conversation'))),
    )
    .orderBy(asc(events.sequence))
    .limit(1)
    .prepare();
}
