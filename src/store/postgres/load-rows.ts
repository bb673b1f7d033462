import type { Client, ClientBase } from 'pg';
import type { SaltedHash } from '../salted-hash.js';
import type { Stopped } from '../transactions/stopped.js';
import type { ConsentLine } from '../transactions/merge-consent.js';
import type { Alias } from '../transactions/thread.js';
import { aliasKey } from './alias-key.js';
import type { OwnMessage } from './held-rows.js';
import { loadBelongings, type LoadedBelongings } from './load-belongings.js';
import { loadLedgers } from './load-ledgers.js';
import { findAliases, lockAll, type LockedRow } from './lock-threads.js';
import { askTogether } from './pipeline.js';

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

export interface LoadedRows extends LoadedBelongings {
  /** By `aliasKey`: the conversation's number. */
  readonly numbers: ReadonlyMap<string, number>;
  /** By the id of a conversation that is part of another one now: the number of that. */
  readonly moved: ReadonlyMap<string, number>;
  /** By contact; only of those that may be one. */
  readonly ledgers: ReadonlyMap<string, readonly ConsentLine[]>;
  /** By `aliasKey`. */
  readonly newcomers: ReadonlyMap<string, Newcomer>;
  readonly own: readonly OwnMessage[];
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

function contactsOf(
  locked: readonly LockedRow[],
  aliases: readonly Alias[],
  numbers: ReadonlyMap<string, number>,
): readonly string[] {
  const wanted = new Set(aliases.map((alias) => numbers.get(aliasKey(alias))));
  return locked.filter(({ number }) => wanted.has(number)).map(({ contactId }) => contactId);
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
