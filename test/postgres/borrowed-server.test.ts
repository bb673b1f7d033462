import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { BorrowedServer } from './borrowed-server.js';
import { connect } from './connection.js';
import { createDatabase } from './test-database.js';
import { createDatabaseAt } from './throw-away-database.js';

const noSuchDatabase = { code: '3D000' };

async function join(): Promise<BorrowedServer> {
  const server = await BorrowedServer.join(inject('postgres').url);
  onTestFinished(() => server.end());
  return server;
}

/** A run whose connection breaks before it has dropped its database, whose address is returned. */
async function leaveDatabaseBehind(): Promise<string> {
  const server = await join();
  const { url } = await createDatabaseAt(server.url, server.run);
  const administrator = await connect(server.url);
  const end = 'SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name = $1';
  await administrator.query(end, [server.run]);
  return url;
}

describe('a server that goes on after us', () => {
  it('is rid of what a crashed run has left when the next run begins', async () => {
    const forsaken = await leaveDatabaseBehind();
    await expect(connect(forsaken)).resolves.toBeDefined();

    await join();

    await expect(connect(forsaken)).rejects.toMatchObject(noSuchDatabase);
  });

  it('keeps the databases of another run that goes on, and those of others', async () => {
    const other = await join();
    const theirs = await createDatabaseAt(other.url, other.run);
    const foreign = await createDatabaseAt(other.url, 'heyword_testimony');
    onTestFinished(() => foreign.drop());
    const ours = await createDatabase();
    onTestFinished(() => ours.drop());

    await (await join()).end();

    await expect(connect(theirs.url)).resolves.toBeDefined();
    await expect(connect(foreign.url)).resolves.toBeDefined();
    await expect(connect(ours.url)).resolves.toBeDefined();
  });

  it('has nothing of a run that has ended', async () => {
    const server = await join();
    const database = await createDatabaseAt(server.url, server.run);

    await server.end();

    await expect(connect(database.url)).rejects.toMatchObject(noSuchDatabase);
  });
});
