import type { Client, ClientBase } from 'pg';
import type { ChainEnd } from '../ledger/next-line.js';
import type { SaltedHash } from '../salted-hash.js';
import type { Stopped } from '../transactions/stopped.js';
import type { ConsentLine } from '../transactions/merge-consent.js';
import type { WaitingEvent } from '../transactions/rows.js';
import type { Alias, Thread } from '../transactions/thread.js';
import type { Event } from '../../core/event.js';
import { openBody, openEvent, openThread } from '../sealing/open-rows.js';
import { selectList } from './bulk-sql.js';
import type { HeldMessage, HeldThread, OwnMessage } from './held-rows.js';
import { loadLedgers } from './load-ledgers.js';
import { askTogether } from './pipeline.js';
import { conversations } from './schema/conversations.js';
import { messages } from './schema/messages.js';

/** What must be known before a transaction's work can run, which then asks nothing more. */
export interface Needs {
  readonly conversationIds: readonly string[];
  readonly aliases: readonly Alias[];
  /** Those of them that may be one contact's: then the ledgers are needed. */
  readonly joined: readonly Alias[];
  /** Ids of events that may have been seen before. */
  readonly eventIds: readonly string[];
  /** Outgoing messages by their sequence, whatever has become of them. */
  readonly messages: readonly number[];
  readonly echoes: readonly { readonly metadata: string | null; readonly platformMessageId: string }[];
}

/** Somebody whom no alias names yet: the number that their conversation would get. */
export interface Newcomer {
  readonly number: number;
  readonly stopped: Stopped | null;
}

export interface LoadedRows {
  readonly threads: readonly HeldThread[];
  /** By `aliasKey`: the conversation's number. */
  readonly numbers: ReadonlyMap<string, number>;
  /** By the id of a conversation that is part of another one now: the number of that. */
  readonly moved: ReadonlyMap<string, number>;
  /** By contact; only of those that may be one. */
  readonly ledgers: ReadonlyMap<string, readonly ConsentLine[]>;
  /** By `aliasKey`. */
  readonly newcomers: ReadonlyMap<string, Newcomer>;
  /** Ids of events that were seen, each with its conversation; null: that was erased. */
  readonly seen: ReadonlyMap<string, string | null>;
  readonly messages: ReadonlyMap<number, HeldMessage>;
  readonly own: readonly OwnMessage[];
  /** The transaction, as the server knows it. */
  readonly transactionId: string;
}

export function aliasKey({ workspace, account, platformId }: Alias): string {
  return [workspace, account, platformId].join('\0');
}

/**
 * Locks the conversations that a transaction is about, in the order of their numbers, so that two transactions never wait
 * for each other, and then reads what belongs to them: in statements of their own, because one that waited for a lock sees
 * only the locked row as its last holder left it, and everything else as it was before.
 */
export async function loadRows(client: Client, needs: Needs, hash: SaltedHash): Promise<LoadedRows> {
  const numbers = await findAliases(client, needs.aliases);
  const { locked, moved } = await lockAll(client, needs.conversationIds, [...numbers.values()]);
  const known = new Set(locked.map(({ number }) => number));
  const strangers = needs.aliases.filter((alias) => !known.has(numbers.get(aliasKey(alias)) ?? 0));
  const [belongings, ledgers, newcomers, own] = await askTogether(client, () => [
    loadBelongings(client, locked, needs),
    loadLedgers(client, contactsOf(locked, needs.joined, numbers)),
    expectNewcomers(client, strangers, hash),
    findOwn(client, [...known], needs.echoes),
  ]);
  return { ...belongings, numbers, moved, ledgers, newcomers, own };
}

async function findAliases(
  client: ClientBase,
  aliases: readonly Alias[],
): Promise<ReadonlyMap<string, number>> {
  if (aliases.length === 0) return new Map();
  const { rows } = await client.query<Alias & { readonly conversation: number }>({
    name: 'find_aliases',
    text: `select workspace, account, platform_id as "platformId", conversation
      from unnest($1::text[], $2::text[], $3::text[]) as wanted (workspace, account, platform_id)
      join aliases using (workspace, account, platform_id)`,
    values: [
      aliases.map(({ workspace }) => workspace),
      aliases.map(({ account }) => account),
      aliases.map(({ platformId }) => platformId),
    ],
  });
  return new Map(rows.map((row) => [aliasKey(row), row.conversation]));
}

const threadColumns = selectList(conversations, [
  'number',
  'id',
  'contactId',
  'workspace',
  'account',
  'channel',
  'platformId',
  'state',
  'sealed',
  'waitingEvents',
]);

