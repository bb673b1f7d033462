import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';
import type { Fact, TimelineItem } from '../desk.js';
import { isToldAsFact } from '../fact-events.js';
import type { Placed } from '../timeline/merge-pages.js';
import { turns } from '../timeline/turns.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

interface Which {
  /** `conversations.number` */
  readonly conversation: number;
  readonly before: number;
  readonly limit: number;
}

/** Items of a conversation before a place, the newest first. */
export type PreparedSource = (which: Which) => Promise<readonly Placed<TimelineItem>[]>;

/** What happened beside what was said, by where it is stored. */
export function prepareFacts(db: SharedDatabase, tables: Tables): readonly PreparedSource[] {
  return [
    prepareConsent(db, tables),
    prepareOutcomes(db, tables),
    prepareHandoffs(db, tables),
    prepareEvents(db, tables),
    prepareMerges(db, tables),
  ];
}

function placed(place: number, id: string, at: number, fact: Fact): Placed<TimelineItem> {
  return { place, at, turn: turnOf(fact), item: { kind: 'fact', id, at, fact } };
}

/** A flow counts an outcome or asks for a person after what it says; all else is done before anything is said to it. */
function turnOf(fact: Fact): number {
  switch (fact.of) {
    case 'outcome':
      return fact.outcome.source.kind === 'flow' ? turns.ledTo : turns.done;
    case 'handoff':
      return fact.reason === 'taken' ? turns.done : turns.ledTo;
    default:
      return turns.done;
  }
}

/** An event whose payload is erased or pruned tells nothing any more. */
function prepareEvents(db: SharedDatabase, { events }: Tables): PreparedSource {
  const { sequence, id, receivedAt, disposition, payload, trace } = events;
  const query = prepareQuery(
    'timeline_events',
    db
      .select({ sequence, id, receivedAt, disposition, payload, trace })
      .from(events)
      .where(
        and(
          eq(events.conversation, sql.placeholder('conversation')),
          lt(sequence, sql.placeholder('before')),
          isToldAsFact(events),
          sql`${payload} is not null`,
        ),
      )
      .orderBy(desc(sequence))
      .limit(sql.placeholder('limit')),
  );
  return async (which) =>
    (await query({ ...which })).flatMap((row) =>
      row.payload === null
        ? []
        : [
            placed(row.sequence, row.id, row.receivedAt, {
              of: 'event',
              event: row.payload,
              trace: row.trace ?? [],
              isPoison: row.disposition === 'poison',
            }),
          ],
    );
}

function prepareHandoffs(db: SharedDatabase, { handoffs }: Tables): PreparedSource {
  const { sequence, id, team, reason, openedAt } = handoffs;
  const query = prepareQuery(
    'timeline_handoffs',
    db
      .select({ sequence, id, team, reason, openedAt })
      .from(handoffs)
      .where(
        and(
          eq(handoffs.conversation, sql.placeholder('conversation')),
          lt(sequence, sql.placeholder('before')),
        ),
      )
      .orderBy(desc(sequence))
      .limit(sql.placeholder('limit')),
  );
  return async (which) =>
    (await query({ ...which })).map((row) =>
      placed(row.sequence, row.id, row.openedAt, { of: 'handoff', team: row.team, reason: row.reason }),
    );
}

function prepareOutcomes(db: SharedDatabase, { outcomes }: Tables): PreparedSource {
  const { sequence, id, name, at, source, runId, value, currency } = outcomes;
  const query = prepareQuery(
    'timeline_outcomes',
    db
      .select({ sequence, outcome: { id, name, at, source, runId, value, currency } })
      .from(outcomes)
      .where(
        and(
          eq(outcomes.conversation, sql.placeholder('conversation')),
          lt(sequence, sql.placeholder('before')),
        ),
      )
      .orderBy(desc(sequence))
      .limit(sql.placeholder('limit')),
  );
  return async (which) =>
    (await query({ ...which })).map(({ sequence: place, outcome }) =>
      placed(place, outcome.id, outcome.at, { of: 'outcome', outcome }),
    );
}

/** A contact's chain is short; its places are those in it, so that a line keeps its own whatever follows. */
function prepareConsent(db: SharedDatabase, { conversations, ledger }: Tables): PreparedSource {
  const { sequence, change, purpose, actor, eventId, receivedAt } = ledger;
  const query = prepareQuery(
    'timeline_consent',
    db
      .select({ sequence, change, purpose, actor, eventId, receivedAt })
      .from(conversations)
      .innerJoin(ledger, eq(ledger.contactId, conversations.contactId))
      .where(
        and(
          eq(conversations.number, sql.placeholder('conversation')),
          lt(sequence, sql.placeholder('before')),
        ),
      )
      .orderBy(desc(sequence))
      .limit(sql.placeholder('limit')),
  );
  return async (which) =>
    (await query({ ...which })).map(({ sequence: place, eventId: id, receivedAt: at, ...fact }) =>
      placed(place, `${id}.consent.${String(place)}`, at, { of: 'consent', ...fact }),
    );
}

/** Those in whom the contact was known before; few, and their place is their turn. */
function prepareMerges(db: SharedDatabase, { merges }: Tables): PreparedSource {
  const { contactId, conversation, mergedAt } = merges;
  const query = prepareQuery(
    'timeline_merges',
    db
      .select({ contactId, mergedAt })
      .from(merges)
      .where(eq(conversation, sql.placeholder('conversation')))
      .orderBy(asc(mergedAt), asc(contactId)),
  );
  return async ({ conversation: whose, before, limit }) =>
    (await query({ conversation: whose }))
      .map((row, place) => placed(place, `merge.${row.contactId}`, row.mergedAt, { of: 'merge' }))
      .filter(({ place }) => place < before)
      .reverse()
      .slice(0, limit);
}
