import type pg from 'pg';
import type { DeletionRequest } from '../reads.js';

/** False: one of this code is recorded already, and nothing was written. */
export async function requestDeletion(pool: pg.Pool, request: DeletionRequest): Promise<boolean> {
  const { code, workspace, userId, requestedAt, contacts, doneAt } = request;
  const { rowCount } = await pool.query(
    `insert into deletion_requests (code, workspace, user_id, requested_at, contacts, done_at)
      values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [code, workspace, userId, requestedAt, contacts, doneAt],
  );
  return rowCount === 1;
}

/** False: none of this code is open. */
export async function finishDeletion(
  pool: pg.Pool,
  code: string,
  contacts: number,
  now: number,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update deletion_requests set user_id = null, contacts = $2, done_at = $3
      where code = $1 and done_at is null`,
    [code, contacts, now],
  );
  return rowCount === 1;
}
