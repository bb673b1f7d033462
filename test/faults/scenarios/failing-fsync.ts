import { setTimeout as pause } from 'node:timers/promises';
import { FailingFsync } from '../machine/failing-fsync.js';
import type { Scenario } from '../scenario.js';
import { type Trouble, trouble } from './troubled.js';

/** How long the server may take to end itself, ms. */
const slowestEnd = 15_000;

/** After the first failure nothing may be acknowledged: the server ends, and another recovers from what is on the disk. */
function dyingDisk(): Trouble {
  let failing: FailingFsync | null = null;
  return {
    strike: async ({ server }) => {
      failing = await FailingFsync.of(server.pid);
    },
    look: async ({ server }, crowd) => {
      await crowd.isRefused(1);
      const before = crowd.acknowledged;
      const hasEnded = await Promise.race([server.ending().then(() => true), pause(slowestEnd, false)]);
      await failing?.release();
      return [
        ...(crowd.acknowledged === before ? [] : ['webhooks were acknowledged after a failed fsync']),
        ...(hasEnded ? [] : ['the server did not end after a failed fsync']),
      ];
    },
    lift: async (scene) => {
      await scene.start();
    },
    lasts: 0,
  };
}

export const failingFsync: Scenario = {
  name: 'failing-fsync',
  rows: [5],
  title: 'fsync fails with EIO: the server ends, and is started again',
  engines: ['sqlite'],
  trials: { few: 2, record: 20 },
  missing: () => FailingFsync.whyNot(),
  run: (setting) => trouble(setting, { troubles: [dyingDisk()] }),
};
