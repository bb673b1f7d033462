import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openValue } from '../../../src/store/sealing/sealed-text.js';
import type { Decide, Store } from '../../../src/store/store.js';
import { confiding, looking } from '../contract/confidence.js';
import { consenting } from '../contract/consent.js';
import { applyOne, at, decision, noon, openGate, parrot, tells, writes } from '../contract/world.js';
import { findInFiles } from './read-files.js';
import { openAt, scratchPath } from './scratch.js';

const read = () => tells({ kind: 'messagesRead', ...at(noon), platformMessageIds: [], upTo: null });

/** Changes the database behind the store's back. */
function change(path: string, statement: string): void {
  const client = new Sqlite(path);
  client.exec(statement);
  client.close();
}

/** Hands over like the core does. */
const handingOver: Decide = (conversation, event) =>
  event.kind === 'decisionFailed'
    ? decision({ ...conversation, run: null, puzzledAt: noon })
    : decision(conversation);

async function contactIdOf(store: Store): Promise<string> {
  return (await store.readContact('studio_ig/ada'))!.id;
}

describe('the files of a database', () => {
  it('hold no byte of what was said in confidence, though all of it is known after a restart', async () => {
    const path = scratchPath();
    const first = openAt(path);
    await applyOne(first, writes('canary-illness'), confiding);

    expect(findInFiles(path, ['canary-illness', 'studio_ig'])).toEqual(['studio_ig']);
    await first.close();
    expect(findInFiles(path, ['canary-illness', 'studio_ig'])).toEqual(['studio_ig']);
    const look = looking();
    await applyOne(openAt(path), read(), look.decide);
    expect(look.seen).toMatchObject([{ contact: { fields: { illness: 'canary-illness' } } }]);
  });

  it('hold no byte of an event that broke the decision, nor of an edit of what was confided', async () => {
    const path = scratchPath();
    const store = openAt(path);
    await applyOne(store, writes('canary-poison'), (conversation, event) => {
      if (event.kind === 'decisionFailed') return decision(conversation);
      throw new Error('bug');
    });
    await applyOne(
      store,
      tells({ kind: 'messageEdited', ...at(noon), platformMessageId: 'm', text: 'canary-edit', edition: 1 }),
      handingOver,
    );

    expect(findInFiles(path, ['canary-poison', 'canary-edit', 'messageEdited'])).toEqual(['messageEdited']);
  });

  it('keep nothing after an erasure that opens what was sealed before', async () => {
    const path = scratchPath();
    const store = openAt(path);
    await applyOne(store, writes('canary-illness'), confiding);
    const id = await contactIdOf(store);
    const client = new Sqlite(path, { readonly: true });
    const key = client.prepare<[], string>('select key from contact_keys').pluck().get()!;
    client.close();
    await store.erase(id, noon);

    expect(findInFiles(path, [key])).toEqual([]);
    expect(() => openValue(null, { contactId: id, place: [] }, '1.x')).toThrow('key_missing');
  });
});

describe('a seal that was broken', () => {
  it('gives the chat to a person once, keeps what it was, and lets everything else go on', async () => {
    const path = scratchPath();
    const store = openAt(path);
    await applyOne(store, writes('migraine'), confiding);
    change(path, `update conversations set sealed = substr(sealed, 1, length(sealed) - 8) || 'AAAAAAA='`);
    const client = new Sqlite(path, { readonly: true });
    const broken = client.prepare<[], string>('select sealed from conversations').pluck().get()!;
    const applied = await applyOne(store, writes('and then?'), handingOver);

    expect(applied).toMatchObject({ result: 'handled', fault: { code: 'decision_failed' } });
    expect(applied.fault?.message).toContain('SealBroken');
    expect(
      client.prepare<[], string>(`select sealed from events where kind = 'decisionFailed'`).pluck().get(),
    ).toBe(broken);
    client.close();
    const look = looking();
    await applyOne(store, read(), look.decide);
    expect(look.seen).toMatchObject([{ run: null, puzzledAt: noon, contact: { fields: { size: '3' } } }]);
    expect(look.seen[0]?.contact.fields).not.toHaveProperty('illness');
  });

  it('does not keep STOP from being heard, nor an event from being poison', async () => {
    const path = scratchPath();
    const store = openAt(path);
    await applyOne(store, writes('migraine'), confiding);
    change(path, `update conversations set sealed = '1.AAAA'`);

    expect(await applyOne(store, writes('stop'), consenting)).toMatchObject({ result: 'handled' });
    const { conversation } = (await store.readContact('studio_ig/ada'))!;
    expect(conversation.consent.stopped).not.toBeNull();
    expect(await store.exportContact(conversation.contact.id)).toMatchObject({
      ledger: [{ entry: { change: 'withdrawn', words: 'stop' } }],
    });

    await applyOne(store, writes('asthma', { contact: 'grace' }), confiding);
    change(path, `update conversations set sealed = '1.AAAA' where platform_id = 'grace'`);
    const failing: Decide = (state, event) => {
      if (event.kind === 'messageReceived') throw new Error('a bug');
      return decision({ ...state, run: null });
    };
    expect(await applyOne(store, writes('hm', { contact: 'grace' }), failing)).toMatchObject({
      result: 'poison',
    });
    expect(await applyOne(store, writes('and?', { contact: 'grace' }), parrot)).toMatchObject({
      result: 'handled',
      fault: null,
    });
  });

  it('is broken too where it was put in the place of another, or where the key is gone', async () => {
    const path = scratchPath();
    const store = openAt(path);
    await applyOne(store, writes('migraine'), confiding);
    await applyOne(store, writes('asthma', { contact: 'grace' }), confiding);
    const of = (name: string) => `(select sealed from conversations where platform_id = '${name}')`;
    change(path, `update conversations set sealed = ${of('grace')} where platform_id = 'ada'`);
    change(
      path,
      `delete from contact_keys where contact_id = (select contact_id from conversations where platform_id = 'grace')`,
    );

    const broken = { fault: { code: 'decision_failed' } };
    expect(await applyOne(store, writes('hm'), handingOver)).toMatchObject(broken);
    expect(await applyOne(store, writes('hm', { contact: 'grace' }), handingOver)).toMatchObject(broken);
  });

  it('lets a message that repeats it go nowhere, and holds up none behind it', async () => {
    const path = scratchPath();
    const store = openAt(path);
    const { conversationId } = await applyOne(store, writes('migraine'), confiding);
    change(path, `update messages set sealed = '1.AAAA' where direction = 'out'`);

    expect(await store.claim(conversationId, noon, openGate)).toEqual({ kind: 'idle' });
    expect(await store.readStory(conversationId)).toMatchObject([
      {},
      { state: 'not_sent', refusal: 'unreadable', body: { text: '(sensitive)' } },
    ]);
  });
});
