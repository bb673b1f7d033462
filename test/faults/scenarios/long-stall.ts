import { setTimeout as pause } from 'node:timers/promises';
import type { ServerProcess } from '../../e2e/driver/server-process.js';
import { Crowd } from '../load/crowd.js';
import type { Outcome, Scenario, Setting } from '../scenario.js';
import { Scene } from '../scene.js';
import { aftermath, atLeast, within } from './aftermath.js';
import { serve } from './troubled.js';

/**
 * One stands still for so long, ms: longer than PostgreSQL lets a transaction stand open (10 s), than what is left behind is
 * looked for, and than the platform is waited for. The first of these is the one that a short run has.
 */
const durations = [12_000, 30_000];
/** Webhooks acknowledged between two stalls, at most. */
const mostBetween = 60;

export const longStall: Scenario = {
  name: 'long-stall',
  rows: [47],
  title:
    'A server, on PostgreSQL one of two, stands still for longer than others wait for it, and goes on with what it had begun',
  engines: ['sqlite', 'postgres'],
  trials: { few: 1, record: 20 },
  run: async (setting) => within(await Scene.set(setting.engine), (scene) => stallOne(scene, setting)),
};

async function stallOne(scene: Scene, { engine, trials, chance, show }: Setting): Promise<Outcome> {
  const servers = [await scene.start(), ...(engine.name === 'postgres' ? [await scene.start()] : [])];
  let handedOver = 0;
  const inTurn = (): ServerProcess => {
    handedOver += 1;
    return servers[handedOver % servers.length] ?? scene.server;
  };
  const crowd = new Crowd({ meta: scene.meta, reach: scene.reach(inTurn), chance, size: 16, rest: 0 });
  crowd.start();
  const recoveries: number[] = [];
  let served = 0;
  for (let done = 0; done < trials; done += 1) {
    show(`${String(done)} stalls, ${String(crowd.size)} chats`);
    const stalled = servers[done % servers.length] ?? scene.server;
    await serve(crowd, crowd.acknowledged + chance.upTo(mostBetween));
    await pause(chance.upTo(30));
    stalled.halt();
    const before = crowd.acknowledged;
    await pause(durations[done % durations.length]);
    served += crowd.acknowledged - before;
    const began = performance.now();
    stalled.goOn();
    await serve(crowd, crowd.acknowledged + 1);
    recoveries.push(performance.now() - began);
  }
  await crowd.finish();
  // Where there is another, it goes on alone.
  const others = atLeast(servers.length > 1 ? trials : 0, served, 'webhooks that the other one took');
  return aftermath(scene, crowd, { trials, recoveries, facts: { taken_by_the_other: served }, others });
}
