import { describe, expect, it, onTestFinished } from 'vitest';
import { connect, endOf } from './connection.js';
import { createDatabase } from './test-database.js';
import { type TestDatabase, killBackends } from './throw-away-database.js';

const noSuchDatabase = { code: '3D000' };

async function makeDatabase(): Promise<TestDatabase> {
  const database = await createDatabase();
  onTestFinished(() => database.drop());
  return database;
}

describe('a database for a test', () => {
  it('sees nothing of another', async () => {
    const [one, other] = await Promise.all([makeDatabase(), makeDatabase()]);
    const [here, there] = await Promise.all([connect(one.url), connect(other.url)]);

    await here.query('CREATE TABLE note (id int)');

    const find = "SELECT to_regclass('note') AS note";
    expect((await here.query(find)).rows).toEqual([{ note: 'note' }]);
    expect((await there.query(find)).rows).toEqual([{ note: null }]);
  });

  it('is gone once dropped, whoever is connected, and may be dropped twice', async () => {
    const database = await makeDatabase();
    const client = await connect(database.url);
    const ended = endOf(client);

    await database.drop();

    await ended;
    await expect(connect(database.url)).rejects.toMatchObject(noSuchDatabase);
    await expect(database.drop()).resolves.toBeUndefined();
  });

  it('loses its connections when they are killed, and takes new ones', async () => {
    const [database, other] = await Promise.all([makeDatabase(), makeDatabase()]);
    const [client, bystander] = await Promise.all([connect(database.url), connect(other.url)]);

    await Promise.all([
      expect(client.query('SELECT pg_sleep(60)')).rejects.toMatchObject({ code: '57P01' }),
      killBackends(database.url),
    ]);

    await expect(bystander.query('SELECT 1')).resolves.toMatchObject({ rowCount: 1 });
    await expect((await connect(database.url)).query('SELECT 1')).resolves.toMatchObject({ rowCount: 1 });
  });

  it('waits for a commit to be written, unless a connection says otherwise', async () => {
    const client = await connect((await makeDatabase()).url);

    expect((await client.query('SHOW synchronous_commit')).rows).toEqual([{ synchronous_commit: 'on' }]);
  });
});
