import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Event } from '../../core/event.js';
import type { OutcomeReached } from '../../core/effect.js';
import type { DeskReads, DeskView, Origin, SpokenRun } from '../desk.js';
import { isOrigin } from '../timeline/is-origin.js';
import { newestByOthers, ownWords } from '../timeline/newest-by-others.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';
import { prepareNumberOf } from './timeline.js';

/** How far we look back for flows that spoke, and for what brought the contact here. */
const linesBack = 500;
const eventsBack = 200;

interface DeskSources {
  readonly readOutcomesOf: (conversationId: string) => Promise<readonly OutcomeReached[]>;
}

export function prepareDeskReads(
  db: SharedDatabase,
  tables: Tables,
  { readOutcomesOf }: DeskSources,
): Omit<DeskReads, 'readTimeline'> {
  const whose = prepareWhose(db, tables);
  const runs = prepareRuns(db, tables);
  const origin = prepareOrigin(db, tables);
  return {
    async readDesk(conversationId): Promise<DeskView | null> {
      const rows = await whose({ conversationId });
      const [first] = rows;
      if (first === undefined) return null;
      const { number, state: conversation, createdAt: knownSince, platformId } = first;
      const others = rows.map((row) => row.alias).filter((alias) => alias !== platformId);
      return {
        conversation,
        knownSince,
        platformIds: [platformId, ...others],
        outcomes: (await readOutcomesOf(conversationId)).toReversed(),
        runs: await runs(number),
        origin: await origin(number),
      };
    },
    readVersion: prepareReadVersion(db, tables),
  };
}

function prepareWhose(db: SharedDatabase, { aliases, conversations }: Tables) {
  const { number, state, createdAt, platformId } = conversations;
  return prepareQuery(
    'read_desk',
    db
      .select({ number, state, createdAt, platformId, alias: aliases.platformId })
      .from(conversations)
      .innerJoin(aliases, eq(aliases.conversation, number))
      .where(eq(conversations.id, sql.placeholder('conversationId')))
      .orderBy(asc(aliases.platformId)),
  );
}

function prepareRuns(
  db: SharedDatabase,
  { messages }: Tables,
): (conversation: number) => Promise<readonly SpokenRun[]> {
  const query = prepareQuery(
    'desk_runs',
    db
      .select({ speaker: messages.speaker, at: messages.at })
      .from(messages)
      .where(eq(messages.conversation, sql.placeholder('conversation')))
      .orderBy(desc(messages.sequence))
      .limit(linesBack),
  );
  return async (conversation) => {
    const runs = new Map<string, SpokenRun>();
    for (const { speaker, at } of await query({ conversation })) {
      if (speaker?.kind !== 'flow') continue;
      const { runId: id, flow } = speaker;
      runs.set(id, { id, flow, at });
    }
    return [...runs.values()];
  };
}

const arrivals: readonly Event['kind'][] = [
  'messageReceived',
  'postbackReceived',
  'referralReceived',
  'commentPosted',
  'optedIn',
];

function prepareOrigin(
  db: SharedDatabase,
  { events, messages }: Tables,
): (conversation: number) => Promise<Origin | null> {
  const lately = prepareQuery(
    'desk_arrivals',
    db
      .select({ payload: events.payload, at: events.receivedAt })
      .from(events)
      .where(and(eq(events.conversation, sql.placeholder('conversation')), inArray(events.kind, arrivals)))
      .orderBy(desc(events.sequence))
      .limit(eventsBack),
  );
  const { body, via, at } = messages;
  const earlier = prepareQuery(
    'desk_way_in',
    db
      .select({ body, via, at })
      .from(messages)
      .where(
        and(
          eq(messages.conversation, sql.placeholder('conversation')),
          inArray(via, ['comment', 'story_reply', 'referral']),
        ),
      )
      .orderBy(desc(messages.sequence))
      .limit(1),
  );
  return async (conversation) => {
    const rows = await lately({ conversation });
    const found = rows.find(({ payload }) => payload !== null && isOrigin(payload));
    if (found?.payload) return { via: null, text: '', at: found.at, event: found.payload };
    const [line] = await earlier({ conversation });
    return line === undefined ? null : { via: line.via, text: line.body.text, at: line.at, event: null };
  };
}

function prepareReadVersion(db: SharedDatabase, tables: Tables): DeskReads['readVersion'] {
  const { messages, notes } = tables;
  const numberOf = prepareNumberOf(db, tables);
  const isOfConversation = eq(messages.conversation, sql.placeholder('conversation'));
  const newestWords = prepareQuery(
    'newest_words',
    db
      .select({ sequence: messages.sequence, speaker: messages.speaker })
      .from(messages)
      .where(and(isOfConversation, or(eq(messages.direction, 'in'), eq(messages.isBots, false))))
      .orderBy(desc(messages.sequence))
      .limit(ownWords),
  );
  const { sequence, authorId, author } = notes;
  const newestNotes = prepareQuery(
    'newest_notes',
    db
      .select({ sequence, authorId, author })
      .from(notes)
      .where(eq(notes.conversation, sql.placeholder('conversation')))
      .orderBy(desc(sequence))
      .limit(ownWords),
  );
  return async (conversationId, asker) => {
    const conversation = await numberOf(conversationId);
    if (conversation === null) return { message: 0, note: 0 };
    return newestByOthers(await newestWords({ conversation }), await newestNotes({ conversation }), asker);
  };
}
