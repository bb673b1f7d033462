import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSqlite } from '../../../src/store/checking/check-sqlite.js';
import { buildFilled } from './build.js';
import { messagesOfChat } from './one-chat.js';

const contacts = 30;
const folder = mkdtempSync(join(tmpdir(), 'heyword-filled-'));
const file = join(folder, 'filled.db');

beforeAll(() => buildFilled(file, contacts, () => undefined));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a database that is filled by copies of one chat', () => {
  it('fits together, as one that the server has written', async () => {
    const { damage, contents } = await checkSqlite(file);
    expect(damage).toEqual([]);
    expect(contents).toMatchObject({ conversations: contacts });
    expect(contents!.problems).toEqual([]);
  });

  it('has ten messages of each contact, all of which are found by their words', () => {
    const client = new Sqlite(file, { readonly: true });
    const count = (sql: string) => client.prepare(sql).pluck().get();
    expect(count('SELECT count(*) FROM messages')).toBe(contacts * messagesOfChat);
    expect(count('SELECT count(DISTINCT platform_id) FROM conversations')).toBe(contacts);
    expect(count(`SELECT count(*) FROM message_words WHERE message_words MATCH 'garden'`)).toBe(contacts);
    expect(count(`SELECT count(*) FROM messages WHERE state IN ('queued', 'sending')`)).toBe(0);
    client.close();
  });

  it('has every index of the schema', () => {
    const client = new Sqlite(file, { readonly: true });
    const indexes = client.prepare(
      "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL",
    );
    expect(Number(indexes.pluck().get())).toBeGreaterThan(30);
    client.close();
  });
});
