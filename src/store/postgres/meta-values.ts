import type { Queryable } from './standing-connection.js';

/** The first value stays, whoever comes second. */
export async function findOrSetSalt(db: Queryable, value: string): Promise<string> {
  await db.query(`insert into meta (key, value) values ('salt', $1) on conflict do nothing`, [value]);
  const { rows } = await db.query<{ value: string }>(`select value from meta where key = 'salt'`);
  return rows[0]?.value ?? value;
}

/** How far another database has been copied into this one; undefined: it is whole. */
export async function findCopying(db: Queryable): Promise<string | undefined> {
  const { rows } = await db.query<{ value: string }>(`select value from meta where key = 'copying'`);
  return rows[0]?.value;
}

/** A durable write that harms nobody: a number that grows. */
export async function countHeartbeat(db: Queryable): Promise<void> {
  await db.query(`insert into meta as m (key, value) values ('heartbeat', '1')
    on conflict (key) do update set value = (m.value::bigint + 1)::text`);
}
