import type pg from 'pg';
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

/**
 * Gives up the sends of processes that are gone: whether these messages arrived is not known (P7). One that is only slow to
 * come back does no harm and takes none: what it then records of its send counts.
 */
export async function giveUpSends(
  { pool, presence, announceDue }: TakeOverParts,
  now: number,
): Promise<void> {
  const suspects = await presence.absent(await findClaimants(pool));
  if (suspects.length === 0) return;
  await presence.grace();
  const gone = await presence.absent(suspects);
  if (gone.length === 0) return;
  await inTransaction(pool, async (client) => {
    const ids = await lockConversationsOf(client, gone);
    await client.query(
      `update messages set state = 'unknown', state_at = $2, explanation = $3
        where outbox_of is not null and state = 'sending' and ${claimant} = any($1::text[])`,
      [gone, now, explanation],
    );
    await announceDue(
      (statement) => client.query(statement),
      ids.map((conversationId) => ({ conversationId, at: now })),
    );
    await notifyChanges(client, ids);
  });
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
): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from conversations where number in (
        select outbox_of from messages
        where outbox_of is not null and state = 'sending' and ${claimant} = any($1::text[]))
      order by number for update`,
    [gone],
  );
  return rows.map(({ id }) => id);
}
