import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPool } from '../../../src/store/postgres/connection.js';
import { openReads } from '../../../src/store/postgres/reads.js';
import { openSearch } from '../../../src/store/postgres/search.js';
import { openStaff } from '../../../src/store/postgres/staff.js';
import { SendPlaces } from '../../../src/store/postgres/send-places.js';
import type { Due } from '../../../src/store/postgres/due-moments.js';
import { prepareWrites } from '../../../src/store/postgres/writes.js';
import { createSaltedHash } from '../../../src/store/salted-hash.js';
import type { Store } from '../../../src/store/store.js';
import { createMigratedDatabase } from '../../postgres/test-database.js';
import {
  claimMessage,
  decision,
  doing,
  minute,
  noon,
  nothing,
  openGate,
  parrot,
  say,
  writes,
} from '../contract/world.js';
import { faultOf } from './scratch.js';

/** When the connection breaks: before COMMIT has reached the server, or before its answer has reached us. */
type Break = 'before' | 'after';

interface Bench {
  readonly store: Store;
  readonly pool: pg.Pool;
  /** What transactions announced, in order. */
  readonly announced: Due[];
  /** Breaks the connection of the next COMMIT. */
  readonly breakNextCommit: (when: Break) => void;
}

async function setUp(): Promise<Bench> {
  const database = await createMigratedDatabase();
  const pool = openPool(database.url);
  const announced: Due[] = [];
  let breaking: Break | null = null;
  const connect = async (): Promise<pg.PoolClient> => {
    const client = await pool.connect();
    if (breaking === null) return client;
    const when = breaking;
    breaking = null;
    return breakingAtCommit(client, when);
  };
  const writing = prepareWrites({
    // The pool, but for connections that break when the test says so.
    pool: new Proxy(pool, { get: (target, name) => (name === 'connect' ? connect : methodOf(target, name)) }),
    hash: createSaltedHash(Buffer.from('00', 'hex')),
    newId: randomUUID,
    newSecret: () => `test.${randomUUID()}`,
    random: (size) => Buffer.alloc(size, 7),
    places: new SendPlaces(),
    presence: { absent: () => Promise.resolve([]), grace: () => Promise.resolve() },
    announceDue: async (_, due) => void announced.push(...due),
  });
  onTestFinished(async () => {
    await writing.close();
    await pool.end();
    await database.drop();
  });
  return {
    store: { ...openReads(pool), ...openSearch(pool), ...openStaff(pool), ...writing },
    pool,
    announced,
    breakNextCommit: (when) => {
      breaking = when;
    },
  };
}

function methodOf(target: object, name: PropertyKey): unknown {
  const found: unknown = Reflect.get(target, name);
  return typeof found === 'function' ? found.bind(target) : found;
}

function breakingAtCommit(client: pg.PoolClient, when: Break): pg.PoolClient {
  const query = async (...given: readonly unknown[]): Promise<unknown> => {
    const run = () => Reflect.apply(Reflect.get(client, 'query'), client, given) as Promise<unknown>;
    if (given[0] !== 'commit') return run();
    if (when === 'after') await run();
    await client.query('rollback');
    throw new Error('Connection terminated unexpectedly');
  };
  return new Proxy(client, { get: (target, name) => (name === 'query' ? query : methodOf(target, name)) });
}

async function countTransactions(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'select count(distinct xmin::text) as count from messages',
  );
  return rows[0]!.count;
}

describe('what is asked for at the same time', () => {
  it('is committed together', async () => {
    const { store, pool } = await setUp();
    await Promise.all(
      Array.from({ length: 100 }, (_, place) =>
        store.apply([writes('hello', { contact: `c${place}` })], parrot),
      ),
    );
    expect(await countTransactions(pool)).toBe(1);
  });

  it('of one contact is handled in the order in which it was asked for', async () => {
    const { store } = await setUp();
    const texts = Array.from({ length: 30 }, (_, place) => `text ${place}`);
    const applied = await Promise.all(texts.map((text) => store.apply([writes(text)], parrot)));
    const story = await store.readStory(applied[0]![0]!.conversationId);
    expect(story.filter(({ direction }) => direction === 'in').map(({ body }) => body.text)).toEqual(texts);
    expect(story.filter(({ direction }) => direction === 'out').map(({ body }) => body.text)).toEqual(texts);
  });

  it('makes only the one suffer that cannot be saved', async () => {
    const { store } = await setUp();
    const unsavable = doing({
      kind: 'recordOutcome',
      outcome: {
        ...{ id: null as unknown as string, name: 'delivered', at: noon, runId: null, value: null },
        ...{ source: { kind: 'outside', name: 'test' }, currency: null },
      },
    });
    const all = await Promise.all(
      ['ada', 'ben', 'cleo'].map((contact) =>
        store.apply([writes('hello', { contact })], contact === 'ben' ? unsavable : parrot),
      ),
    );
    expect(all.map(([applied]) => applied?.result)).toEqual(['handled', 'poison', 'handled']);
  });

  it('does not wait for one whose conversation somebody else has locked', async () => {
    const { store, pool } = await setUp();
    await store.apply([writes('hello', { contact: 'ada' })], parrot);
    const holder = await pool.connect();
    await holder.query('begin');
    await holder.query('select from conversations for update');
    const held = store.apply([writes('again', { contact: 'ada' })], parrot);
    await new Promise((resolve) => setImmediate(resolve));
    const free = await store.apply([writes('hello', { contact: 'ben' })], parrot);
    expect(free).toMatchObject([{ result: 'handled' }]);
    await holder.query('commit');
    holder.release();
    expect(await held).toMatchObject([{ result: 'handled' }]);
  });

  it('is done before the store is closed, and refused after', async () => {
    const { store } = await setUp();
    const all = Promise.all(
      Array.from({ length: 300 }, (_, place) =>
        store.apply([writes('hello', { contact: `c${place % 7}` })], parrot),
      ),
    );
    await store.close();
    expect((await all).flat().map(({ result }) => result)).toEqual(Array(300).fill('handled'));
    expect(await faultOf(store.apply([writes('again')], parrot))).toMatchObject({
      code: 'store_unavailable',
    });
  });
});

