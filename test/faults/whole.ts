import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { checkPostgres } from '../../src/store/checking/check-postgres.js';
import { checkSqlite } from '../../src/store/checking/check-sqlite.js';
import { openPostgresTool } from '../../src/store/postgres/open.js';
import { openSqliteStore } from '../../src/store/sqlite/open.js';
import type { Store } from '../../src/store/store.js';

/** Opens what servers have left, by its DATABASE_URL. */
export async function openKeptStore(url: string): Promise<Store> {
  return isFile(url)
    ? openSqliteStore({ path: pathOf(url), newId: randomUUID })
    : openPostgresTool(url, randomUUID);
}

/** What is wrong with the database, its ledger or the rows in it; empty: it is whole. */
export async function findProblems(url: string): Promise<readonly string[]> {
  const { damage, contents } = await (isFile(url) ? checkSqlite(pathOf(url)) : checkPostgres(url));
  return [...damage, ...(contents?.problems ?? [])];
}

function isFile(url: string): boolean {
  return url.startsWith('file:');
}

function pathOf(url: string): string {
  return fileURLToPath(new URL(url));
}
