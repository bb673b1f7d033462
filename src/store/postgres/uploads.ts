import type pg from 'pg';
import type { NewUpload } from '../uploads.js';

const saveText = `insert into uploads (id, workspace, account, conversation, user_id, token, kind, mime_type, name, bytes,
    created_at, content)
  select $2, workspace, account, number, $3, $4, $5, $6, $7, $8, $9, $10 from conversations where id = $1`;

/** False: there is no such conversation. */
export async function saveUpload(pool: pg.Pool, upload: NewUpload): Promise<boolean> {
  const { conversationId, id, userId, token, kind, mimeType, name, bytes, createdAt, content } = upload;
  const { rowCount } = await pool.query(saveText, [
    ...[conversationId, id, userId, token, kind, mimeType, name, bytes, createdAt],
    content.toString('base64'),
  ]);
  return rowCount === 1;
}

export async function keepUploads(pool: pg.Pool, ids: readonly string[], now: number): Promise<void> {
  await pool.query('update uploads set sent_at = $2 where id = any($1::text[])', [ids, now]);
}

export async function pruneUploads(pool: pg.Pool, before: number): Promise<number> {
  const { rowCount } = await pool.query('delete from uploads where sent_at is null and created_at < $1', [
    before,
  ]);
  return rowCount ?? 0;
}
