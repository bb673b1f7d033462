import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/open.js';
import { capabilities } from '../../../src/core/channel.js';
import type { Arrival, Store } from '../../../src/store/store.js';
import { createMigratedDatabase } from '../../postgres/test-database.js';
import { describeHistories } from '../contract/histories.js';
import { describeProvisos } from '../contract/provisos.js';
import { claimMessage, noon, openGate, parrot, sendAll, writes } from '../contract/world.js';

/** Two processes on one database, as far as a store knows of processes; both are here. */
async function openTwo(): Promise<readonly [Store, Store]> {
  const database = await createMigratedDatabase();
  const open = (processName: string) =>
    openPostgresStore({
      url: database.url,
      newId: randomUUID,
      processName,
      presence: { absent: () => Promise.resolve([]), grace: () => Promise.resolve() },
      announceDue: () => Promise.resolve(),
    });
  const stores = [await open('one'), await open('two')] as const;
  onTestFinished(async () => {
    for (const store of stores) await store.close();
    await database.drop();
  });
  return stores;
}

/** A store whose calls go to the one process and the other in turn. */
async function openAlternating(): Promise<Store> {
  const stores = await openTwo();
  let calls = 0;
  return new Proxy(stores[0], {
    get: (_, name: keyof Store) => {
      // Both are closed with the test.
      if (name === 'close') return () => Promise.resolve();
      calls += 1;
      const store = stores[calls % 2]!;
      return Reflect.get(store, name);
    },
  });
}

describe('two processes on one database', () => {
  it('count a message once that both are given at the same time', async () => {
    const [one, two] = await openTwo();
    for (let round = 0; round < 20; round += 1) {
      const arrival = writes(`hello ${round}`, { contact: `c${round % 4}`, key: `k${round}` });
      const applied = await Promise.all([one, two, one, two].map((store) => store.apply([arrival], parrot)));
      expect(applied.map(([first]) => first?.result).sort()).toEqual([
        'duplicate',
        'duplicate',
        'duplicate',
        'handled',
      ]);
      expect(new Set(applied.map(([first]) => first?.conversationId)).size).toBe(1);
    }
  });

  it('begin one conversation with someone who writes to both at once', async () => {
    const [one, two] = await openTwo();
    await Promise.all([
      one.apply([writes('to the one')], parrot),
      two.apply([writes('to the other')], parrot),
    ]);
    const { items } = await two.listContacts({}, { after: null, limit: 10 });
    expect(items).toHaveLength(1);
    const story = await one.readStory(items[0]!.conversationId);
    expect(story.filter(({ direction }) => direction === 'in')).toHaveLength(2);
  });

  it('never claim a conversation’s message twice, nor the next before the last is settled', async () => {
    const [one, two] = await openTwo();
    const applied = await one.apply([writes('first'), writes('second')], parrot);
    const { conversationId } = applied[0]!;
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, place) =>
        (place % 2 === 0 ? one : two).claim(conversationId, noon, openGate),
      ),
    );
    const kinds = claims.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'send')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'wait')).toHaveLength(9);
  });

  it('know each other’s claims apart: only the last one may say what became of a send', async () => {
    const [one, two] = await openTwo();
    const [applied] = await one.apply([writes('hello')], parrot);
    const first = await claimMessage(one, applied!.conversationId);
    await one.record(first, { kind: 'retry', at: noon, explanation: 'busy' }, noon, parrot);
    const second = await claimMessage(two, applied!.conversationId);
    await one.record(first, { kind: 'failed', failure: 'invalid', explanation: 'late' }, noon, parrot);
    await two.record(second, { kind: 'sent', platformMessageId: 'p1' }, noon, parrot);
    const [, reply] = await one.readStory(applied!.conversationId);
    expect(reply).toMatchObject({ state: 'sent', platformMessageId: 'p1' });
    expect(await sendAll(two, applied!.conversationId)).toEqual([]);
  });

  describeHistories(openAlternating);
  describeProvisos(openAlternating);
});

describe('an account whose channel has long budgets', () => {
  const [budget] = capabilities.x.budgets;
  const { most = 0, per = 0 } = budget ?? {};

  async function conversationsOnX(store: Store, count: number): Promise<readonly string[]> {
    const arrivals = Array.from({ length: count }, (_, place) => {
      const arrival = writes('hi', { contact: `c${place}`, account: 'studio_x' });
      return { ...arrival, address: { ...arrival.address, channel: 'x' } } as Arrival;
    });
    return (await store.apply(arrivals, parrot)).map(({ conversationId }) => conversationId);
  }

  it('begins no more sends than that in its time, whichever process begins them', async () => {
    const stores = await openTwo();
    const conversations = await conversationsOnX(stores[0], most + 5);
    const kinds: string[] = [];
    for (const [place, id] of conversations.entries()) {
      const claim = await stores[place % 2]!.claim(id, noon + place * 1_000, openGate);
      kinds.push(claim.kind);
    }

    expect(kinds.filter((kind) => kind === 'send')).toHaveLength(most);
    expect(kinds.slice(most)).toEqual(Array.from({ length: 5 }, () => 'wait'));
    const last = conversations.at(-1) ?? '';
    expect(await stores[0].claim(last, noon + per - 1, openGate)).toMatchObject({ kind: 'wait' });
    expect(await stores[0].claim(last, noon + per, openGate)).toMatchObject({ kind: 'send' });
  });
});
