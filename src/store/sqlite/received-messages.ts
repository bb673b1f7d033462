import { and, eq, sql } from 'drizzle-orm';
import type { ReceivedMessage } from '../../core/effect.js';
import type { Event } from '../../core/event.js';
import type { MessageBody } from '../../core/message.js';
import { events } from './schema/events.js';
import { messages } from './schema/messages.js';
import { bound, prepareInsert, type Drizzle } from './binding.js';
import type { Thread } from './threads.js';

/** What others wrote: put into the story, and taken out of it when they take it back. */
export type ReceivedMessages = ReturnType<typeof prepareReceivedMessages>;

export function prepareReceivedMessages(db: Drizzle) {
  const insert = prepareInsert(db, messages, columnsOfOutgoing);
  const forget = prepareForget(db);
  return {
    record(thread: Thread, eventId: string, message: ReceivedMessage): void {
      insert({
        id: message.id,
        workspace: thread.workspace,
        account: thread.account,
        conversation: thread.number,
        direction: 'in',
        body: { text: message.text },
        at: message.occurredAt,
        eventId,
        platformMessageId: message.platformMessageId,
        from: message.from,
        via: message.via,
      });
    },
    /** Deletes our copies of the words, but not a proof of consent: that is theirs to ask for. */
    forget: (thread: Thread, platformMessageId: string) =>
      forget({ conversation: thread.number, platformMessageId }),
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
    sql`json_extract(${events.payload}, '$.platformMessageId') = ${platformMessageId}`,
  );
  const emptyLine = db.update(messages).set({ body: nothing }).where(isLine).prepare();
  const findEvents = db
    .select({ sequence: events.sequence, payload: events.payload })
    .from(events)
    .where(isAboutIt)
    .prepare();
  const replacePayload = db
    .update(events)
    .set({ payload: bound(events.payload, 'payload') })
    .where(eq(events.sequence, sql.placeholder('sequence')))
    .prepare();

  return (which) => {
    emptyLine.run(which);
    for (const { sequence, payload } of findEvents.all(which)) {
      if (payload !== null) replacePayload.run({ sequence, payload: withoutWords(payload) });
    }
  };
}

/** The fact stays, so that an event which still waits can be decided; what it said does not. */
function withoutWords(event: Event): Event {
  switch (event.kind) {
    case 'messageReceived':
      return { ...event, text: '', quickReply: null, attachments: [] };
    case 'messageEdited':
      return { ...event, text: '' };
    default:
      return event;
  }
}
