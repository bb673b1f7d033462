import type { Chance } from '../chance.js';
import { Crowd } from '../load/crowd.js';
import type { Outcome, Scenario, Setting } from '../scenario.js';
import { Scene } from '../scene.js';
import { aftermath, atLeast, within } from './aftermath.js';
import { serve } from './troubled.js';

const points = {
  sqlite: ['before_commit', 'before_answer'],
  postgres: ['before_commit', 'after_commit_was_sent', 'before_answer'],
} as const;

/** How often a point is passed before the server dies there, at most. */
const mostPasses = 60;
/** A server that does not come to its point within this is killed, ms. */
const longestLife = 20_000;

const preloaded = `--import=${new URL('../fail-points/strike.js', import.meta.url).href}`;

export const failPoints: Scenario = {
  name: 'fail-points',
  rows: [1, 2, 12],
  title:
    'The server dies exactly before a commit, while a commit is on its way, and between a commit and its answer',
  engines: ['sqlite', 'postgres'],
  trials: { few: 6, record: 300 },
  run: async (setting) => within(await Scene.set(setting.engine), (scene) => die(scene, setting)),
};

async function die(scene: Scene, { engine, trials, chance, show }: Setting): Promise<Outcome> {
  const crowd = new Crowd({ meta: scene.meta, reach: scene.reach(), chance, size: 12, rest: 0 });
  const struck = new Map<string, number>(points[engine.name].map((point) => [point, 0]));
  await scene.start();
  crowd.start();
  await scene.server.kill();
  for (let done = 0; done < trials; done += 1) {
    const point = points[engine.name][done % points[engine.name].length] ?? 'before_commit';
    show(`${String(done)} deaths, next ${point}, ${String(crowd.size)} chats`);
    if (await diesAt(scene, point, chance)) struck.set(point, (struck.get(point) ?? 0) + 1);
  }
  const began = performance.now();
  await scene.start();
  await serve(crowd, crowd.acknowledged + 1);
  const recoveries = [performance.now() - began];
  await crowd.finish();
  const deaths = [...struck.values()].reduce((sum, count) => sum + count, 0);
  const others = atLeast(trials * 0.8, deaths, 'servers that died at their point');
  return aftermath(scene, crowd, { trials, recoveries, facts: Object.fromEntries(struck), others });
}

/** Whether it died of itself. Some die while they start. */
async function diesAt(scene: Scene, point: string, chance: Chance): Promise<boolean> {
  const passes = String(Math.floor(chance.upTo(mostPasses)));
  try {
    await scene.start({ NODE_OPTIONS: preloaded, FAIL_POINT: point, FAIL_AFTER: passes });
  } catch {
    return true;
  }
  const { server } = scene;
  const tooLate = AbortSignal.timeout(longestLife);
  const isOver = new Promise<boolean>((resolve) => {
    tooLate.addEventListener('abort', () => resolve(false));
  });
  const hasDied = await Promise.race([server.ending().then(() => true), isOver]);
  if (!hasDied) await server.kill();
  return hasDied;
}
