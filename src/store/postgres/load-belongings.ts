import type { ClientBase } from 'pg';
import type { ChainEnd } from '../ledger/next-line.js';
import type { WaitingEvent } from '../transactions/rows.js';
import type { Event } from '../../core/event.js';
import { openBody, openEvent, openThread } from '../sealing/open-rows.js';
import { selectList } from './bulk-sql.js';
import type { HeldMessage, HeldThread } from './held-rows.js';
import type { LockedRow } from './lock-threads.js';
import { movingColumns } from './moving-columns.js';
import { messages } from './schema/messages.js';

/** Columns of an outgoing message that a transaction looks at or changes. */
const messageColumns = selectList(messages, [
  'sequence',
  'conversation',
  'id',
  'body',
  'sealed',
  'basis',
  'speaker',
  'epoch',
  'isBots',
  ...movingColumns,
]);

const belongingsQuery = `select pg_current_xact_id()::text as "transactionId",
  ${list(`select ${messageColumns} from messages where outbox_of = any($1::bigint[])
    union select ${messageColumns} from messages where sequence = any($2::bigint[]) order by sequence`)} as messages,
  ${list('select conversation, id, due_at as "dueAt" from timers where conversation = any($1::bigint[])')} as timers,
  ${list(`select conversation, sequence, payload as event, sealed from events
    where disposition = 'deferred' and conversation = any($3::bigint[]) order by sequence`)} as waiting,
  ${list(`select distinct on (contact_id) contact_id as "contactId", sequence, hash from ledger
    where contact_id = any($4::text[]) order by contact_id, sequence desc`)} as ends,
  ${list('select contact_id as "contactId", key from contact_keys where contact_id = any($4::text[])')} as keys,
  ${list(`select events.id, conversations.id as conversation from events
    left join conversations on conversations.number = events.conversation where events.id = any($5::text[])`)} as seen`;

function list(query: string): string {
  return `(select coalesce(jsonb_agg(row), '[]') from (${query}) row)`;
}

type MessageRow = Omit<HeldMessage, 'isUnreadable'> & { readonly sealed: string | null };

interface Belongings {
  readonly transactionId: string;
  readonly messages: readonly MessageRow[];
  readonly timers: readonly { readonly conversation: number; readonly id: string; readonly dueAt: number }[];
  readonly waiting: readonly {
    readonly conversation: number;
    readonly sequence: number;
    readonly event: Event | null;
    readonly sealed: string | null;
  }[];
  readonly keys: readonly { readonly contactId: string; readonly key: string }[];
  readonly ends: readonly (ChainEnd & { readonly contactId: string })[];
  readonly seen: readonly { readonly id: string; readonly conversation: string | null }[];
}

/** What belongs to locked conversations, and what else was asked for in the same breath. */
export interface LoadedBelongings {
  readonly threads: readonly HeldThread[];
  readonly messages: ReadonlyMap<number, HeldMessage>;
  /** Ids of events that were seen, each with its conversation; null: that was erased. */
  readonly seen: ReadonlyMap<string, string | null>;
  /** The transaction, as the server knows it. */
  readonly transactionId: string;
}

interface Wanted {
  /** Outgoing messages by their sequence. */
  readonly messages: readonly number[];
  readonly eventIds: readonly string[];
}

export async function loadBelongings(
  client: ClientBase,
  locked: readonly LockedRow[],
  wanted: Wanted,
): Promise<LoadedBelongings> {
  const { rows } = await client.query<Belongings>({
    name: 'load_belongings',
    text: belongingsQuery,
    values: [
      locked.map(({ number }) => number),
      wanted.messages,
      locked.filter(({ waitingEvents }) => waitingEvents > 0).map(({ number }) => number),
      locked.map(({ contactId }) => contactId),
      wanted.eventIds,
    ],
  });
  const [found] = rows;
  if (found === undefined) throw new Error('A query without conditions answered nothing.');
  return {
    ...hold(locked, found),
    seen: new Map(found.seen.map(({ id, conversation }) => [id, conversation])),
    transactionId: found.transactionId,
  };
}

const unsettled: readonly string[] = ['queued', 'sending', 'unknown'];

function hold(
  locked: readonly LockedRow[],
  found: Belongings,
): Pick<LoadedBelongings, 'threads' | 'messages'> {
  const keys = new Map(found.keys.map(({ contactId, key }) => [contactId, key]));
  const owners = new Map(locked.map(({ number, contactId }) => [number, contactId]));
  const messages = found.messages.map((row) => openMessage(row, keyring(owners.get(row.conversation), keys)));
  const outboxes = groupByConversation(messages);
  const timers = groupByConversation(found.timers);
  const waiting = groupByConversation(found.waiting);
  const ends = new Map(found.ends.map(({ contactId, ...end }) => [contactId, end]));
  const threads = locked.map((row) => ({
    thread: openThread(row, (contactId) => keys.get(contactId) ?? null),
    outbox: (outboxes.get(row.number) ?? []).filter(({ state }) => unsettled.includes(state)),
    timers: new Map((timers.get(row.number) ?? []).map(({ id, dueAt }) => [id, dueAt])),
    waiting: (waiting.get(row.number) ?? []).flatMap((one) => openWaiting(one, keyring(row.contactId, keys))),
    chainEnd: ends.get(row.contactId),
    key: keys.get(row.contactId) ?? null,
  }));
  return { threads, messages: new Map(messages.map((message) => [message.sequence, message])) };
}

interface Keyring {
  readonly contactId: string;
  readonly key: string | null;
}

function keyring(contactId = '', keys: ReadonlyMap<string, string>): Keyring {
  return { contactId, key: keys.get(contactId) ?? null };
}

function openMessage({ sealed, ...message }: MessageRow, keyOfIt: Keyring): HeldMessage {
  const body = openBody(message, { ...keyOfIt, sealed });
  return { ...message, body: body ?? message.body, isUnreadable: body === null };
}

function openWaiting(
  { sequence, event: shown, sealed }: Belongings['waiting'][number],
  keyOfIt: Keyring,
): readonly WaitingEvent[] {
  if (shown === null) return [];
  const event = openEvent(shown, { ...keyOfIt, sealed });
  return [{ sequence, event: event ?? shown, isUnreadable: event === null }];
}

function groupByConversation<Row extends { readonly conversation: number }>(
  rows: readonly Row[],
): ReadonlyMap<number, readonly Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.conversation);
    if (group === undefined) groups.set(row.conversation, [row]);
    else group.push(row);
  }
  return groups;
}
