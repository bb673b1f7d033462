import { getTableColumns, sql } from 'drizzle-orm';
import { drizzle as onSqlite } from 'drizzle-orm/better-sqlite3';
import { drizzle as onPostgres } from 'drizzle-orm/node-postgres';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type pg from 'pg';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Reads, StoredFlow } from '../../../src/store/reads.js';
import { openReads } from '../../../src/store/postgres/reads.js';
import { postgresTables } from '../../../src/store/postgres/tables.js';
import { openConnection } from '../../../src/store/sqlite/connection.js';
import { sqliteTables } from '../../../src/store/sqlite/tables.js';
import type { Decide, Store } from '../../../src/store/store.js';
import { everywhere } from '../contract/erasure.js';
import { applyOne, claimMessage, minute, noon, parrot, sendAll, writes } from '../contract/world.js';
import { openAt, scratchPath } from '../sqlite/scratch.js';
import { faultOf, migratedDatabase, scratchPool } from './scratch.js';

const flow: StoredFlow = {
  workspace: 'nord',
  name: 'guide',
  version: 'v1',
  definition: '{"flow":"guide"}',
  leadsTo: { tips: 'v7', offer: 'v2' },
};

/** Somebody is in the middle of a flow, with characters that not every encoding has. */
const inFlow: Decide = (conversation, event) => {
  const decided = parrot(conversation, event);
  const context = { answers: { project: 'Ünïcødé 🦊 "quoted" \\ back' }, visits: {}, misses: 0 };
  const frames = [{ flow: flow.name, version: flow.version, step: '1-ask', context }];
  const run = { id: 'run', startedAt: noon, frames, outcomes: [] };
  return { ...decided, conversation: { ...decided.conversation, run } };
};

/** A little of everything. */
async function fill(store: Store): Promise<void> {
  await store.saveFlows([flow, { ...flow, name: 'tips', version: 'v7', leadsTo: {} }]);
  for (const contact of ['ada', 'bob', 'Äda']) {
    await applyOne(store, writes(`of ${contact}`, { contact }), everywhere);
    await applyOne(store, writes('waits', { contact, at: noon + minute }), everywhere);
  }
  const { conversationId } = await applyOne(store, writes('sent', { contact: 'eve' }));
  await sendAll(store, conversationId);
  await applyOne(store, writes('guide', { contact: 'eve', account: 'other_ig' }), inFlow);
  const claimed = await claimMessage(
    store,
    (await applyOne(store, writes('lost', { contact: 'zoe' }))).conversationId,
  );
  await store.record(claimed, { kind: 'unknown', explanation: 'No answer.' }, noon, parrot);
  await store.changeAccountState('nord', 'studio_ig', { token: 'sealed', heardUntil: noon }, { now: noon });
  await store.requestDeletion({
    code: 'c0de',
    workspace: 'nord',
    userId: '4711',
    requestedAt: noon,
    contacts: 0,
    doneAt: null,
  });
  const erased = (await store.readContact('studio_ig/bob'))!;
  await store.followLink('code-of ada', noon + 1);
  await store.erase(erased.id, noon);
}

/** Tables that others point at come first. */
const inOrder = (Object.keys(sqliteTables) as (keyof typeof sqliteTables)[]).sort(
  (one, other) => Number(other === 'conversations') - Number(one === 'conversations'),
);

async function copyRows(path: string, pool: pg.Pool): Promise<void> {
  const client = openConnection(path);
  for (const name of inOrder) {
    const [from, to] = [sqliteTables[name] as SQLiteTable, postgresTables[name] as PgTable];
    const rows = onSqlite(client)
      .select()
      .from(from)
      .orderBy(sql`rowid`)
      .all();
    const written = Object.entries(getTableColumns(to)).filter(
      ([, { generated }]) => generated === undefined,
    );
    for (const row of rows) {
      const values = Object.fromEntries(written.map(([key]) => [key, row[key as never]]));
      await onPostgres(pool)
        .insert(to)
        .values(values as never);
    }
  }
  client.close();
}

const page = { after: null, limit: 2 };
const second = { after: '2', limit: 2 };

