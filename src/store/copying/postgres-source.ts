import type { CopySource } from './copy-ends.js';
import { openPostgresEnd, refuseServed, type PostgresEnd } from './postgres-end.js';

/** A PostgreSQL database, to be copied for good: rejects with `CopyRefused` while a server uses it. */
export async function openPostgresSource(url: string): Promise<CopySource> {
  const end = await openPostgresEnd(url);
  await refuseServed(end, 'source');
  return takeSnapshot(end);
}

/** A PostgreSQL database as it is at this moment, whatever its servers do from now on. */
export async function openPostgresSnapshot(url: string): Promise<CopySource> {
  return takeSnapshot(await openPostgresEnd(url));
}

async function takeSnapshot({ query, common }: PostgresEnd): Promise<CopySource> {
  await query('begin isolation level repeatable read read only');
  // Numbers are given out of turn, in no transaction: this is never behind the rows that the snapshot has.
  const { rows } = await query(
    `select coalesce(pg_sequence_last_value(pg_get_serial_sequence('conversations', 'number')::regclass), 0)::text as last`,
  );
  const lastNumber = Number((rows[0] as { last: string }).last);
  return { ...common, readLastNumber: () => Promise.resolve(lastNumber) };
}
