import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { wantedOf } from '../../../src/core/search-words.js';
import type { Decide, Store } from '../../../src/store/store.js';
import { everywhere } from '../contract/erasure.js';
import { applyOne, decision, noon, sendAll, writes } from '../contract/world.js';
import { findInFiles } from './read-files.js';
import { openAt, scratchPath } from './scratch.js';

/** Distinct for each number, and never part of another. */
function canary(number: number): string {
  return `canary-${String(number).padStart(4, '0')}-`;
}

/** Says the canary in everything that is kept, and lets the state grow, so that rows move from page to page. */
const telling: Decide = (conversation, event) => {
  const told = everywhere(conversation, event);
  if (event.kind !== 'messageReceived') return told;
  const { contact } = told.conversation;
  const fields = { ...conversation.contact.fields, [event.id]: event.text.repeat(3) };
  return { ...told, conversation: { ...told.conversation, contact: { ...contact, fields } } };
};

async function contactIdOf(store: Store, platformId: string): Promise<string> {
  return (await store.readContact(`studio_ig/${platformId}`))!.id;
}

/** Many who talk at the same time: what each says lies between what the others say. */
async function crowd(store: Store, people: number, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const arrivals = Array.from({ length: people }, (_, place) => {
      const number = (place * 7919 + round * 104_729) % people;
      const key = `${canary(number)}.${round}`;
      return writes(`${canary(number)}${'x'.repeat((number * 31 + round * 17) % 200)}-${round}`, {
        contact: canary(number),
        key,
      });
    });
    await store.apply(arrivals, telling);
  }
}

describe('the files of a database', () => {
  it('hold no byte of who was erased, though rows had moved from page to page', async () => {
    const path = scratchPath();
    const store = openAt(path);
    const people = 150;
    await crowd(store, people, 4);
    const { conversationId } = (await store.readContact(`studio_ig/${canary(0)}`))!;
    await sendAll(store, conversationId);
    const everyone = Array.from({ length: people }, (_, number) => canary(number));
    // A search waits for the index, which then has their words as well.
    const said = await store.searchMessages(
      { wanted: wantedOf(canary(2))!, workspaces: null },
      { after: null, limit: 50 },
    );
    const before = findInFiles(path, everyone);
    const erased = everyone.filter((_, number) => number % 2 === 0);
    const ids = await Promise.all(erased.map((name) => contactIdOf(store, name)));
    await Promise.all(ids.map((id) => store.erase(id, noon)));

    expect(said.items).not.toEqual([]);
    expect(before).toEqual(everyone);
    expect(findInFiles(path, everyone)).toEqual(everyone.filter((_, number) => number % 2 !== 0));
    expect(findInFiles(path, [conversationId, ids[0]!])).toEqual([ids[0]]);
  });

  it('are emptied as soon as nobody reads the old state any more', async () => {
    const path = scratchPath();
    const store = openAt(path);
    await applyOne(store, writes(canary(1)), telling);
    const id = await contactIdOf(store, 'ada');
    const reader = new Sqlite(path);
    onTestFinished(() => void reader.close());
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM messages').get();
    const erasing = store.erase(id, noon);
    const isDone = erasing.then(() => 'done');
    const meanwhile = applyOne(store, writes('still served', { contact: 'grace' }));

    expect(await Promise.race([meanwhile.then(() => 'served'), isDone])).toBe('served');
    reader.exec('COMMIT');
    expect(await isDone).toBe('done');
    expect(findInFiles(path, [canary(1)])).toEqual([]);
  });

  it('are cleaned by a tool beside the server, which goes on', async () => {
    const path = scratchPath();
    const [server, tool] = [openAt(path), openAt(path)];
    await crowd(server, 10, 2);
    const id = await contactIdOf(server, canary(3));
    const [applied] = await Promise.all([applyOne(server, writes('hello')), tool.erase(id, noon)]);

    expect(findInFiles(path, [canary(3), canary(4)])).toEqual([canary(4)]);
    expect(await applyOne(server, writes('again'))).toMatchObject({ conversationId: applied.conversationId });
  });

  it('are cleaned by the next process where the last one could not finish', async () => {
    const path = scratchPath();
    const first = openAt(path);
    await applyOne(first, writes(canary(1)), telling);
    await applyOne(first, writes('someone else', { contact: 'grace' }), (conversation) =>
      decision(conversation),
    );
    const erasing = first.erase(await contactIdOf(first, 'ada'), noon);
    // The erasure is committed when it is closed, but its files are not rebuilt.
    await first.close();
    await expect(erasing).rejects.toMatchObject({ code: 'store_unavailable' });
    const next = openAt(path);
    const scrubbed = () =>
      new Sqlite(path).prepare("SELECT value FROM meta WHERE key = 'scrubbed'").pluck().get();

    expect(scrubbed()).toBeUndefined();
    await next.maintain();
    expect(scrubbed()).toBe('1');
    expect(findInFiles(path, [canary(1)])).toEqual([]);
    expect(await next.readContact('studio_ig/grace')).not.toBeNull();
  });

  it('are one file again after maintenance', async () => {
    const path = scratchPath();
    const store = openAt(path);
    await crowd(store, 20, 2);
    await store.maintain();

    expect(existsSync(path)).toBe(true);
    expect(findInFiles(`${path}-wal`, ['SQLite', canary(1)])).toEqual([]);
  });
});
