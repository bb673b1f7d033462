import { readFileSync } from 'node:fs';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { describe, expect, it } from 'vitest';
import { bringUpToDate } from '../../../src/store/postgres/migrations.js';
import { suppressions } from '../../../src/store/postgres/schema/consent.js';
import { erasures } from '../../../src/store/postgres/schema/erasures.js';
import { sendLanes } from '../../../src/store/postgres/schema/lanes.js';
import { meta } from '../../../src/store/postgres/schema/meta.js';
import { postgresTables } from '../../../src/store/postgres/tables.js';
import { faultOf, migratedDatabase, scratchDatabase, scratchPool } from './scratch.js';

const folder = new URL('../../../migrations/postgres/meta/', import.meta.url);
const tables = { ...postgresTables, erasures, meta, sendLanes, suppressions };

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

function readJournal(): readonly { readonly tag: string }[] {
  return (readJson('_journal.json') as { entries: { tag: string }[] }).entries;
}

/** Everything in the database that has a name, and when it was last written to. */
async function fingerprint(url: string): Promise<unknown> {
  const { rows } = await scratchPool(url).query(
    `select relname, xmin::text from pg_class where relnamespace::regnamespace::text not like 'pg\\_%'
     union all select nspname, xmin::text from pg_namespace order by 1`,
  );
  return rows;
}

describe('the migrations of PostgreSQL', () => {
  it('lead to the schema: `npm run migrations:postgres -- --name <what_it_does>` would write none', async () => {
    const last = String(readJournal().length - 1).padStart(4, '0');
    const written = readJson(`${last}_snapshot.json`) as ReturnType<typeof generateDrizzleJson>;
    const described = generateDrizzleJson(tables, written.id);

    expect(await generateMigration(written, described)).toEqual([]);
  });

  it('say by their names what they do', () => {
    for (const { tag } of readJournal()) expect(tag).toMatch(/^\d{4}(_[a-z]+)+$/);
  });

  it('are applied once, however many processes start at the same time', async () => {
    const url = await scratchDatabase();
    await Promise.all(Array.from({ length: 5 }, () => bringUpToDate(url)));
    await bringUpToDate(url);
    const { rows } = await scratchPool(url).query('select count(*) from heyword.migrations');

    expect(rows).toEqual([{ count: readJournal().length }]);
  });

  it('come beside what the job queue keeps', async () => {
    const url = await scratchDatabase();
    const pool = scratchPool(url);
    await pool.query('create schema graphile_worker; create table graphile_worker.jobs (id int)');
    await bringUpToDate(url);

    expect((await pool.query("select to_regclass('public.conversations') as name")).rows).toEqual([
      { name: 'conversations' },
    ]);
  });
});

describe('a database that cannot be brought up to date', () => {
  it('is refused when it is something else’s, and left as it was', async () => {
    const url = await scratchDatabase();
    await scratchPool(url).query('create schema shop; create table shop.albums (title text)');
    const before = await fingerprint(url);

    expect(await faultOf(bringUpToDate(url))).toMatchObject({ code: 'foreign', retryable: false });
    expect(await fingerprint(url)).toEqual(before);
  });

  it('is refused when a newer version wrote it, and left as it was', async () => {
    const url = await migratedDatabase();
    await scratchPool(url).query(
      "insert into heyword.migrations (hash, created_at) values ('future', 9999999999999)",
    );
    const before = await fingerprint(url);
    const refusal = await faultOf(bringUpToDate(url));

    expect(refusal).toMatchObject({ code: 'newer_schema' });
    expect((refusal as Error).message).toContain('newer version of Heyword');
    expect(await fingerprint(url)).toEqual(before);
  });
});
