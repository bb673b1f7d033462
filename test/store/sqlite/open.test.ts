import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
  closeSync,
  mkdirSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openConnection } from '../../../src/store/sqlite/connection.js';
import { CannotOpenStore } from '../../../src/store/cannot-open.js';
import { wantedOf } from '../../../src/core/search-words.js';
import type { Store } from '../../../src/store/store.js';
import { applyOne, writes } from '../contract/world.js';
import { openAt, scratchFolder, scratchPath } from './scratch.js';

function fingerprint(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function refusalOf(open: () => unknown): CannotOpenStore {
  try {
    open();
  } catch (fault) {
    if (fault instanceof CannotOpenStore) return fault;
    throw fault;
  }
  throw new Error('It was opened.');
}

/** A database with someone in it, closed. */
async function usedDatabase(): Promise<string> {
  const path = scratchPath();
  const store = openAt(path);
  for (let number = 0; number < 200; number += 1)
    await applyOne(store, writes('hello', { contact: `c${number}` }));
  await store.close();
  return path;
}

describe('opening a database', () => {
  it('makes the file and its folders, for nobody else to read', async () => {
    const path = join(scratchFolder(), 'a', 'b', 'heyword.db');
    await openAt(path).close();

    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('sets what our promises rest on, each time anew', () => {
    const path = scratchPath();
    const settings = [
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'secure_delete',
      'busy_timeout',
    ] as const;
    const read = () => {
      const client = openConnection(path);
      onTestFinished(() => void client.close());
      const values = settings.map((name) => client.pragma(name, { simple: true }));
      client.close();
      return values;
    };
    const first = read();
    const plain = new Sqlite(path);
    onTestFinished(() => void plain.close());

    expect(first).toEqual(['wal', 2, 1, 1, 5000]);
    // What SQLite does by itself at the second opening: NORMAL, which loses acknowledged commits at a power cut.
    expect(plain.pragma('synchronous', { simple: true })).toBe(1);
    plain.close();
    expect(read()).toEqual(first);
  });

  it('remembers what it had seen before', async () => {
    const path = scratchPath();
    const before = openAt(path);
    const first = await applyOne(before, writes('hello', { key: 'k' }));
    await before.close();
    const after = openAt(path);

    expect(await applyOne(after, writes('hello', { key: 'k' }))).toMatchObject({
      ...first,
      result: 'duplicate',
      effects: [],
    });
    expect(await after.readStory(first.conversationId)).toHaveLength(2);
  });

  it('salts each database differently', async () => {
    const [one, other] = [openAt(scratchPath()), openAt(scratchPath())];
    const ids = [
      await applyOne(one, writes('x', { key: 'k' })),
      await applyOne(other, writes('x', { key: 'k' })),
    ];

    expect(ids[0]!.eventId).not.toBe(ids[1]!.eventId);
  });

  it('lets a second process write beside the first', async () => {
    const path = scratchPath();
    const [server, tool] = [openAt(path), openAt(path)];
    await Promise.all([
      applyOne(server, writes('a')),
      applyOne(tool, writes('b')),
      applyOne(server, writes('c')),
    ]);

    expect(await server.readStory((await tool.readContact('studio_ig/ada'))!.conversationId)).toHaveLength(6);
  });
});

describe('the index of words', () => {
  const find = (store: Store) =>
    store.searchMessages({ wanted: wantedOf('hello')!, workspaces: null }, { after: null, limit: 50 });

  it('is made anew where it is broken, and nothing is refused', async () => {
    const path = await usedDatabase();
    const before = openAt(path);
    const found = await find(before);
    await before.close();
    const client = new Sqlite(path);
    client.unsafeMode().exec('DELETE FROM message_words_data WHERE id > 10');
    const broken = client.pragma('quick_check', { simple: true });
    client.close();
    const after = openAt(path);

    expect(broken).toContain('message_words');
    expect(found.items).toHaveLength(50);
    expect(await find(after)).toEqual(found);
  });
});

describe('a database that cannot be used', () => {
  it('is refused when a newer version wrote it, and left as it was', async () => {
    const path = await usedDatabase();
    const client = new Sqlite(path);
    client
      .prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
      .run('future', 9_999_999_999_999);
    client.close();
    const before = fingerprint(path);
    const refusal = refusalOf(() => openAt(path));

    expect(refusal).toMatchObject({ code: 'newer_schema', retryable: false });
    expect(refusal.message).toContain('newer version of Heyword');
    expect(fingerprint(path)).toBe(before);
  });

  it.each([
    ['its beginning', 0],
    ['a page in the middle', 60 * 4096],
  ])('is refused when %s is damaged, and left as it was', async (_where, offset) => {
    const path = await usedDatabase();
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, offset);
    closeSync(file);
    const before = fingerprint(path);
    const refusal = refusalOf(() => openAt(path));

    expect(refusal).toMatchObject({ code: 'corrupt' });
    expect(refusal.message).toContain('Restore a backup');
    expect(fingerprint(path)).toBe(before);
  });

  it('is refused when it is something else', () => {
    const [text, foreign] = [scratchPath(), scratchPath()];
    writeFileSync(text, 'Dear diary, today I was no database at all.'.repeat(100));
    const client = new Sqlite(foreign);
    client.exec('CREATE TABLE albums (title TEXT)');
    client.close();
    const before = fingerprint(foreign);

    expect(refusalOf(() => openAt(text))).toMatchObject({ code: 'corrupt' });
    expect(refusalOf(() => openAt(foreign))).toMatchObject({ code: 'foreign' });
    expect(fingerprint(foreign)).toBe(before);
  });

  it('is refused when it cannot be written', async () => {
    const path = await usedDatabase();
    chmodSync(dirname(path), 0o555);
    chmodSync(path, 0o444);
    // Who may do anything may write here too, so for the time of the opening we are somebody else.
    const [asOther, asOurselves] = [() => process.seteuid?.(65_534), () => process.seteuid?.(0)];
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) asOther();
    try {
      expect(refusalOf(() => openAt(path))).toMatchObject({ code: 'not_writable' });
    } finally {
      if (isRoot) asOurselves();
      chmodSync(dirname(path), 0o755);
    }
  });

  it('is refused when there is no place for it', () => {
    const file = join(scratchFolder(), 'file');
    writeFileSync(file, '');
    const folder = join(scratchFolder(), 'folder.db');
    mkdirSync(folder);

    expect(refusalOf(() => openAt(join(file, 'heyword.db')))).toMatchObject({ code: 'not_writable' });
    expect(refusalOf(() => openAt(folder))).toMatchObject({ code: 'not_writable' });
    expect(existsSync(`${folder}-wal`)).toBe(false);
  });
});
