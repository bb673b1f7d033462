import fc from 'fast-check';
import { expect, inject } from 'vitest';
import type { ContactExport } from '../../src/store/reads.js';
import { Stage } from '../engine/stage/stage.js';
import { findBrokenPromises } from './checker/check-promises.js';
import { filesOf } from './history/flows.js';
import { anyHistory, type Emphasis, type History } from './history/operations.js';
import { Player } from './history/player.js';
import { count, emptyTally, type Tally } from './history/tally.js';

/** What a run of histories is made of, and what it must have come to, lest nothing was tried. */
export interface Plan {
  readonly histories: number;
  readonly emphasis: Emphasis;
  readonly atLeast: Partial<Tally>;
}

/**
 * On PostgreSQL, whose every step is several round trips, a history takes some twenty times as long as on SQLite, so fewer
 * are played. What they come to together is measured on SQLite alone: of a few, chance decides that.
 */
const shares = { sqlite: 1, postgres: 0.1 } as const;

/**
 * Plays random histories on one server and its data, and holds each against every promise; throws with one that breaks
 * any: on SQLite the shortest, on PostgreSQL the first that was found, since looking for a shorter one would take too
 * long. The environment can repeat a run: `PROMISES_SEED` is what it printed, `PROMISES_PATH` the path of a failure,
 * `PROMISES_RUNS` another number of histories.
 */
export async function runHistories({ histories, emphasis, atLeast }: Plan): Promise<void> {
  const { PROMISES_SEED, PROMISES_PATH: path, PROMISES_RUNS } = process.env;
  const seed = Number(PROMISES_SEED ?? Math.trunc(Math.random() * 2 ** 31));
  const endOnFailure = inject('engine') === 'postgres';
  const numRuns = Number(PROMISES_RUNS ?? Math.round(histories * shares[inject('engine')]));
  console.log(`${String(numRuns)} histories; to repeat them: PROMISES_SEED=${String(seed)}`);
  const stage = await Stage.open({ files: filesOf(1) });
  const tally = emptyTally();
  let played = 0;
  const keepsPromises = fc.asyncProperty(anyHistory(emphasis), async (history) => {
    played += 1;
    await playOne(stage, history, `follower-${played}`, tally);
  });
  try {
    await fc.assert(keepsPromises, { seed, numRuns, endOnFailure, ...(path === undefined ? {} : { path }) });
    expect((await stage.store.verifyLedger()).problems).toEqual([]);
  } finally {
    await stage.close();
  }
  expect(tally.events, JSON.stringify(tally)).toBeGreaterThan(0);
  if (played >= histories) expect(shortOf(tally, atLeast), JSON.stringify(tally)).toEqual([]);
}

function shortOf(tally: Tally, atLeast: Partial<Tally>): readonly string[] {
  return Object.entries(atLeast)
    .filter(([name, least]) => tally[name as keyof Tally] < least)
    .map(([name]) => name);
}

async function playOne(stage: Stage, history: History, name: string, tally: Tally): Promise<void> {
  stage.logged.splice(0);
  const player = new Player(stage, history, name);
  await player.play();
  const records = await player.records();
  count(tally, records);
  expect(records.flatMap(findBrokenPromises)).toEqual([]);
  expect(await stage.store.figures(stage.time.now())).toMatchObject({
    queuedMessages: 0,
    waitingEvents: 0,
    dueTimers: 0,
  });
  expect(complaints(stage)).toEqual([]);

  const sends = stage.platform.sends.length;
  await player.playAgain();
  const again = await player.records();
  expect(again.map(keptOf)).toEqual(records.map(keptOf));
  expect(stage.platform.sends).toHaveLength(sends);
}

function keptOf({ kept }: { readonly kept: ContactExport | null }): ContactExport | null {
  return kept;
}

/** Errors that are nobody's but ours. */
function complaints({ logged }: Stage): readonly unknown[] {
  return logged.filter(({ level, message }) => level === 'error' && message !== 'the account is stopped');
}
