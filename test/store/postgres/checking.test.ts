import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { checkPostgres } from '../../../src/store/checking/check-postgres.js';
import { openPostgresTarget } from '../../../src/store/copying/postgres-target.js';
import { openSqliteSource } from '../../../src/store/copying/sqlite-source.js';
import { copyStore } from '../../../src/store/copying/copy-store.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import { Cast, playEveryState, states } from '../copying/every-state.js';
import { PlayedWorkspace } from '../copying/played-workspace.js';
import { scratchPath } from '../sqlite/scratch.js';
import { migratedDatabase, scratchDatabase } from './scratch.js';

async function livedIn(): Promise<string> {
  const [path, url] = [scratchPath(), await scratchDatabase()];
  const store = openSqliteStore({ path, newId: randomUUID });
  await playEveryState(await PlayedWorkspace.open(store), new Cast(states.length));
  await store.close();
  const [source, target] = [openSqliteSource(path), await openPostgresTarget(url)];
  await copyStore(source, target);
  await source.close();
  await target.close();
  return url;
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

describe('checking PostgreSQL', () => {
  it('finds nothing wrong with conversations in every state', async () => {
    expect(await checkPostgres(await livedIn())).toMatchObject({
      damage: [],
      contents: { conversations: 20, problems: [], ledger: { problems: [] } },
    });
  });

  it('finds what does not fit together', async () => {
    const url = await livedIn();
    await run(url, `update conversations set waiting_events = 7 where number = 1`);

    expect((await checkPostgres(url)).contents?.problems).toEqual([
      expect.stringContaining('7 events are said to wait'),
    ]);
  });

  it.each([
    [
      'a trigger of the ledger that is disabled',
      'alter table ledger disable trigger user',
      'trigger of ledger',
    ],
    [
      'a constraint that was never checked',
      'alter table links add constraint never check (code <> $$a$$) not valid',
      'constraint of links, never',
    ],
    [
      'an index that was broken off',
      `update pg_index set indisvalid = false where indexrelid = 'events_by_id'::regclass`,
      'index events_by_id',
    ],
    ['a migration that is missing', 'delete from heyword.migrations where id = 1', 'older than this Heyword'],
    [
      'a newer version',
      `insert into heyword.migrations (hash, created_at) values ('x', 9999999999999)`,
      'newer version',
    ],
  ])('finds %s', async (_what, sql, words) => {
    const url = await migratedDatabase();
    await run(url, sql);
    const { damage, contents } = await checkPostgres(url);

    expect(damage.join('\n')).toContain(words);
    expect(contents).toBeNull();
  });

  it('tells that nobody has used a database yet', async () => {
    expect((await checkPostgres(await scratchDatabase())).damage).toEqual([
      'Nothing is in it: no Heyword has used it yet.',
    ]);
  });
});
