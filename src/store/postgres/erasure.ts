import type pg from 'pg';
import type { Conversation } from '../../core/conversation.js';
import type { SaltedHash } from '../salted-hash.js';
import type { ErasureReport } from '../store.js';
import type { Stopped } from '../transactions/stopped.js';
import type { Alias } from '../transactions/thread.js';
import { notifyChanges } from './change-feed.js';
import { inTransaction } from './in-transaction.js';

interface ErasureParts {
  readonly pool: pg.Pool;
  readonly hash: SaltedHash;
}

interface Found {
  readonly number: number;
  readonly id: string;
  readonly contactId: string;
  readonly workspace: string;
  readonly account: string;
  readonly state: Conversation;
}

/** Tables whose rows go with the conversation: those that point at others before those that are pointed at. */
const belongings = [
  'clicks',
  'links',
  'timers',
  'requests',
  'contact_tags',
  'notes',
  'handoffs',
  'outcomes',
  'private_replies',
  'merges',
  'uploads',
  'messages',
  'aliases',
] as const;

/**
 * Removes a contact's rows, all in one transaction; null: there is no such contact. What stays (P11) is what stays on
 * SQLite: the ids of events, the ledger's chain without what opens it, that this id was erased, and after STOP a salted
 * suppression entry.
 */
export async function eraseContact(
  { pool, hash }: ErasureParts,
  asked: string,
  now: number,
): Promise<ErasureReport | null> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<Found>(
      `select number, id, contact_id as "contactId", workspace, account, state from conversations
        where number = (select number from conversations where contact_id = $1
          union all select conversation from merges where contact_id = $1 limit 1) for update`,
      [asked],
    );
    const [found] = rows;
    if (found === undefined) return null;
    const { contactId } = found;
    const { stopped } = found.state.consent;
    const whose = [contactId, ...(await findMerged(client, found))];
    await keepSuppressions(client, hash, found.number, stopped, now);
    const removed = await removeRows(client, found, whose);
    await client.query(
      `insert into erasures (contact_id, workspace, account, erased_at)
        select contact_id, $2, $3, $4 from unnest($1::text[]) as contact_id on conflict do nothing`,
      [whose, found.workspace, found.account, now],
    );
    await notifyChanges(client, [found.id]);
    return { contactId, ...removed, suppressed: stopped !== null };
  });
}

/** Whoever turned out to be them. */
async function findMerged(client: pg.ClientBase, { number }: Found): Promise<readonly string[]> {
  const { rows } = await client.query<{ contactId: string }>(
    'select contact_id as "contactId" from merges where conversation = $1',
    [number],
  );
  return rows.map(({ contactId }) => contactId);
}

async function removeRows(
  client: pg.ClientBase,
  { number }: Found,
  whose: readonly string[],
): Promise<Pick<ErasureReport, 'messages' | 'ledgerEntries'>> {
  await client.query('delete from contact_keys where contact_id = any($1::text[])', [whose]);
  let messages = 0;
  for (const table of belongings) {
    const { rowCount } = await client.query(`delete from ${table} where conversation = $1`, [number]);
    if (table === 'messages') messages = rowCount ?? 0;
  }
  await client.query('update coupons set conversation = null, request_id = null where conversation = $1', [
    number,
  ]);
  await client.query('delete from conversations where number = $1', [number]);
  await client.query(
    `update events set payload = null, trace = null, sealed = null, disposition = 'erased' where conversation = $1`,
    [number],
  );
  const words = await client.query('delete from ledger_words where contact_id = any($1::text[])', [whose]);
  return { messages, ledgerEntries: words.rowCount ?? 0 };
}

/** Remembers their STOP, or forgets one that they have taken back since. */
async function keepSuppressions(
  client: pg.ClientBase,
  hash: SaltedHash,
  conversation: number,
  stopped: Stopped | null,
  now: number,
): Promise<void> {
  const { rows } = await client.query<Alias>(
    'select workspace, account, platform_id as "platformId" from aliases where conversation = $1',
    [conversation],
  );
  const hashes = rows.map((alias) => hash('suppression', alias.workspace, alias.account, alias.platformId));
  await client.query('delete from suppressions where hash = any($1::text[])', [hashes]);
  if (stopped === null) return;
  await client.query(
    `insert into suppressions (hash, stopped_occurred_at, stopped_received_at, created_at)
      select hash, $2, $3, $4 from unnest($1::text[]) as hash`,
    [hashes, stopped.occurredAt, stopped.receivedAt, now],
  );
}
