import { randomBytes, randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openConnection } from '../../../src/store/sqlite/connection.js';
import { createSqliteStore } from '../../../src/store/sqlite/open.js';
import type { Store } from '../../../src/store/store.js';
import { everywhere } from '../contract/erasure.js';
import { noon, writes } from '../contract/world.js';
import { scratchPath } from './scratch.js';

/** Opens a store and notes every statement that it prepares. */
function openNoting(): { client: Database; store: Store; statements: readonly string[] } {
  const client = openConnection(scratchPath());
  const statements: string[] = [];
  const prepare = client.prepare.bind(client);
  client.prepare = (source: string) => {
    statements.push(source);
    return prepare(source);
  };
  const store = createSqliteStore(client, randomUUID, randomBytes);
  onTestFinished(() => store.close());
  return { client, store, statements };
}

function planOf(client: Database, statement: string): readonly string[] {
  const rows = client.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...nullsFor(statement)) as {
    detail: string;
  }[];
  return rows.map(({ detail }) => detail);
}

function nullsFor(statement: string): readonly null[] {
  return Array.from(statement.matchAll(/\?/g), () => null);
}

/** What FTS5 finds by its own index is told as a scan of its table, and so is a list that the question itself brings. */
const byWords = /^SCAN (?:(?:message|note|contact)_words VIRTUAL TABLE INDEX \d+:\S*[M=]|json_each )/;

/** Asks for the queue in every way: its questions are put together when they are asked. */
async function askForQueue(store: Store): Promise<void> {
  const scope = { workspaces: ['nord'], userId: 'kim', teams: ['nord/sales'] };
  const filters = { workspace: 'nord', team: 'sales', assignee: 'kim', channel: 'instagram' } as const;
  const others = { account: 'studio_ig', priority: 'high', tag: 'vip' } as const;
  for (const view of ['mine', 'unassigned', 'team', 'late', 'all', 'snoozed', 'resolved'] as const)
    for (const sort of ['urgency', 'oldest', 'newest'] as const)
      for (const [name, value] of [['view', view], ...Object.entries({ ...filters, ...others })])
        for (const after of [null, 'u1.1'])
          await store.listQueue(
            scope,
            { view, [String(name)]: value },
            { sort, page: { after, limit: 9 } },
            noon,
          );
  await store.countQueue(scope, noon);
  await store.readQueueItem('h');
  await store.readQueueItemsOf('c');
  await store.openAssignments(['kim'], noon);
  await store.unassignedHandoffs({ workspace: 'nord', team: 'sales' }, 9, noon);
  await store.staleAssignments({ workspace: 'nord', team: 'sales' }, noon, 9, noon);
  await store.figures(noon);
}

/**
 * Reading a table, or an index, from its beginning to its end is allowed where that is what is asked for: all open
 * requests, all versions that runs are pinned to, what waits to go out, pages that are read in the table's own order, the few
 * notices and people, what is open in the queue, and private replies that wait, of which no more are counted than are sent in an hour.
 */
const allowed = [
  'SCAN requests',
  'SCAN users',
  'SCAN users USING COVERING INDEX sqlite_autoindex_users_1',
  'SCAN invitations',
  'SCAN stale_contacts',
  'SCAN conversations USING COVERING INDEX conversations_by_pins',
  'SCAN messages USING COVERING INDEX messages_in_outbox',
  ...['open', 'open_by_age', 'closed'].map((index) => `SCAN handoffs USING INDEX handoffs_${index}`),
  ...['open', 'closed'].map((index) => `SCAN handoffs USING COVERING INDEX handoffs_${index}`),
  'SCAN events USING COVERING INDEX events_deferred',
  'SCAN timers USING COVERING INDEX timers_by_due_time',
  'SCAN private_replies USING COVERING INDEX private_replies_waiting',
  'SCAN newest',
  'SCAN conversation',
  'SCAN notices LEFT-JOIN',
  'SCAN CONSTANT ROW',
];

describe('every statement of the store', () => {
  it.each(['empty', 'used and analysed'])(
    'finds its rows by an index in an %s database',
    async (condition) => {
      const { client, store, statements } = openNoting();
      if (condition !== 'empty') {
        const people = Array.from({ length: 300 }, (_, number) => `c${number}`);
        await store.apply(
          people.flatMap((contact) => [
            writes(`${contact} a`, { contact }),
            writes(`${contact} b`, { contact }),
          ]),
          everywhere,
        );
        // As it is after a while: most are done with, and somebody has each of the others.
        client.exec(`UPDATE handoffs SET closed_at = sequence WHERE sequence > 20;
          UPDATE handoffs SET assignee_id = 'a' || sequence % 50`);
        client.exec('ANALYZE');
      }
      await askForQueue(store);
      const scans = [...new Set(statements)].flatMap((statement) =>
        planOf(client, statement)
          .filter((step) => step.startsWith('SCAN') && !allowed.includes(step) && !byWords.test(step))
          .map((step) => `${step}: ${statement}`),
      );

      expect(statements.length).toBeGreaterThan(60);
      expect(scans).toEqual([]);
    },
  );

  it.each([
    ['finds what is to go out without a look at what has gone', 'outbox_of" = ', 'messages_in_outbox'],
    ['finds what waits without a look at what was decided', `"disposition" = 'deferred'`, 'events_deferred'],
  ])('%s', (_claim, condition, index) => {
    const { client, statements } = openNoting();
    const plans = statements
      .filter((statement) => statement.includes(condition))
      .map((statement) => planOf(client, statement).join());

    expect(plans.length).toBeGreaterThan(1);
    for (const plan of plans)
      expect(plan).toMatch(new RegExp(`^(SEARCH|SCAN) \\w+ USING (COVERING )?INDEX ${index}`));
  });
});
