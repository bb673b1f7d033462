import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { backUpPostgres } from '../../../src/store/copying/postgres-backup.js';
import { openPostgresSource } from '../../../src/store/copying/postgres-source.js';
import { openPostgresTarget } from '../../../src/store/copying/postgres-target.js';
import { openSqliteSource } from '../../../src/store/copying/sqlite-source.js';
import { openSqliteTarget } from '../../../src/store/copying/sqlite-target.js';
import { openPostgresTool } from '../../../src/store/postgres/open.js';
import { StandingConnection } from '../../../src/store/postgres/standing-connection.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import type { Store } from '../../../src/store/store.js';
import { applyOne, decision, noon, parrot, writes } from '../contract/world.js';
import { dump } from '../copying/dump.js';
import { breakingAfter, copyBetween, keepOpen, type CopyPlace } from '../copying/ends.js';
import { Cast, playEveryState, states } from '../copying/every-state.js';
import { PlayedWorkspace } from '../copying/played-workspace.js';
import { scratchPath } from '../sqlite/scratch.js';
import { migratedDatabase, scratchDatabase, scratchPool } from './scratch.js';

function fileAt(path: string): CopyPlace {
  return { openSource: async () => openSqliteSource(path), openTarget: async () => openSqliteTarget(path) };
}

function serverAt(url: string): CopyPlace {
  return { openSource: () => openPostgresSource(url), openTarget: () => openPostgresTarget(url) };
}

async function livedIn(): Promise<string> {
  const path = scratchPath();
  const store = openSqliteStore({ path, newId: randomUUID });
  await playEveryState(await PlayedWorkspace.open(store), new Cast(states.length * 2));
  await store.close();
  return path;
}

function openTool(url: string): Promise<Store> {
  return keepOpen(openPostgresTool(url, randomUUID));
}

describe('copying to PostgreSQL and back', () => {
  it('brings every row home as it was', async () => {
    const [from, over, to] = [await livedIn(), await scratchDatabase(), scratchPath()];
    const there = await copyBetween(fileAt(from), serverAt(over));
    const back = await copyBetween(serverAt(over), fileAt(to));

    expect(dump(to)).toEqual(dump(from));
    expect(there).toMatchObject({ replaced: 0, ledger: { problems: [] } });
    expect(back).toEqual(there);
  });

  it('brings them from one PostgreSQL to another', async () => {
    const [from, over, next, to] = [
      await livedIn(),
      await scratchDatabase(),
      await scratchDatabase(),
      scratchPath(),
    ];
    await copyBetween(fileAt(from), serverAt(over));
    await copyBetween(serverAt(over), serverAt(next));
    await copyBetween(serverAt(next), fileAt(to));

    expect(dump(to)).toEqual(dump(from));
  });

  it('goes on where it was interrupted, either way', async () => {
    const [from, over, to] = [await livedIn(), await scratchDatabase(), scratchPath()];
    await expect(copyBetween(fileAt(from), serverAt(over), breakingAfter(13))).rejects.toThrow('cable');
    expect((await copyBetween(fileAt(from), serverAt(over))).resumedAfter).toBeGreaterThan(0);
    await expect(copyBetween(serverAt(over), fileAt(to), breakingAfter(13))).rejects.toThrow('cable');
    expect((await copyBetween(serverAt(over), fileAt(to))).resumedAfter).toBeGreaterThan(0);

    expect(dump(to)).toEqual(dump(from));
  });

  it('is opened by nobody until it is whole', async () => {
    const [from, over] = [await livedIn(), await scratchDatabase()];
    await expect(copyBetween(fileAt(from), serverAt(over), breakingAfter(13))).rejects.toThrow('cable');

    await expect(openPostgresTool(over, randomUUID)).rejects.toMatchObject({ code: 'unfinished' });
    await copyBetween(fileAt(from), serverAt(over));
    expect(await (await openTool(over)).probe()).toBe(true);
  });

  it('lets new rows be numbered behind the highest, also of someone erased', async () => {
    const [from, over, to] = [scratchPath(), await scratchDatabase(), scratchPath()];
    const first = openSqliteStore({ path: from, newId: randomUUID });
    await applyOne(first, writes('hello', { contact: 'ada' }));
    await applyOne(first, writes('hello', { contact: 'grace' }));
    await first.erase((await first.readContact('studio_ig/grace'))!.id, noon);
    await first.close();
    await copyBetween(fileAt(from), serverAt(over));
    const second = await openPostgresTool(over, randomUUID);
    await applyOne(second, writes('hello', { contact: 'joan' }));
    await second.erase((await second.readContact('studio_ig/joan'))!.id, noon);
    await second.close();
    await copyBetween(serverAt(over), fileAt(to));
    const third = openSqliteStore({ path: to, newId: randomUUID });
    await applyOne(third, writes('hello', { contact: 'mary' }));
    await third.close();

    expect(dump(to)['conversations']).toMatchObject([{ number: 1 }, { number: 4 }]);
  });

  it('leaves it to the next server to announce all that is to come', async () => {
    const [from, over] = [await livedIn(), await migratedDatabase()];
    const pool = scratchPool(over);
    await pool.query(`insert into meta (key, value) values ('announced', 'true')`);
    await copyBetween(fileAt(from), serverAt(over));

    expect((await pool.query('select key from meta order by key')).rows).toEqual([{ key: 'salt' }]);
  });

  it('replaces what PostgreSQL cannot keep, and counts it', async () => {
    const [from, over] = [scratchPath(), await scratchDatabase()];
    const first = openSqliteStore({ path: from, newId: randomUUID });
    await applyOne(
      first,
      writes('a\\u0000 is no NUL, \u0000 is, and \ud800 is half', { key: 'odd' }),
      parrot,
    );
    await first.close();
    const { replaced } = await copyBetween(fileAt(from), serverAt(over));
    const second = await openTool(over);
    const { conversation } = (await second.readContact('studio_ig/ada'))!;
    const texts = (await second.readStory(conversation.id)).map(({ body }) => body.text);

    expect(texts).toEqual(Array(2).fill('a\\u0000 is no NUL, \ufffd is, and \ufffd is half'));
    // In the story twice, and once in the event.
    expect(replaced).toBe(6);
  });
});

