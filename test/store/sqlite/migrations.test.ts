import { readFileSync } from 'node:fs';
import {
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
  type DrizzleSQLiteSnapshotJSON,
} from 'drizzle-kit/api';
import { describe, expect, it } from 'vitest';
import { sqliteTables } from '../../../src/store/sqlite/tables.js';
import { suppressions } from '../../../src/store/sqlite/schema/consent.js';
import { erasures } from '../../../src/store/sqlite/schema/erasures.js';
import { meta } from '../../../src/store/sqlite/schema/meta.js';

const folder = new URL('../../../migrations/sqlite/meta/', import.meta.url);

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

function readJournal(): readonly { readonly tag: string }[] {
  return (readJson('_journal.json') as { entries: { tag: string }[] }).entries;
}

describe('the migrations', () => {
  it('lead to the schema: `npm run migrations:sqlite -- --name <what_it_does>` would write none', async () => {
    const last = String(readJournal().length - 1).padStart(4, '0');
    const written = readJson(`${last}_snapshot.json`) as DrizzleSQLiteSnapshotJSON;
    const described = await generateSQLiteDrizzleJson(
      { ...sqliteTables, suppressions, erasures, meta },
      written.id,
    );

    expect(await generateSQLiteMigration(written, described)).toEqual([]);
  });

  it('say by their names what they do', () => {
    const tags = readJournal().map(({ tag }) => tag);

    for (const tag of tags) expect(tag).toMatch(/^\d{4}(_[a-z]+)+$/);
    expect(tags.slice(0, 2)).toEqual(['0000_begin', '0001_ledger_append_only']);
  });
});
