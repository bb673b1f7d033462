import type pg from 'pg';
import { sendLease } from '../transactions/claims.js';
import { notifyChanges } from './change-feed.js';
import { inTransaction } from './in-transaction.js';
import type { AnnounceDue } from './transaction.js';

/** Which processes are here; see `StandingConnection`. */
export interface Presence {
  /** Those of the names that nobody holds. */
  absent(names: readonly string[]): Promise<readonly string[]>;
  /** Lets a process whose connection broke come back before it counts as gone. */
  grace(): Promise<void>;
}

interface TakeOverParts {
  readonly pool: pg.Pool;
  readonly presence: Presence;
  readonly announceDue: AnnounceDue;
}

/** Name of the process in a claim's token: see `claimToken`. */
const claimant = `split_part(token, '.', 2)`;

const explanation = 'The server stopped during this send; whether it arrived is not known.';

/** Sends that are given up: their process is gone, or has said nothing of them for as long as a send can take. */
const isGivenUp = `outbox_of is not null and state = 'sending' and (${claimant} = any($1::text[]) or state_at < $2)`;

/**
 * Gives up the sends of processes that are gone: whether these messages arrived is not known (P7). One that is only slow to
 * come back does no harm and takes none: what it then records of its send counts.
 */
export async function giveUpSends(
  { pool, presence, announceDue }: TakeOverParts,
  now: number,
): Promise<void> {
  const gone = await findGone(presence, await findClaimants(pool));
  const lateBefore = now - sendLease;
  if (gone.length === 0 && !(await hasLateSends(pool, lateBefore))) return;
  await inTransaction(pool, async (client) => {
    const ids = await lockConversationsOf(client, gone, lateBefore);
    await client.query(
      `update messages set state = 'unknown', state_at = $3, explanation = $4 where ${isGivenUp}`,
      [gone, lateBefore, now, explanation],
    );
    await announceDue(
      (statement) => client.query(statement),
      ids.map((conversationId) => ({ conversationId, at: now })),
    );
    await notifyChanges(client, ids);
  });
}

/** Absent twice, with a grace between. */
async function findGone(presence: Presence, names: readonly string[]): Promise<readonly string[]> {
  const suspects = names.length === 0 ? [] : await presence.absent(names);
  if (suspects.length === 0) return [];
  await presence.grace();
  return presence.absent(suspects);
}

async function hasLateSends(pool: pg.Pool, before: number): Promise<boolean> {
  const { rowCount } = await pool.query(`select 1 from messages where ${isGivenUp} limit 1`, [[], before]);
  return rowCount === 1;
}

async function findClaimants(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select distinct ${claimant} as name from messages where outbox_of is not null and state = 'sending'`,
  );
  return rows.map(({ name }) => name);
}

async function lockConversationsOf(
  client: pg.ClientBase,
  gone: readonly string[],
  lateBefore: number,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from conversations where number in (select outbox_of from messages where ${isGivenUp})
      order by number for update`,
    [gone, lateBefore],
  );
  return rows.map(({ id }) => id);
}
