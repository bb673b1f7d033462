import { asc, eq, sql } from 'drizzle-orm';
import { openBody } from '../sealing/open-rows.js';
import type { EventTrace, Reads, StoryLine } from '../reads.js';
import type { StoredBody } from '../stored-body.js';
import { prepareQuery, type Query, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

export interface StoryReads extends Pick<Reads, 'readStory' | 'readTrace'> {
  /** With what was said in confidence; for the contact alone. */
  readonly readWholeStory: (conversationId: string) => Promise<readonly StoryLine[]>;
}

export function prepareStoryReads(db: SharedDatabase, tables: Tables): StoryReads {
  const story = prepareStory(db, tables);
  const wholeStory = prepareWholeStory(db, tables);
  const traces = prepareTraces(db, tables);
  return {
    readStory: (conversationId) => story({ conversationId }),
    readWholeStory: (conversationId) => wholeStory({ conversationId }),
    readTrace: async (conversationId) => (await traces({ conversationId })).flatMap(toTrace),
  };
}

/** Of a line as it is shown. */
export function lineColumns({ messages }: Tables) {
  const { id, direction, from, body, at, eventId, platformMessageId } = messages;
  const { state, refusal, explanation, speaker, basis } = messages;
  const received = { id, direction, from, body, at, eventId, platformMessageId };
  return { ...received, state, refusal, explanation, speaker, basis };
}

function prepareWholeStory(db: SharedDatabase, tables: Tables): Query<StoryLine> {
  const { contactKeys, conversations, messages } = tables;
  const { contactId } = conversations;
  const rows = db
    .select({ line: lineColumns(tables), contactId, sealed: messages.sealed, key: contactKeys.key })
    .from(messages)
    .innerJoin(conversations, eq(conversations.number, messages.conversation))
    .leftJoin(contactKeys, eq(contactKeys.contactId, contactId))
    .where(eq(conversations.id, sql.placeholder('conversationId')))
    .orderBy(asc(messages.sequence));
  const query = prepareQuery('read_whole_story', rows);
  return async (values) =>
    (await query(values)).map(({ line, ...seal }) =>
      toLine({ ...line, body: openBody(line, seal) ?? line.body }),
    );
}

function prepareStory(db: SharedDatabase, tables: Tables): Query<StoryLine> {
  const { conversations, messages } = tables;
  const lines = db
    .select(lineColumns(tables))
    .from(messages)
    .innerJoin(conversations, eq(conversations.number, messages.conversation))
    .where(eq(conversations.id, sql.placeholder('conversationId')))
    .orderBy(asc(messages.sequence));
  const query = prepareQuery('read_story', lines);
  return async (values) => (await query(values)).map(toLine);
}

export type StoredLine = Omit<StoryLine, 'body' | 'attachments'> & { readonly body: StoredBody };

export function toLine({ body: { attachments = [], ...body }, ...line }: StoredLine): StoryLine {
  return { ...line, body, attachments };
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
