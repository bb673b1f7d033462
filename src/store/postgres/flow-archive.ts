import type pg from 'pg';
import type { StoredFlow } from '../reads.js';
import { insertInto } from './bulk-sql.js';
import { flows } from './schema/flows.js';

/** A version says what it contains, so one known already is passed over. */
const insert = insertInto(flows, [], 'on conflict do nothing');

/** Keeps flows for the runs that will be pinned to them. */
export async function saveFlows(pool: pg.Pool, all: readonly StoredFlow[]): Promise<void> {
  if (all.length === 0) return;
  await pool.query({ name: insert.name, text: insert.text, values: insert.values(all) });
}
