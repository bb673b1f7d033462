import type { Scenario } from '../scenario.js';
import { Scene } from '../scene.js';
import { aftermath, atLeast, within } from './aftermath.js';
import { Orphans } from './orphans.js';
import { Pair } from './pair.js';

/** What a killed server has left is taken over by another within this, ms. */
const slowest = 30_000;

export const oneOfTwo: Scenario = {
  name: 'one-of-two',
  rows: [1, 2, 3, 12],
  title: 'Two servers on one database, one of which is killed and started again',
  engines: ['postgres'],
  trials: { few: 4, record: 50 },
  run: async ({ engine, trials, chance, show }) =>
    within(await Scene.set(engine), async (scene) => {
      const orphans = await Orphans.in(scene.databaseUrl);
      const pair = new Pair(scene, chance, orphans);
      const takeOvers = await pair.run(trials, show);
      await orphans.close();
      const left = takeOvers.filter((one) => one.orphans > 0).length;
      const recoveries = takeOvers.map(({ took }) => took);
      const others = [
        ...recoveries.filter((took) => took > slowest).map((took) => `a take-over took ${String(took)} ms`),
        // Most kills leave something behind; how many of a few do, chance decides.
        ...atLeast(trials / 4, left, 'kills that left something behind'),
        ...atLeast(trials * 3, pair.crowd.size, 'chats'),
        ...atLeast(trials, pair.crowd.unanswered, 'webhooks that a kill struck'),
      ];
      return aftermath(scene, pair.crowd, { trials, recoveries, others });
    }),
};
