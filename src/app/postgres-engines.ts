import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Shutdown } from '../shutdown.js';
import { announceAllOnce } from '../store/postgres/announcing.js';
import { openChangeFeed } from '../store/postgres/change-feed.js';
import { openPool } from '../store/postgres/connection.js';
import { openPostgresStore } from '../store/postgres/open.js';
import { findAbsent, StandingConnection } from '../store/postgres/standing-connection.js';
import { openWhispers } from '../store/postgres/whispers.js';
import { announceDue } from '../work/graphile/announce.js';
import { GraphileWork } from '../work/graphile/graphile-work.js';
import { migrateWork } from '../work/graphile/migrate-work.js';
import type { Engines, EngineSettings } from './engines.js';

/** For fetching and finishing jobs, beside the store's own. */
const workConnections = 6;

/** How long a process whose connection broke has to come back before it counts as gone, ms. */
const grace = 1_000;

/** Everything on a PostgreSQL database, which any number of processes share. */
export async function openPostgresEngines(
  url: string,
  settings: EngineSettings,
  shutdown: Shutdown,
): Promise<Engines> {
  // No other process ever has this name, so what a killed one left is never taken for ours.
  const processName = randomBytes(9).toString('base64url');
  const workPool = openPool(url, { max: workConnections });
  shutdown.add(() => workPool.end());
  const absent = (names: readonly string[]) => findAbsent(workPool, names);
  const store = await openPostgresStore({
    url,
    newId: settings.newId,
    processName,
    presence: { absent, grace: () => sleep(grace) },
    announceDue,
  });
  shutdown.add(() => store.close());
  await migrateWork(workPool, settings.onWorkError);
  await announceAllOnce(workPool, announceDue, settings.now());
  const standing = await StandingConnection.open(url);
  shutdown.add(() => standing.close());
  await standing.hold(processName);
  return {
    store,
    createWork: (tasks) =>
      new GraphileWork(tasks, {
        pool: workPool,
        presence: { absent, hold: (name) => standing.hold(name) },
        calendar: settings.calendar(store),
        now: settings.now,
        concurrency: settings.concurrency,
        onError: settings.onWorkError,
        onCalendarError: settings.onCalendarError,
      }),
    logBytes: () => null,
    storyFeed: await openChangeFeed(standing),
    whispers: await openWhispers(standing, workPool, processName),
  };
}
