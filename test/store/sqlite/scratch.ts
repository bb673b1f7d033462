import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import type { Store } from '../../../src/store/store.js';

/** In memory where the machine offers that: what a disk does with an fsync is none of these tests' business. */
const base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A folder that goes with the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(base, 'heyword-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function scratchPath(): string {
  return join(scratchFolder(), 'heyword.db');
}

/** The store at `path`, closed with the test at the latest. */
export function openAt(path: string): Store {
  const store = openSqliteStore({ path, newId: randomUUID });
  onTestFinished(() => store.close());
  return store;
}
