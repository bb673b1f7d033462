import type { Scenario } from '../scenario.js';
import { Scene } from '../scene.js';
import { aftermath, atLeast, within } from './aftermath.js';
import { Siege } from './siege.js';

export const sigkill: Scenario = {
  name: 'sigkill',
  rows: [1, 2, 3, 12, 19],
  title: 'SIGKILL at a random moment, while starting too; webhooks repeated, also across restarts',
  engines: ['sqlite', 'postgres'],
  trials: { few: 20, record: 500 },
  run: async ({ engine, trials, chance, show }) =>
    within(await Scene.set(engine), async (scene) => {
      const siege = new Siege(scene, chance);
      await siege.run(trials, show);
      const { crowd, recoveries } = siege;
      const others = [
        ...atLeast(trials, crowd.size, 'chats'),
        ...atLeast(trials, crowd.unanswered, 'webhooks that a kill struck'),
      ];
      return aftermath(scene, crowd, { trials, recoveries, others });
    }),
};
