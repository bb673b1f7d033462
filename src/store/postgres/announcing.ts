import type pg from 'pg';
import { inTransaction } from './in-transaction.js';
import type { AnnounceDue } from './transaction.js';

/** Conversations that one transaction locks and announces. */
const atOnce = 1000;

/** Those after a number that have something to come, and when: a message may go at once, as far as can be told from here. */
const dueText = `select number, id, at from conversations
  cross join lateral (select least(
    (select $2::bigint from messages where outbox_of = number limit 1),
    (select min(due_at) from timers where conversation = number)) as at) as due
  where number > $1 and at is not null order by number limit ${atOnce} for update of conversations`;

interface DueRow {
  readonly number: number;
  readonly id: string;
  readonly at: number;
}

/**
 * Announces everything that is to come, once in the life of a database: what was copied into it from another has no jobs.
 * From then on, each transaction announces what it causes.
 */
export async function announceAllOnce(pool: pg.Pool, announceDue: AnnounceDue, now: number): Promise<void> {
  const { rowCount } = await pool.query(`select 1 from meta where key = 'announced'`);
  if (rowCount === 1) return;
  let after: number | null = 0;
  while (after !== null) after = await announcePage(pool, announceDue, now, after);
  await pool.query(`insert into meta (key, value) values ('announced', $1) on conflict do nothing`, [
    `${now}`,
  ]);
}

/** Answers the number of the last one; null: there are no more. */
function announcePage(
  pool: pg.Pool,
  announceDue: AnnounceDue,
  now: number,
  after: number,
): Promise<number | null> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<DueRow>(dueText, [after, now]);
    if (rows.length === 0) return null;
    await announceDue(
      (statement) => client.query(statement),
      rows.map(({ id, at }) => ({ conversationId: id, at })),
    );
    return rows.at(-1)?.number ?? null;
  });
}
