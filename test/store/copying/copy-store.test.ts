import { randomUUID } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openSqliteSource } from '../../../src/store/copying/sqlite-source.js';
import { openSqliteTarget } from '../../../src/store/copying/sqlite-target.js';
import type { Store } from '../../../src/store/store.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import { acquireServerLock } from '../../../src/store/sqlite/server-lock.js';
import { confiding } from '../contract/confidence.js';
import { invitationTo, letIn, staffUser } from '../contract/staff.js';
import { applyOne, decision, noon, writes } from '../contract/world.js';
import { scratchPath } from '../sqlite/scratch.js';
import { dump, readMeta } from './dump.js';
import { breakingAfter, copyBetween, keepOpen, type CopyPlace } from './ends.js';
import { Cast, playEveryState, states } from './every-state.js';
import { PlayedWorkspace } from './played-workspace.js';

function placeAt(path: string): CopyPlace {
  return {
    openSource: async () => openSqliteSource(path),
    openTarget: async () => openSqliteTarget(path),
  };
}

/** People, what they keep, and what they left in a chat. */
async function staff(store: Store): Promise<void> {
  await letIn(store, staffUser('kim'));
  await store.addInvitation(invitationTo('lee'));
  const saved = { ownerId: 'kim', isShared: true, updatedAt: noon };
  await store.saveReply({ ...saved, id: 'r', workspace: null, shortcut: 'hi', text: 'Hello!' });
  await store.saveView({ ...saved, id: 'v', name: 'Late', view: 'late', sort: 'urgency', filters: {} });
  const note = { id: 'n', author: 'Kim', authorId: 'kim', text: 'careful', mentions: [], at: noon };
  const { conversationId } = await applyOne(store, writes('hi', { contact: 'noted' }), (conversation) =>
    decision({ ...conversation, contact: { ...conversation.contact, tags: ['vip'] } }, [
      { kind: 'addNote', note },
    ]),
  );
  const file = {
    kind: 'image',
    mimeType: 'image/png',
    name: 'a.png',
    bytes: 1,
    content: Buffer.from([7]),
  } as const;
  await store.saveUpload({ ...file, id: 'u', token: 't', conversationId, userId: 'kim', createdAt: noon });
}

/** A database that was used, and is closed again. */
async function livedIn(size = states.length * 2): Promise<string> {
  const path = scratchPath();
  const store = openSqliteStore({ path, newId: randomUUID });
  await playEveryState(await PlayedWorkspace.open(store), new Cast(size));
  await store.apply([writes('migraine', { contact: 'confiding' })], confiding);
  await staff(store);
  await store.close();
  return path;
}

describe('copying a database', () => {
  it('takes every row along as it is', async () => {
    const [from, to] = [await livedIn(), scratchPath()];
    const report = await copyBetween(placeAt(from), placeAt(to));
    const rows = dump(from);

    for (const found of Object.values(rows)) expect(found).not.toEqual([]);
    expect(dump(to)).toEqual(rows);
    expect(report).toMatchObject({ replaced: 0, resumedAfter: 0, ledger: { problems: [] } });
    expect(report.ledger.entries).toBeGreaterThan(0);
  });

  it('leaves a database that knows again what was told to the first', async () => {
    const [from, to] = [scratchPath(), scratchPath()];
    const first = openSqliteStore({ path: from, newId: randomUUID });
    await applyOne(first, writes('hello', { key: 'k' }));
    await first.close();
    await copyBetween(placeAt(from), placeAt(to));
    const second = await keepOpen(Promise.resolve(openSqliteStore({ path: to, newId: randomUUID })));

    expect(await applyOne(second, writes('hello', { key: 'k' }))).toMatchObject({ result: 'duplicate' });
  });

  it('gives no number again that someone had who was erased', async () => {
    const [from, to] = [scratchPath(), scratchPath()];
    const first = openSqliteStore({ path: from, newId: randomUUID });
    await applyOne(first, writes('hello', { contact: 'ada' }));
    await applyOne(first, writes('hello', { contact: 'grace' }));
    await first.erase((await first.readContact('studio_ig/grace'))!.id, noon);
    await first.close();
    await copyBetween(placeAt(from), placeAt(to));
    const second = openSqliteStore({ path: to, newId: randomUUID });
    await applyOne(second, writes('hello', { contact: 'joan' }));
    await second.close();

    expect(dump(to)['conversations']).toMatchObject([{ number: 1 }, { number: 3 }]);
  });

  it('changes nothing in the source', async () => {
    const from = await livedIn();
    const before = dump(from);
    await copyBetween(placeAt(from), placeAt(scratchPath()));

    expect(dump(from)).toEqual(before);
  });
});