/** By what they claim to answer. */
const questions: Readonly<Record<string, (reads: Reads) => Promise<unknown>>> = {
  contacts: (reads) => reads.listContacts({}, page),
  'the next page of contacts': (reads) => reads.listContacts({}, second),
  'contacts of an account': (reads) => reads.listContacts({ account: 'other_ig' }, page),
  'a contact by its id': async (reads) =>
    reads.readContact((await reads.readContact('studio_ig/ada'))?.id ?? 'none'),
  'a contact by the platform’s id': (reads) => reads.readContact('studio_ig/Äda'),
  'a conversation by the platform’s id': (reads) => reads.findConversation('other_ig', 'eve'),
  'what was said': (reads) => ofAda(reads, (id) => reads.readStory(id)),
  'why it was said': (reads) => ofAda(reads, (id) => reads.readTrace(id)),
  'a conversation': (reads) => ofAda(reads, (id) => reads.readConversation(id)),
  'everything of somebody': async (reads) =>
    reads.exportContact((await reads.readContact('studio_ig/ada'))?.id ?? 'none'),
  'the ledger’s soundness': (reads) => reads.verifyLedger(),
  handoffs: (reads) => reads.listHandoffs({}, page),
  'the next page of handoffs': (reads) => reads.listHandoffs({}, second),
  'open handoffs': (reads) => reads.listHandoffs({ state: 'open' }, page),
  'handoffs of a team': (reads) => reads.listHandoffs({ team: 'sales' }, page),
  'open handoffs of a team': (reads) => reads.listHandoffs({ state: 'open', team: 'sales' }, page),
  'a handoff': async (reads) => {
    const [first] = (await reads.listHandoffs({}, page)).items;
    return reads.readHandoff(first?.id ?? 'none');
  },
  outcomes: (reads) => reads.listOutcomes({}, page),
  'outcomes by name': (reads) => reads.listOutcomes({ name: 'delivered' }, page),
  'due timers': (reads) => reads.dueTimers(noon, 10),
  'the next timer': (reads) => reads.nextTimerAt(),
  'conversations with messages to send': (reads) => reads.dueConversations(10, null),
  'the rest of them': async (reads) => {
    const [first] = await reads.dueConversations(1, null);
    return reads.dueConversations(10, first ?? null);
  },
  'open requests': (reads) => reads.openRequests(),
  'flows that runs are pinned to': (reads) => reads.storedFlows(),
  'where open runs stand': (reads) => reads.runPlaces(),
  figures: (reads) => reads.figures(noon),
  'what is known of an account': (reads) => reads.readAccountState('nord', 'studio_ig'),
  'a wish to be deleted': (reads) => reads.readDeletionRequest('c0de'),
  'open wishes to be deleted': (reads) => reads.openDeletionRequests(),
};

async function askAll(reads: Reads): Promise<Readonly<Record<string, unknown>>> {
  const answers = Object.entries(questions).map(async ([what, ask]) => [what, await ask(reads)] as const);
  return Object.fromEntries(await Promise.all(answers));
}

async function ofAda<T>(reads: Reads, read: (conversationId: string) => Promise<T>): Promise<T> {
  const contact = await reads.readContact('studio_ig/ada');
  return read(contact?.conversationId ?? 'none');
}

describe('questions to the store on PostgreSQL', () => {
  it('have the answers of SQLite on the same rows', async () => {
    const path = scratchPath();
    const store = openAt(path);
    await fill(store);
    const pool = scratchPool(await migratedDatabase());
    await copyRows(path, pool);
    const expected = await askAll(store);

    for (const [what, answer] of Object.entries(expected)) {
      expect(answer, what).not.toBeNull();
      expect(answer, what).not.toEqual([]);
      expect(answer, what).not.toMatchObject({ items: [] });
    }
    expect(await askAll(openReads(pool))).toEqual(expected);
  });

  it('reject with `StoreUnavailable` when the connection is cut, and are answered again', async () => {
    const url = await migratedDatabase();
    const reads = openReads(scratchPool(url));
    const holder = await scratchPool(url).connect();
    await holder.query('begin; lock table messages');
    const asked = faultOf(reads.readStory('none'));
    const cut = () =>
      holder.query(
        `select pg_terminate_backend(pid) from pg_locks join pg_database on pg_database.oid = database
         where datname = current_database() and not granted`,
      );
    await expect.poll(async () => (await cut()).rowCount).toBe(1);

    expect(await asked).toMatchObject({ code: 'store_unavailable' });
    holder.release(true);
    expect(await reads.readStory('none')).toEqual([]);
  });

  it('tell nothing of what they looked for when they fail', async () => {
    const url = await migratedDatabase();
    const pool = scratchPool(url);
    const reads = openReads(pool);
    await pool.query('drop table aliases');
    const fault = (await faultOf(reads.findConversation('studio_ig', 'canary'))) as Error;

    expect(fault).toMatchObject({ code: '42P01' });
    expect(`${fault.message} ${JSON.stringify(fault)} ${String(fault.cause)}`).not.toContain('canary');
  });
});

describe('every question to PostgreSQL', () => {
  const statements = new Map<string, string>();
  beforeAll(async () => {
    const noting = {
      query: async ({ name, text }: pg.QueryConfig) => {
        statements.set(name!, text);
        return { rows: [] };
      },
    };
    const reads = openReads(noting as unknown as pg.Pool);
    for (const ask of Object.values(questions)) await ask(reads).catch(() => undefined);
    for (const ask of [() => reads.readLedger('x'), () => reads.exportContact('x')])
      await ask().catch(() => undefined);
  });

  it('finds its rows by an index', async () => {
    const client = await scratchPool(await migratedDatabase()).connect();
    onTestFinished(() => client.release(true));
    await client.query('set enable_seqscan = off; set plan_cache_mode = force_generic_plan');
    const scans: string[] = [];
    for (const [name, text] of statements) {
      await client.query(`prepare "${name}" as ${text}`);
      const values = Array.from({ length: new Set(text.match(/\$\d+/g)).size }, () => 'null');
      const call = values.length === 0 ? `"${name}"` : `"${name}" (${values.join(', ')})`;
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain execute ${call}`);
      scans.push(
        ...rows
          .map((row) => row['QUERY PLAN'])
          .filter((step) => step.includes('Seq Scan'))
          .map((step) => `${name}: ${step}`),
      );
    }

    expect(statements.size).toBeGreaterThan(20);
    expect(scans).toEqual([]);
  });
});
