import { setTimeout as pause } from 'node:timers/promises';
import { secrets } from '../../e2e/driver/secrets.js';
import { accounts } from '../../e2e/driver/workspace-folder.js';
import { flood } from '../flood/flood.js';
import { Crowd } from '../load/crowd.js';
import type { Outcome, Scenario, Setting } from '../scenario.js';
import { Scene } from '../scene.js';
import { aftermath, atLeast, within } from './aftermath.js';
import { serve } from './troubled.js';

/** What V8 may have for what lives long, MB: little more than what the server takes anyway. */
const heap = 96;
/** More than is decided, on more connections than may wait. */
const rush = { seconds: 4, perSecond: 4_000, connections: 2_500 };
/** Between two looks whether the server is still there, ms. */
const look = 100;

export const smallHeap: Scenario = {
  name: 'small-heap',
  rows: [15, 47],
  title: 'A flood on a server that has hardly any memory: it goes on, or ends and is started again',
  engines: ['sqlite', 'postgres'],
  trials: { few: 1, record: 10 },
  run: async (setting) => within(await Scene.set(setting.engine), (scene) => squeeze(scene, setting)),
};

async function squeeze(scene: Scene, { trials, chance, show }: Setting): Promise<Outcome> {
  const supervisor = new Supervisor(scene);
  await supervisor.start();
  const crowd = new Crowd({ meta: scene.meta, reach: scene.reach(), chance, size: 12, rest: 50 });
  crowd.start();
  const recoveries: number[] = [];
  let acknowledged = 0;
  for (let done = 0; done < trials; done += 1) {
    show(`${String(done)} floods, ${String(supervisor.restarts)} restarts, ${String(crowd.size)} chats`);
    await serve(crowd, crowd.acknowledged + 20);
    const report = await flood({
      ...rush,
      port: Number(new URL(scene.server.address).port),
      path: '/webhooks/meta',
      secret: secrets.META_APP_SECRET,
      prefix: `76${String(done).padStart(3, '0')}`,
      accounts: Object.values(accounts).map(({ object, id }) => ({ object, accountId: id })),
      among: [],
    });
    crowd.recorder.said.push(...report.acknowledged);
    acknowledged += report.acknowledged.length;
    const began = performance.now();
    await serve(crowd, crowd.acknowledged + 1);
    recoveries.push(performance.now() - began);
  }
  await crowd.finish();
  await scene.drain();
  await supervisor.stop();
  const facts = { flood_acknowledged: acknowledged, restarts: supervisor.restarts };
  const others = atLeast(trials, acknowledged, 'acknowledged deliveries of the flood');
  return aftermath(scene, crowd, { trials, recoveries, facts, others });
}

/** Starts the server again whenever it has ended. */
class Supervisor {
  restarts = 0;
  readonly #scene: Scene;
  #isOver = false;
  #going: Promise<void> = Promise.resolve();

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  async start(): Promise<void> {
    await this.#startOne();
    this.#going = this.#watch();
  }

  /** From here on it is left as it is. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#going;
  }

  async #watch(): Promise<void> {
    while (!this.#isOver) {
      if (this.#scene.server.hasEnded) {
        this.restarts += 1;
        await this.#startOne();
      }
      await pause(look);
    }
  }

  async #startOne(): Promise<void> {
    await this.#scene.start({ NODE_OPTIONS: `--max-old-space-size=${String(heap)}` });
  }
}
