import { asc, eq, sql } from 'drizzle-orm';
import type { EventTrace, Reads, StoryLine } from '../reads.js';
import { prepareQuery, type Query, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

type StoryReads = Pick<Reads, 'readStory' | 'readTrace'>;

export function prepareStoryReads(db: SharedDatabase, tables: Tables): StoryReads {
  const story = prepareStory(db, tables);
  const traces = prepareTraces(db, tables);
  return {
    readStory: (conversationId) => story({ conversationId }),
    readTrace: async (conversationId) => (await traces({ conversationId })).flatMap(toTrace),
  };
}

function prepareStory(db: SharedDatabase, { conversations, messages }: Tables): Query<StoryLine> {
  const { id, direction, from, body, at, eventId, platformMessageId } = messages;
  const { state, refusal, explanation, speaker, basis } = messages;
  const received = { id, direction, from, body, at, eventId, platformMessageId };
  const lines = db
    .select({ ...received, state, refusal, explanation, speaker, basis })
    .from(messages)
    .innerJoin(conversations, eq(conversations.number, messages.conversation))
    .where(eq(conversations.id, sql.placeholder('conversationId')))
    .orderBy(asc(messages.sequence));
  return prepareQuery('read_story', lines);
}

type TraceRow = Pick<
  Tables['events']['$inferSelect'],
  'id' | 'kind' | 'occurredAt' | 'receivedAt' | 'disposition' | 'trace'
>;

function prepareTraces(db: SharedDatabase, { conversations, events }: Tables): Query<TraceRow> {
  const { id, kind, occurredAt, receivedAt, disposition, trace } = events;
  const rows = db
    .select({ id, kind, occurredAt, receivedAt, disposition, trace })
    .from(events)
    .innerJoin(conversations, eq(conversations.number, events.conversation))
    .where(eq(conversations.id, sql.placeholder('conversationId')))
    .orderBy(asc(events.sequence));
  return prepareQuery('read_trace', rows);
}

/** What is erased has nothing left to explain. */
function toTrace({ id: eventId, disposition, trace, ...facts }: TraceRow): readonly EventTrace[] {
  return disposition === 'erased' ? [] : [{ eventId, ...facts, disposition, trace: trace ?? [] }];
}
