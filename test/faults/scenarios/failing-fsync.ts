import { setTimeout as pause } from 'node:timers/promises';
import { FailingFsync } from '../machine/failing-fsync.js';
import type { Crowd } from '../load/crowd.js';
import type { Scenario } from '../scenario.js';
import type { Scene } from '../scene.js';
import { type Trouble, trouble } from './troubled.js';

/** How long is watched whether anything is acknowledged all the same, ms. */
const watched = 1_000;

/** After the first failure nothing may be acknowledged before a restart, though fsync seems to work again. */
function dyingDisk(): Trouble {
  let failing: FailingFsync | null = null;
  return {
    strike: async ({ server }) => {
      failing = await FailingFsync.of(server.pid);
    },
    look: async (scene, crowd) => {
      const complaints = await watch(scene, crowd);
      await failing?.release();
      return [...complaints, ...(await watch(scene, crowd))];
    },
    lift: async (scene) => {
      await scene.server.kill();
      await scene.start();
    },
    lasts: 0,
  };
}

async function watch(scene: Scene, crowd: Crowd): Promise<readonly string[]> {
  await crowd.isRefused(1);
  const before = crowd.acknowledged;
  await pause(watched);
  const readiness = await scene.readiness();
  return [
    ...(crowd.acknowledged === before ? [] : ['webhooks were acknowledged after a failed fsync']),
    ...(readiness === 503 || readiness === null
      ? []
      : [`readiness was ${String(readiness)} after a failed fsync`]),
  ];
}

export const failingFsync: Scenario = {
  name: 'failing-fsync',
  rows: [5],
  title: 'fsync fails with EIO, and seems to work again; the server is restarted',
  engines: ['sqlite'],
  trials: { few: 2, record: 20 },
  missing: () => FailingFsync.whyNot(),
  run: (setting) => trouble(setting, { troubles: [dyingDisk()] }),
};
