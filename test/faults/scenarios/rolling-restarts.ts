import type { ServerProcess } from '../../e2e/driver/server-process.js';
import { setTimeout as pause } from 'node:timers/promises';
import { Crowd } from '../load/crowd.js';
import type { Reach } from '../load/reach.js';
import type { Outcome, Scenario, Setting } from '../scenario.js';
import { describeEnding, Scene } from '../scene.js';
import { aftermath, atLeast, within } from './aftermath.js';
import { serve } from './troubled.js';

const mostBetween = 30;

export const rollingRestarts: Scenario = {
  name: 'rolling-restarts',
  rows: [51],
  title: 'SIGTERM and a new server, under load; on PostgreSQL the new one is there before the old one goes',
  engines: ['sqlite', 'postgres'],
  trials: { few: 4, record: 100 },
  run: async (setting) =>
    within(await Scene.set(setting.engine), (scene) => restartUnderLoad(scene, setting)),
};

async function restartUnderLoad(scene: Scene, { engine, trials, chance, show }: Setting): Promise<Outcome> {
  let current = await scene.start();
  const refusals: string[] = [];
  const reach = withoutErrors(
    scene.reach(() => current),
    refusals,
  );
  const crowd = new Crowd({ meta: scene.meta, reach, chance, size: 12, rest: 50 });
  crowd.start();
  const recoveries: number[] = [];
  const complaints: string[] = [];
  for (let done = 0; done < trials; done += 1) {
    show(`${String(done)} restarts, ${String(crowd.size)} chats`);
    await serve(crowd, crowd.acknowledged + chance.upTo(mostBetween));
    await pause(chance.upTo(30));
    const began = performance.now();
    const old = current;
    if (engine.name === 'postgres') current = await scene.start();
    complaints.push(...(await endWell(old)));
    if (engine.name === 'sqlite') current = await scene.start();
    await serve(crowd, crowd.acknowledged + 1);
    recoveries.push(performance.now() - began);
  }
  await crowd.finish();
  const others = [...complaints, ...refusals, ...atLeast(trials, crowd.size, 'chats')];
  return aftermath(scene, crowd, { trials, recoveries, others });
}

async function endWell(server: ServerProcess): Promise<readonly string[]> {
  const ending = await server.terminate();
  return ending.code === 0 ? [] : [describeEnding(ending)];
}

/** Whoever asks may find nobody there, but is never told of an error. */
function withoutErrors({ deliver, ask }: Reach, refusals: string[]): Reach {
  return {
    deliver: async (payload) => {
      const status = await deliver(payload);
      if (status !== null && status >= 500) refusals.push(`a webhook was answered ${String(status)}`);
      return status;
    },
    ask: async (...question) => {
      const answer = await ask(...question);
      if (answer !== null && answer.status >= 500)
        refusals.push(`a person was answered ${String(answer.status)}`);
      return answer;
    },
  };
}
