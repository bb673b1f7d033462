import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPostgresTool } from '../../../src/store/postgres/open.js';
import { confiding, looking } from '../contract/confidence.js';
import { applyOne, at, decision, noon, tells, writes } from '../contract/world.js';
import { migratedDatabase, scratchPool } from './scratch.js';

/** Columns of any table in which the needle stands. */
async function findInColumns(pool: pg.Pool, needle: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' and data_type in ('text', 'jsonb')`,
  );
  const found: string[] = [];
  for (const { table, column } of rows) {
    const hits = await pool.query(`select 1 from "${table}" where "${column}"::text like $1 limit 1`, [
      `%${needle}%`,
    ]);
    if (hits.rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

const read = () => tells({ kind: 'messagesRead', ...at(noon), platformMessageIds: [], upTo: null });

async function openStore() {
  const url = await migratedDatabase();
  const store = await openPostgresTool(url, randomUUID);
  onTestFinished(() => store.close());
  return { store, pool: scratchPool(url) };
}

describe('the columns of a database', () => {
  it('hold no word of what was said in confidence, and no key of who was erased', async () => {
    const { store, pool } = await openStore();
    await applyOne(store, writes('canary-illness'), confiding);
    const { id } = (await store.readContact('studio_ig/ada'))!;

    expect(await findInColumns(pool, 'canary-illness')).toEqual([]);
    expect(await findInColumns(pool, id)).toContain('contact_keys.contact_id');
    await store.erase(id, noon);
    expect((await pool.query('select * from contact_keys')).rows).toEqual([]);
    expect((await pool.query('select 1 from events where sealed is not null')).rows).toEqual([]);
  });

  it('give the chat to a person where a seal was broken, and keep it', async () => {
    const { store, pool } = await openStore();
    await applyOne(store, writes('migraine'), confiding);
    await pool.query(`update conversations set sealed = '1.AAAA'`);
    const applied = await applyOne(store, writes('hm'), (conversation, event) =>
      decision(event.kind === 'decisionFailed' ? { ...conversation, run: null } : conversation),
    );
    const look = looking();
    await applyOne(store, read(), look.decide);

    expect(applied.result).toBe('handled');
    expect(applied.fault?.message).toContain('SealBroken');
    expect((await pool.query(`select sealed from events where kind = 'decisionFailed'`)).rows).toEqual([
      { sealed: '1.AAAA' },
    ]);
    expect(look.seen).toMatchObject([{ run: null, contact: { fields: { size: '3' } } }]);
  });
});
