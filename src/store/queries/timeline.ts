import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { runIdOf } from '../../core/run-id.js';
import type { DeskReads, TimelineItem } from '../desk.js';
import type { EventTrace, StoryLine } from '../reads.js';
import { readMergedPage, type Placed, type TimelineSource } from '../timeline/merge-pages.js';
import { type PreparedSource, prepareFacts } from './facts.js';
import { turns } from '../timeline/turns.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import { lineColumns, toLine } from './stories.js';
import type { Tables } from './tables.js';

export function prepareTimeline(db: SharedDatabase, tables: Tables): Pick<DeskReads, 'readTimeline'> {
  const numberOf = prepareNumberOf(db, tables);
  const sources = [prepareLines(db, tables), prepareNotes(db, tables), ...prepareFacts(db, tables)];
  return {
    async readTimeline(conversationId, page) {
      const conversation = await numberOf(conversationId);
      if (conversation === null) return { items: [], next: null };
      const read = sources.map(
        (source): TimelineSource<TimelineItem> =>
          (before, limit) =>
            source({ conversation, before, limit }),
      );
      return readMergedPage(read, page);
    },
  };
}

export function prepareNumberOf(
  db: SharedDatabase,
  { conversations }: Tables,
): (conversationId: string) => Promise<number | null> {
  const query = prepareQuery(
    'number_of_conversation',
    db
      .select({ number: conversations.number })
      .from(conversations)
      .where(eq(conversations.id, sql.placeholder('id'))),
  );
  return async (id) => (await query({ id }))[0]?.number ?? null;
}

interface LineWithEvent {
  readonly sequence: number;
  readonly line: StoryLine;
  readonly event: EventTrace | null;
}

function prepareLines(db: SharedDatabase, tables: Tables): PreparedSource {
  const { events, messages } = tables;
  const { id, kind, occurredAt, receivedAt, disposition, trace } = events;
  const query = prepareQuery(
    'timeline_lines',
    db
      .select({
        sequence: messages.sequence,
        line: lineColumns(tables),
        event: { id, kind, occurredAt, receivedAt, disposition, trace },
      })
      .from(messages)
      .leftJoin(events, eq(events.id, messages.eventId))
      .where(
        and(
          eq(messages.conversation, sql.placeholder('conversation')),
          lt(messages.sequence, sql.placeholder('before')),
        ),
      )
      .orderBy(desc(messages.sequence))
      .limit(sql.placeholder('limit')),
  );
  return async ({ conversation, before, limit }) => {
    // A line has two places: its own, and the one before it, where the run stands that it is the first word of.
    const rows = await query({ conversation, before: Math.ceil(before / 2), limit: limit + 1 });
    const lines = rows.map(({ sequence, line, event }) => ({
      sequence,
      line: toLine(line),
      event: toTrace(event),
    }));
    const placed = lines.flatMap((line, index) => placeLine(line, lines[index + 1]));
    return placed.filter(({ place }) => place < before).slice(0, limit);
  };
}

/** Newest first: the line, and then the run that it is the first word of. */
function placeLine(
  { sequence, line, event }: LineWithEvent,
  previous: LineWithEvent | undefined,
): readonly Placed<TimelineItem>[] {
  const { id, at } = line;
  const turn = line.direction === 'in' ? turns.heard : turns.said;
  const item = { kind: 'message' as const, id, at, line, event };
  const placed = { place: 2 * sequence + 1, at, turn, item };
  const run = runBegunBy(line);
  if (run === null || run.id === (previous && runBegunBy(previous.line)?.id)) return [placed];
  const fact = { of: 'run' as const, flow: run.flow };
  return [placed, { place: 2 * sequence, at, turn, item: { kind: 'fact', id: run.id, at, fact } }];
}

/** The run that the line's own event has begun; null: it goes on with one, or is no flow's. */
function runBegunBy({ speaker, eventId }: StoryLine): { readonly id: string; readonly flow: string } | null {
  if (speaker?.kind !== 'flow' || speaker.runId !== runIdOf(eventId)) return null;
  return { id: speaker.runId, flow: speaker.flow };
}

type EventColumns = Pick<
  Tables['events']['$inferSelect'],
  'id' | 'kind' | 'occurredAt' | 'receivedAt' | 'disposition' | 'trace'
>;

/** What is erased has nothing left to explain. */
function toTrace(event: EventColumns | null): EventTrace | null {
  if (event === null || event.disposition === 'erased') return null;
  const { id: eventId, disposition, trace, ...facts } = event;
  return { eventId, ...facts, disposition, trace: trace ?? [] };
}

function prepareNotes(db: SharedDatabase, { notes }: Tables): PreparedSource {
  const { sequence, id, authorId, author, text, mentions, at } = notes;
  const query = prepareQuery(
    'timeline_notes',
    db
      .select({ sequence, id, authorId, author, text, mentions, at })
      .from(notes)
      .where(
        and(eq(notes.conversation, sql.placeholder('conversation')), lt(sequence, sql.placeholder('before'))),
      )
      .orderBy(desc(sequence))
      .limit(sql.placeholder('limit')),
  );
  return async (which) =>
    (await query({ ...which })).map(({ sequence: place, authorId: userId, author: name, ...row }) => {
      const note = { ...row, author: { id: userId, name } };
      return { place, at: row.at, turn: turns.done, item: { kind: 'note', id: row.id, at: row.at, note } };
    });
}
