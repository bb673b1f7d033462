import { and, eq, sql } from 'drizzle-orm';
import type { MessageBody } from '../../core/message.js';
import type { Seals } from '../sealing/seals.js';
import { receivedRow } from '../transactions/new-rows.js';
import type { ReceivedMessages } from '../transactions/rows.js';
import { withoutWords } from '../transactions/without-words.js';
import { events } from './schema/events.js';
import { messages } from './schema/messages.js';
import { bound, type Drizzle } from './binding.js';
import { prepareInsert } from './compiled.js';
import type { WordIndex } from './search/word-index.js';

export function prepareReceivedMessages(db: Drizzle, seals: Seals, words: WordIndex): ReceivedMessages {
  const insert = prepareInsert(db, messages, columnsOfOutgoing);
  const forget = prepareForget(db);
  return {
    record: (thread, eventId, message) => void insert(receivedRow(seals, thread, eventId, message)),
    forget({ number: conversation }, platformMessageId) {
      words.forgetMessage(conversation, platformMessageId);
      forget({ conversation, platformMessageId });
    },
  };
}

const columnsOfOutgoing = [
  'sequence',
  'state',
  'stateAt',
  'refusal',
  'explanation',
  'speaker',
  'basis',
  'isBots',
  'epoch',
  'attempts',
  'dueAt',
  'claimedAt',
  'token',
  'outboxOf',
] as const;

interface Forgotten extends Record<string, unknown> {
  readonly conversation: number;
  readonly platformMessageId: string;
}

const nothing: MessageBody = { text: '' };

function prepareForget(db: Drizzle): (which: Forgotten) => void {
  const platformMessageId = sql.placeholder('platformMessageId');
  const isLine = and(
    eq(messages.conversation, sql.placeholder('conversation')),
    eq(messages.platformMessageId, platformMessageId),
    eq(messages.direction, 'in'),
  );
  const isAboutIt = and(
    eq(events.conversation, sql.placeholder('conversation')),
    sql`${platformMessageId} in (json_extract(${events.payload}, '$.platformMessageId'),
      json_extract(${events.payload}, '$.commentId'))`,
  );
  const emptyLine = db.update(messages).set({ body: nothing, sealed: null }).where(isLine).prepare();
  const findEvents = db
    .select({ sequence: events.sequence, payload: events.payload })
    .from(events)
    .where(isAboutIt)
    .prepare();
  const replacePayload = db
    .update(events)
    .set({ payload: bound(events.payload, 'payload'), sealed: null })
    .where(eq(events.sequence, sql.placeholder('sequence')))
    .prepare();

  return (which) => {
    emptyLine.run(which);
    for (const { sequence, payload } of findEvents.all(which)) {
      if (payload !== null) replacePayload.run({ sequence, payload: withoutWords(payload) });
    }
  };
}
