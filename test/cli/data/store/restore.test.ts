import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { dump } from '../../../store/copying/dump.js';
import { contactIdOf, erase, say, Workshop } from './workshop.js';

let shop: Workshop;

/** Ada and Grace are in the backup; since then Ada was erased, and Grace said STOP and was erased. Joan came, and went. */
beforeEach(async () => {
  shop = new Workshop();
  await shop.use('live.db', async (store) => {
    await say(store, 'ada', 'a secret of ada');
    await say(store, 'grace', 'yes');
    await say(store, 'linus', 'yes');
  });
  await shop.call('live.db', 'store', 'backup', shop.path('night.backup'));
  await shop.use('live.db', async (store) => {
    await say(store, 'joan', 'hello', 1);
    await say(store, 'grace', 'stop', 2);
    await erase(store, 'joan');
    await erase(store, 'ada');
    await erase(store, 'grace');
  });
});

const restore = (...args: readonly string[]) =>
  shop.call('new.db', 'store', 'restore', shop.path('night.backup'), ...args);

/** Into a file, as an operator does. */
async function keepJournal(): Promise<string> {
  const { printed } = await shop.call('live.db', 'store', 'erasures');
  writeFileSync(shop.path('erasures.jsonl'), `${printed}\n`);
  return shop.path('erasures.jsonl');
}

async function expectForgotten(): Promise<void> {
  await shop.use('new.db', async (store) => {
    expect(await store.readContact('studio_ig/ada')).toBeNull();
    expect(await store.readContact('studio_ig/grace')).toBeNull();
    expect(await store.readContact('studio_ig/linus')).not.toBeNull();
    expect(await store.verifyLedger()).toMatchObject({ problems: [] });
    await say(store, 'grace', 'hello again', 3);
    expect((await store.findConversation('studio_ig', 'grace'))?.consent.stopped).not.toBeNull();
  });
  expect(readFileSync(shop.path('new.db')).includes('a secret of ada')).toBe(false);
}

describe('heyword store restore', () => {
  it('brings back what was in the backup, and nobody who was erased since, as the old database knows', async () => {
    const { exit, printed } = await restore('--erasures-from', `file:${shop.path('live.db')}`);

    expect({ exit, printed }).toMatchObject({ exit: 0 });
    expect(printed).toContain('Erased again: 2 contacts (3 contacts were erased in all).');
    await expectForgotten();
  });

  it('reads who was erased from a journal, where the old database is lost', async () => {
    const journal = await keepJournal();
    const { exit } = await restore('--erasures-from', journal);

    expect(exit).toBe(0);
    await expectForgotten();
  });

  it('remembers each erasure, also of contacts that this backup never had', async () => {
    await restore('--erasures-from', await keepJournal());

    expect(dump(shop.path('new.db'))['erasures']).toEqual(dump(shop.path('live.db'))['erasures']);
  });

  it('is told that nobody was erased, or does nothing', async () => {
    expect(await restore()).toMatchObject({
      exit: 2,
      complained: expect.stringContaining('--no-erasures') as string,
    });
    expect(existsSync(shop.path('new.db'))).toBe(false);
    expect(await restore('--no-erasures')).toMatchObject({ exit: 0 });
    await shop.use('new.db', async (store) => expect(await contactIdOf(store, 'ada')).not.toBe(''));
  });

  it('takes no erasures of another database', async () => {
    await shop.use('other.db', (store) => say(store, 'somebody', 'hello'));

    expect(await restore('--erasures-from', `file:${shop.path('other.db')}`)).toMatchObject({
      exit: 1,
      complained: expect.stringContaining('another database') as string,
    });
  });

  it.each([
    ['cut off', (lines: readonly string[]) => lines.slice(0, -1)],
    ['without its head', (lines: readonly string[]) => lines.slice(1)],
    ['with a line that is no erasure', (lines: readonly string[]) => [...lines.slice(0, -1), '{"a":1}']],
    ['with a line that is no JSON', (lines: readonly string[]) => [...lines.slice(0, -1), 'oops']],
  ])('takes no journal %s', async (_how, change) => {
    const journal = await keepJournal();
    writeFileSync(journal, change(readFileSync(journal, 'utf8').trim().split('\n')).join('\n'));

    expect(await restore('--erasures-from', journal)).toMatchObject({ exit: 1 });
    await shop.use('new.db', async (store) => expect(await store.readContact('studio_ig/linus')).toBeNull());
  });

  it('writes over nothing', async () => {
    await shop.use('new.db', (store) => say(store, 'somebody', 'hello'));
    const before = dump(shop.path('new.db'));

    expect(await restore('--no-erasures')).toMatchObject({
      exit: 1,
      complained: expect.stringContaining('not empty') as string,
    });
    expect(dump(shop.path('new.db'))).toEqual(before);
  });

  it('says what is wrong with a backup that is damaged', async () => {
    const bytes = readFileSync(shop.path('night.backup'));
    writeFileSync(shop.path('night.backup'), bytes.fill(7, 4096, 12_000));

    expect(await restore('--no-erasures')).toMatchObject({
      exit: 1,
      complained: expect.stringContaining('night.backup is damaged') as string,
    });
  });

  it('leaves nothing behind of what it worked on', async () => {
    await restore('--erasures-from', await keepJournal());

    expect(shop.files().filter((name) => name.startsWith('heyword-restoring'))).toEqual([]);
  });
});