describe('copying with PostgreSQL is refused', () => {
  it('while a server uses either end', async () => {
    const [from, over] = [await livedIn(), await scratchDatabase()];
    const server = await StandingConnection.open(over);
    await server.hold('somebody');
    await expect(copyBetween(fileAt(from), serverAt(over))).rejects.toMatchObject({ code: 'in_use' });
    await server.close();
    await copyBetween(fileAt(from), serverAt(over));
    const next = await keepOpen(StandingConnection.open(over));
    await next.hold('somebody');

    await expect(copyBetween(serverAt(over), fileAt(scratchPath()))).rejects.toMatchObject({
      code: 'in_use',
    });
  });

  it('where the target has anything in it', async () => {
    const [from, over] = [await livedIn(), await scratchDatabase()];
    const store = await openPostgresTool(over, randomUUID);
    await applyOne(store, writes('hello'), (conversation) => decision(conversation));
    await store.close();

    await expect(copyBetween(fileAt(from), serverAt(over))).rejects.toMatchObject({
      code: 'target_not_empty',
    });
  });

  it('in words, where nobody answers', async () => {
    const nowhere = 'postgres://nobody:hidden@127.0.0.1:1/nothing';
    const copying = copyBetween(fileAt(await livedIn()), serverAt(nowhere));

    await expect(copying).rejects.toMatchObject({ code: 'unreachable' });
    await expect(copying).rejects.not.toThrow('hidden');
  });
});

describe('a backup of PostgreSQL', () => {
  it('is one file, as of one moment, while servers go on', async () => {
    const [from, over, file] = [await livedIn(), await scratchDatabase(), scratchPath()];
    await copyBetween(fileAt(from), serverAt(over));
    const server = await openTool(over);
    closeSync(openSync(file, 'wx'));
    let written = 0;
    let last: Promise<unknown> = Promise.resolve();
    await backUpPostgres(over, file, () => {
      written += 1;
      last = last.then(() => applyOne(server, writes('meanwhile', { contact: `m${written}` })));
    });
    await last;

    expect(written).toBeGreaterThan(10);
    expect(await server.readContact('studio_ig/m1')).not.toBeNull();
    expect(dump(file)).toEqual(dump(from));
    expect(['-wal', '-shm', '.lock'].filter((beside) => existsSync(`${file}${beside}`))).toEqual([]);
  });
});
