import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactDeletionsCommand } from '../../../src/cli/data/contact-deletions.js';
import type { DeletionRequest } from '../../../src/store/reads.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import type { Store } from '../../../src/store/store.js';
import { run, type Run } from '../memory-terminal.js';

const noon = Date.UTC(2026, 10, 22, 12);
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heyword-deletions-'));
  await withStore(() => Promise.resolve());
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function withStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const store = openSqliteStore({ path: join(folder, 'heyword.db'), newId: randomUUID });
  return use(store).finally(() => store.close());
}

const asks = (code: string, change: Partial<DeletionRequest> = {}) =>
  withStore((store) =>
    store.requestDeletion({
      code,
      workspace: 'nord',
      userId: '4711',
      requestedAt: noon,
      contacts: 0,
      doneAt: null,
      ...change,
    }),
  );

const call = (...args: readonly string[]): Promise<Run> =>
  run([contactDeletionsCommand], ['contact', 'deletions', ...args], {
    environment: { DATABASE_URL: `file:${join(folder, 'heyword.db')}` },
  });

describe('heyword contact deletions', () => {
  it('says that nobody waits', async () => {
    await asks('done', { userId: null, contacts: 1, doneAt: noon });
    expect(await call()).toEqual({ exit: 0, printed: 'Nobody waits to be deleted.', complained: '' });
  });

  it('lists who waits, the earliest first', async () => {
    await asks('later', { workspace: null, requestedAt: noon + 60_000 });
    await asks('early');
    expect((await call()).printed.split('\n')).toEqual([
      'early: since 2026-11-22T12:00:00.000Z, nord, known to the app as 4711',
      'later: since 2026-11-22T12:01:00.000Z, of any workspace, known to the app as 4711',
    ]);
  });

  it('takes note that it was done', async () => {
    await asks('early');
    const { exit, printed } = await call('--done', 'early', '--erased', '2');
    expect([exit, printed]).toEqual([
      0,
      'Done: 2 contacts erased. Who asked is forgotten; the page that they were given says so.',
    ]);
    const found = await withStore((store) => store.readDeletionRequest('early'));
    expect(found).toMatchObject({ userId: null, contacts: 2 });
    expect(found!.doneAt).toBeGreaterThan(noon);
    expect((await call()).printed).toBe('Nobody waits to be deleted.');
  });

  it('takes note that nobody was found', async () => {
    await asks('early');
    expect((await call('--done', 'early')).printed).toContain('Done: 0 contacts erased.');
  });

  it('refuses a code under which nobody waits, and a count that is none', async () => {
    await asks('early');
    expect(await call('--done', 'other')).toMatchObject({
      exit: 2,
      complained: expect.stringContaining('under the code "other"') as string,
    });
    expect(await call('--done', 'early', '--erased', 'all')).toMatchObject({ exit: 2 });
    expect((await call()).printed).toContain('early');
  });
});
