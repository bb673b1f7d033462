import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { consenting } from '../contract/consent.js';
import { writes } from '../contract/world.js';
import { openAt, scratchPath } from './scratch.js';

async function ledgerOfTwo() {
  const path = scratchPath();
  const store = openAt(path);
  await store.apply([writes('yes'), writes('stop')], consenting);
  /** What someone with the file, and no scruples, could do. */
  const tamper = (sql: string) => {
    const client = new Sqlite(path);
    try {
      client.exec(sql);
    } finally {
      client.close();
    }
  };
  return { store, tamper };
}

describe('the ledger in the file', () => {
  it.each([
    "UPDATE ledger SET change = 'granted'",
    'DELETE FROM ledger',
    'DELETE FROM ledger WHERE sequence = 2',
    'INSERT OR REPLACE INTO ledger SELECT * FROM ledger',
    "INSERT INTO ledger SELECT contact_id, 7, workspace, account, 'granted', purpose, 1, 1, 'e', NULL, actor, NULL, '', '', '' FROM ledger LIMIT 1",
  ])('refuses %s', async (sql) => {
    const { store, tamper } = await ledgerOfTwo();

    expect(() => tamper(sql)).toThrow('the consent ledger is append-only');
    expect(await store.verifyLedger()).toEqual({ chains: 1, entries: 2, problems: [] });
  });

  it.each([
    ["UPDATE ledger SET change = 'granted' WHERE sequence = 2", 'its hash does not match'],
    ['DELETE FROM ledger WHERE sequence = 1', 'lines are missing'],
    ['DELETE FROM ledger WHERE sequence = 2', 'not what these lines add up to'],
    ["UPDATE ledger_words SET words = 'never' WHERE sequence = 1", 'not those that were committed to'],
    ['DELETE FROM ledger_words WHERE sequence = 1', 'its words are missing'],
    ["UPDATE notices SET text = 'Anything'", 'its notice was changed'],
    ['DELETE FROM notices', 'its notice is missing'],
  ])('shows that somebody did %s', async (sql, problem) => {
    const { store, tamper } = await ledgerOfTwo();
    tamper(`DROP TRIGGER ledger_refuses_update; DROP TRIGGER ledger_refuses_delete; ${sql}`);
    const { problems } = await store.verifyLedger();

    expect(problems.join('\n')).toContain(problem);
  });
});
