import type { ClientBase } from 'pg';
import type { Alias, Thread } from '../transactions/thread.js';
import { aliasKey } from './alias-key.js';
import { selectList } from './bulk-sql.js';
import { conversations } from './schema/conversations.js';

/** Conversations as they are now that nobody else can change them. */
export type LockedRow = Thread & { readonly sealed: string | null };

/** By `aliasKey`: the conversation's number. */
export async function findAliases(
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
  /** By the id of a conversation that is part of another one now: the number of that. */
  readonly moved: ReadonlyMap<string, number>;
}

/** In the order of their numbers; those too of which what was asked for has become a part. */
export async function lockAll(
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