interface Locked {
  readonly locked: readonly LockedRow[];
  readonly moved: LoadedRows['moved'];
}

/** Those too of which what was asked for has become a part. */
async function lockAll(
  client: ClientBase,
  ids: readonly string[],
  numbers: readonly number[],
): Promise<Locked> {
  const locked = await lockThreads(client, ids, numbers);
  const known = new Set(locked.map(({ id }) => id));
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === 0) return { locked, moved: new Map() };
  const { rows } = await client.query<{ id: string; number: number }>({
    name: 'find_merged',
    text: `select conversation_id as id, conversation as number from merges
      where conversation_id = any($1::text[])`,
    values: [missing],
  });
  const here = new Set(locked.map(({ number }) => number));
  const others = rows.map(({ number }) => number).filter((number) => !here.has(number));
  const more = await lockThreads(client, [], others);
  return { locked: [...locked, ...more], moved: new Map(rows.map(({ id, number }) => [id, number])) };
}

function contactsOf(
  locked: readonly LockedRow[],
  aliases: readonly Alias[],
  numbers: ReadonlyMap<string, number>,
): readonly string[] {
  const wanted = new Set(aliases.map((alias) => numbers.get(aliasKey(alias))));
  return locked.filter(({ number }) => wanted.has(number)).map(({ contactId }) => contactId);
}

type LockedRow = Thread & { readonly sealed: string | null };

async function lockThreads(
  client: ClientBase,
  ids: readonly string[],
  numbers: readonly number[],
): Promise<readonly LockedRow[]> {
  if (ids.length + numbers.length === 0) return [];
  const { rows } = await client.query<LockedRow>({
    name: 'lock_conversations',
    text: `select ${threadColumns} from conversations
      where number = any($1::bigint[]) or id = any($2::text[]) order by number for update`,
    values: [numbers, ids],
  });
  return rows;
}

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
  'state',
  'stateAt',
  'refusal',
  'explanation',
  'dueAt',
  'claimedAt',
  'attempts',
  'token',
  'platformMessageId',
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

async function loadBelongings(
  client: ClientBase,
  locked: readonly LockedRow[],
  needs: Needs,
): Promise<Pick<LoadedRows, 'threads' | 'messages' | 'seen' | 'transactionId'>> {
  const { rows } = await client.query<Belongings>({
    name: 'load_belongings',
    text: belongingsQuery,
    values: [
      locked.map(({ number }) => number),
      needs.messages,
      locked.filter(({ waitingEvents }) => waitingEvents > 0).map(({ number }) => number),
      locked.map(({ contactId }) => contactId),
      needs.eventIds,
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

function hold(locked: readonly LockedRow[], found: Belongings): Pick<LoadedRows, 'threads' | 'messages'> {
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

async function expectNewcomers(
  client: ClientBase,
  strangers: readonly Alias[],
  hash: SaltedHash,
): Promise<ReadonlyMap<string, Newcomer>> {
  if (strangers.length === 0) return new Map();
  const byKey = new Map(strangers.map((alias) => [aliasKey(alias), alias]));
  const hashes = [...byKey.values()].map((alias) =>
    hash('suppression', alias.workspace, alias.account, alias.platformId),
  );
  const { rows } = await client.query<{ readonly number: number; readonly stopped: Stopped | null }>({
    name: 'expect_newcomers',
    text: `select nextval(pg_get_serial_sequence('conversations', 'number')) as number,
        case when s.hash is not null then jsonb_build_object(
          'occurredAt', s.stopped_occurred_at, 'receivedAt', s.stopped_received_at) end as stopped
      from unnest($1::text[]) with ordinality as wanted (hash, place)
      left join suppressions s using (hash) order by place`,
    values: [hashes],
  });
  return new Map([...byKey.keys()].map((key, place) => [key, rows[place] ?? noNewcomer()]));
}

function noNewcomer(): never {
  throw new Error('Fewer numbers came back than were asked for.');
}

async function findOwn(
  client: ClientBase,
  conversations: readonly number[],
  echoes: Needs['echoes'],
): Promise<readonly OwnMessage[]> {
  if (echoes.length === 0 || conversations.length === 0) return [];
  const { rows } = await client.query<OwnMessage>({
    name: 'find_echoed',
    text: `select conversation, id, platform_message_id as "platformMessageId" from messages
      where conversation = any($1::bigint[]) and direction = 'out'
        and (id = any($2::text[]) or platform_message_id = any($3::text[]))`,
    values: [
      conversations,
      echoes.flatMap(({ metadata }) => metadata ?? []),
      echoes.map(({ platformMessageId }) => platformMessageId),
    ],
  });
  return rows;
}
