import { setTimeout as pause } from 'node:timers/promises';
import { LoopDisk, whyNot } from '../machine/disk.js';
import { Crowd } from '../load/crowd.js';
import type { Outcome, Scenario, Setting } from '../scenario.js';
import { Scene } from '../scene.js';
import { aftermath, atLeast, within } from './aftermath.js';
import { cutRelaxed } from './power-cut-control.js';
import { serve } from './troubled.js';

/** How many webhooks are acknowledged between two cuts, at most. */
const mostBetween = 60;

export const powerCut: Scenario = {
  name: 'power-cut',
  rows: [4],
  title: 'The power is cut: what was not yet on the disk is gone',
  engines: ['sqlite'],
  trials: { few: 3, record: 20 },
  missing: () => whyNot(() => LoopDisk.mount()),
  run: async (setting) => {
    const outcome = await cutOften(setting);
    const { cuts, lost } = await cutRelaxed(setting);
    const facts = { ...outcome.facts, control_cuts: cuts, lost_by_the_control: lost };
    // What cannot see a loss has not seen that there is none.
    const others = [...outcome.others, ...atLeast(1, lost, 'messages that a relaxed server loses by a cut')];
    return { ...outcome, others, facts };
  },
};

async function cutOften({ engine, trials, chance, show }: Setting): Promise<Outcome> {
  const disk = await LoopDisk.mount();
  try {
    return await within(await Scene.set(engine, { dataFolder: disk.path }), async (scene) => {
      await scene.start();
      const crowd = new Crowd({ meta: scene.meta, reach: scene.reach(), chance, size: 12, rest: 50 });
      crowd.start();
      const recoveries: number[] = [];
      for (let done = 0; done < trials; done += 1) {
        show(`${String(done)} cuts, ${String(crowd.size)} chats`);
        await serve(crowd, crowd.acknowledged + chance.upTo(mostBetween));
        await pause(chance.upTo(30));
        // From here on nobody can hear from it, nor it write: this is the moment of the cut.
        scene.server.halt();
        await disk.keepWhatIsOnIt();
        await scene.server.kill();
        await disk.returnToKept();
        const began = performance.now();
        await scene.start();
        await serve(crowd, crowd.acknowledged + 1);
        recoveries.push(performance.now() - began);
      }
      await crowd.finish();
      const others = atLeast(trials, crowd.unanswered, 'webhooks that a cut struck');
      return aftermath(scene, crowd, { trials, recoveries, others });
    });
  } finally {
    await disk.remove();
  }
}
