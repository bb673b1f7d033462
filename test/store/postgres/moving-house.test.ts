import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { openPostgresSource } from '../../../src/store/copying/postgres-source.js';
import { openPostgresTarget } from '../../../src/store/copying/postgres-target.js';
import { openSqliteSource } from '../../../src/store/copying/sqlite-source.js';
import { openSqliteTarget } from '../../../src/store/copying/sqlite-target.js';
import { openPostgresStore } from '../../../src/store/postgres/open.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import type { Store } from '../../../src/store/store.js';
import { fingerprint } from '../copying/dump.js';
import { copyBetween } from '../copying/ends.js';
import { Cast, playEveryState } from '../copying/every-state.js';
import { findDifference, goOn, type Answers } from '../copying/go-on.js';
import { PlayedWorkspace } from '../copying/played-workspace.js';
import { scratchPath } from '../sqlite/scratch.js';
import { scratchDatabase } from './scratch.js';

/** Conversations; MOVING_HOUSE moves more. */
const size = Number(process.env['MOVING_HOUSE'] ?? 3_000);

/**
 * Of whom it is watched how they go on: each state with each word that can be said in it, four times. All rows are
 * compared.
 */
const watched = 480;

/** Ids and secrets that are the same in every store, so that stores can be compared. */
function sameEverywhere(prefix: string) {
  let made = 0;
  const newId = (): string => {
    made += 1;
    return `${prefix}-${String(made).padStart(6, '0')}`;
  };
  const random = (length: number): Buffer =>
    createHash('shake256', { outputLength: length }).update(newId()).digest();
  return { newId, random };
}

const openFile = (path: string, prefix: string): Store =>
  openSqliteStore({ path, ...sameEverywhere(prefix) });

/** After the move; no other server has ever been there, so whatever was being sent is nobody's. */
function openServer(url: string): Promise<Store> {
  return openPostgresStore({
    url,
    ...sameEverywhere('after'),
    processName: 'moved',
    presence: { absent: (names) => Promise.resolve(names), grace: () => Promise.resolve() },
    announceDue: () => Promise.resolve(),
  });
}

async function goOnAt(store: Store, cast: Cast): Promise<Answers> {
  try {
    return await goOn(await PlayedWorkspace.open(store), cast, watched);
  } finally {
    await store.close();
  }
}

it('conversations in every state move to PostgreSQL and back, and go on as if nothing had happened', async () => {
  const [stayed, over, back] = [scratchPath(), await scratchDatabase(), scratchPath()];
  const cast = new Cast(size);
  const before = openFile(stayed, 'before');
  await playEveryState(await PlayedWorkspace.open(before), cast);
  await before.close();
  const there = await copyBetween(
    { openSource: async () => openSqliteSource(stayed), openTarget: async () => openSqliteTarget(stayed) },
    { openSource: () => openPostgresSource(over), openTarget: () => openPostgresTarget(over) },
  );
  await copyBetween(
    { openSource: () => openPostgresSource(over), openTarget: () => openPostgresTarget(over) },
    { openSource: async () => openSqliteSource(back), openTarget: async () => openSqliteTarget(back) },
  );

  expect(there).toMatchObject({ replaced: 0, ledger: { problems: [] } });
  expect(fingerprint(back)).toEqual(fingerprint(stayed));
  const expected = await goOnAt(openFile(stayed, 'after'), cast);
  expect(findDifference(await goOnAt(openFile(back, 'after'), cast), expected)).toBeNull();
  expect(fingerprint(back)).toEqual(fingerprint(stayed));
  expect(findDifference(await goOnAt(await openServer(over), cast), expected)).toBeNull();
}, 180_000);