describe('a copy that was interrupted', () => {
  it.each([1, 4, 8, 15, 23])('is gone on with where it stopped, after %i pages', async (pages) => {
    const [from, to] = [await livedIn(), scratchPath()];
    const broken = copyBetween(placeAt(from), placeAt(to), breakingAfter(pages));
    await expect(broken).rejects.toThrow('The cable was pulled.');
    const half = JSON.parse(String(readMeta(to, 'copying'))) as { rows: number };
    const report = await copyBetween(placeAt(from), placeAt(to));

    expect(report.resumedAfter).toBe(half.rows);
    expect(dump(to)).toEqual(dump(from));
    expect(readMeta(to, 'copying')).toBeUndefined();
  });

  it('goes on in the middle of a table', async () => {
    const [from, to] = [scratchPath(), scratchPath()];
    const store = openSqliteStore({ path: from, newId: randomUUID });
    const crowd = Array.from({ length: 1200 }, (_, place) => writes('hello', { contact: `f${place}` }));
    await store.apply(crowd, (conversation) => ({
      conversation,
      effects: [],
      disposition: 'handled',
      trace: [],
    }));
    await store.close();
    // Six empty tables come before the conversations, whose second page is the eighth.
    await expect(copyBetween(placeAt(from), placeAt(to), breakingAfter(8))).rejects.toThrow();
    const report = await copyBetween(placeAt(from), placeAt(to));

    expect(report.resumedAfter).toBe(1000);
    expect(dump(to)).toEqual(dump(from));
  });

  it('is not gone on with from another database', async () => {
    const [from, other, to] = [await livedIn(), await livedIn(), scratchPath()];
    await expect(copyBetween(placeAt(from), placeAt(to), breakingAfter(4))).rejects.toThrow();

    await expect(copyBetween(placeAt(other), placeAt(to))).rejects.toMatchObject({ code: 'other_source' });
  });

  it('is not gone on with when the source was used meanwhile', async () => {
    const [from, to] = [await livedIn(), scratchPath()];
    await expect(copyBetween(placeAt(from), placeAt(to), breakingAfter(4))).rejects.toThrow();
    await openSqliteStore({ path: from, newId: randomUUID }).close();

    await expect(copyBetween(placeAt(from), placeAt(to))).rejects.toMatchObject({ code: 'other_source' });
  });

  it('is opened by nobody until it is whole', async () => {
    const [from, to] = [await livedIn(), scratchPath()];
    await expect(copyBetween(placeAt(from), placeAt(to), breakingAfter(4))).rejects.toThrow();
    const open = () => openSqliteStore({ path: to, newId: randomUUID });

    expect(open).toThrow(expect.objectContaining({ code: 'unfinished' }) as Error);
    await copyBetween(placeAt(from), placeAt(to));
    expect(await (await keepOpen(Promise.resolve(open()))).probe()).toBe(true);
  });

  it('is no source itself', async () => {
    const [from, to] = [await livedIn(), scratchPath()];
    await expect(copyBetween(placeAt(from), placeAt(to), breakingAfter(4))).rejects.toThrow();

    await expect(copyBetween(placeAt(to), placeAt(scratchPath()))).rejects.toMatchObject({
      code: 'source_unfinished',
    });
  });
});

describe('a copy is refused', () => {
  it('where the target has anything in it, which stays as it was', async () => {
    const [from, to] = [await livedIn(), await livedIn()];
    const before = dump(to);

    await expect(copyBetween(placeAt(from), placeAt(to))).rejects.toMatchObject({ code: 'target_not_empty' });
    expect(dump(to)).toEqual(before);
  });

  it('while a server uses the source, or the target', async () => {
    const [from, to] = [await livedIn(), scratchPath()];
    const onSource = acquireServerLock(from);
    await expect(copyBetween(placeAt(from), placeAt(to))).rejects.toMatchObject({ code: 'locked' });
    onSource.release();
    const onTarget = acquireServerLock(to);
    await expect(copyBetween(placeAt(from), placeAt(to))).rejects.toMatchObject({ code: 'locked' });
    onTarget.release();

    expect(await copyBetween(placeAt(from), placeAt(to))).toMatchObject({ resumedAfter: 0 });
  });

  it('where nothing has ever been in the source', async () => {
    await expect(copyBetween(placeAt(scratchPath()), placeAt(scratchPath()))).rejects.toMatchObject({
      code: 'source_empty',
    });
  });
});

describe('a ledger that does not hold', () => {
  it('is copied as it is, and told of', async () => {
    const [from, to] = [await livedIn(), scratchPath()];
    const client = new Sqlite(from);
    client.prepare('UPDATE ledger_words SET words = ? WHERE rowid = 1').run('please go on');
    client.close();
    const { ledger } = await copyBetween(placeAt(from), placeAt(to));

    expect(ledger.problems).toEqual([
      expect.stringContaining('the words are not those that were committed to'),
    ]);
    expect(dump(to)).toEqual(dump(from));
  });
});
