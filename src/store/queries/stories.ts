import { asc, eq, sql } from 'drizzle-orm';
import type { EventTrace, Reads, StoryLine } from '../reads.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

type StoryReads = Pick<Reads, 'readStory' | 'readTrace'>;

export function prepareStoryReads(db: SharedDatabase, { events, messages }: Tables): StoryReads {
  const story = prepareQuery(
    'read_story',
    db
      .select()
      .from(messages)
      .where(eq(messages.conversationId, sql.placeholder('conversationId')))
      .orderBy(asc(messages.sequence)),
  );
  const { id, kind, occurredAt, receivedAt, disposition, trace } = events;
  const traces = prepareQuery(
    'read_trace',
    db
      .select({ id, kind, occurredAt, receivedAt, disposition, trace })
      .from(events)
      .where(eq(events.conversationId, sql.placeholder('conversationId')))
      .orderBy(asc(events.sequence)),
  );

  return {
    readStory: async (conversationId) => (await story({ conversationId })).map(toStoryLine),
    readTrace: async (conversationId) => (await traces({ conversationId })).flatMap(toTrace),
  };
}

function toStoryLine(row: Tables['messages']['$inferSelect']): StoryLine {
  const {
    id,
    direction,
    from,
    body,
    at,
    state,
    refusal,
    explanation,
    speaker,
    basis,
    eventId,
    platformMessageId,
  } = row;
  return {
    id,
    direction,
    from,
    body,
    at,
    state,
    refusal,
    explanation,
    speaker,
    basis,
    eventId,
    platformMessageId,
  };
}

type TraceRow = Pick<
  Tables['events']['$inferSelect'],
  'id' | 'kind' | 'occurredAt' | 'receivedAt' | 'disposition' | 'trace'
>;

/** What is erased has nothing left to explain. */
function toTrace({ id: eventId, disposition, trace, ...facts }: TraceRow): readonly EventTrace[] {
  return disposition === 'erased' ? [] : [{ eventId, ...facts, disposition, trace: trace ?? [] }];
}