describe('a connection that breaks at COMMIT', () => {
  it('does not hide that the transaction was committed', async () => {
    const { store, breakNextCommit } = await setUp();
    breakNextCommit('after');
    const applied = await store.apply([writes('hello', { key: 'k' })], parrot);
    expect(applied).toMatchObject([{ result: 'handled', effects: [{}, {}] }]);
    expect(await store.apply([writes('hello', { key: 'k' })], parrot)).toMatchObject([
      { result: 'duplicate' },
    ]);
  });

  it('says so when it was not, and nothing of it is there', async () => {
    const { store, breakNextCommit } = await setUp();
    breakNextCommit('before');
    expect(await faultOf(store.apply([writes('hello', { key: 'k' })], parrot))).toMatchObject({
      code: 'store_unavailable',
      retryable: true,
    });
    expect(await store.apply([writes('hello', { key: 'k' })], parrot)).toMatchObject([{ result: 'handled' }]);
  });

  it('does not make a claim be made twice', async () => {
    const { store, breakNextCommit } = await setUp();
    const [applied] = await store.apply([writes('hello')], parrot);
    breakNextCommit('after');
    const claimed = await claimMessage(store, applied!.conversationId);
    expect(claimed.body.text).toBe('hello');
    expect(await store.claim(applied!.conversationId, noon, openGate)).toMatchObject({ kind: 'wait' });
  });
});

describe('what a transaction announces', () => {
  it('is its conversation at once when a message was queued, and at the next timer when none waits', async () => {
    const { store, announced } = await setUp();
    const timer = { id: 't', dueAt: noon + 5 * minute };
    const [applied] = await store.apply([writes('hello')], (conversation, event) =>
      decision(conversation, [say(event, 'hi'), { kind: 'scheduleTimer', timer }]),
    );
    const { conversationId } = applied!;
    expect(announced.splice(0)).toEqual([{ conversationId, at: noon }]);
    const message = await claimMessage(store, conversationId);
    await store.record(message, { kind: 'sent', platformMessageId: null }, noon, nothing);
    expect(announced.splice(0)).toEqual([]);
    await store.claim(conversationId, noon, openGate);
    expect(announced).toEqual([{ conversationId, at: timer.dueAt }]);
  });

  it('is never later than what it knew before: a new timer does not put off what waits to go out', async () => {
    const { store, announced } = await setUp();
    const [applied] = await store.apply([writes('hello')], parrot);
    const timer = { id: 't', dueAt: noon + 5 * minute };
    announced.splice(0);
    await store.apply([writes('more', { at: noon + 1 })], doing({ kind: 'scheduleTimer', timer }));
    expect(announced).toEqual([{ conversationId: applied!.conversationId, at: noon + 1 }]);
  });

  it('is the moment that a claim must wait for', async () => {
    const { store, announced } = await setUp();
    const [applied] = await store.apply([writes('hello')], parrot);
    const { conversationId } = applied!;
    const message = await claimMessage(store, conversationId);
    await store.record(message, { kind: 'retry', at: noon + minute, explanation: 'busy' }, noon, nothing);
    announced.splice(0);
    await store.claim(conversationId, noon, openGate);
    expect(announced).toEqual([{ conversationId, at: noon + minute }]);
  });

  it('is nothing for who waits for the answer to a send, since its record announces what follows', async () => {
    const { store, announced } = await setUp();
    const [applied] = await store.apply([writes('first'), writes('second')], parrot);
    const { conversationId } = applied!;
    const message = await claimMessage(store, conversationId);
    announced.splice(0);
    expect(await store.claim(conversationId, noon, openGate)).toMatchObject({ kind: 'wait' });
    expect(announced).toEqual([]);
    await store.record(message, { kind: 'sent', platformMessageId: null }, noon + 1, nothing);
    expect(announced).toEqual([{ conversationId, at: noon + 1 }]);
  });

  it('is nothing when there is nothing to come', async () => {
    const { store, announced } = await setUp();
    await store.apply([writes('hello')], nothing);
    expect(announced).toEqual([]);
  });
});
