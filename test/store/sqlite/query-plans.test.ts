import { randomBytes, randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openConnection } from '../../../src/store/sqlite/connection.js';
import { createSqliteStore } from '../../../src/store/sqlite/open.js';
import type { Store } from '../../../src/store/store.js';
import { everywhere } from '../contract/erasure.js';
import { writes } from '../contract/world.js';
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
  client.prepare = prepare;
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

/**
 * Reading a table, or an index, from its beginning to its end is allowed where that is what is asked for: all open
 * requests, all versions that runs are pinned to, what waits to go out, pages that are read in the table's own order, the few
 * notices, and private replies that wait, of which no more are counted than are sent in an hour.
 */
const allowed = [
  'SCAN requests',
  'SCAN stale_contacts',
  'SCAN conversations USING COVERING INDEX conversations_by_pins',
  'SCAN messages USING COVERING INDEX messages_in_outbox',
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
        client.exec('ANALYZE');
      }
      const scans = statements.flatMap((statement) =>
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
