import { setTimeout as pause } from 'node:timers/promises';
import type { Item } from '../../platforms/meta-payloads.js';
import { Crowd } from '../load/crowd.js';
import { quantile } from '../load/quantile.js';
import type { Reach } from '../load/reach.js';
import { SlowClient, type SlowPart } from '../network/slow-client.js';
import type { Outcome, Scenario, Setting } from '../scenario.js';
import { Scene } from '../scene.js';
import { aftermath, atLeast, within } from './aftermath.js';
import { serve } from './troubled.js';

/** Of each part, at the same time. */
const each = 200;
/** Between two bytes, ms. */
const dripPause = 400;
/**
 * By when the server must have cut them off, ms: headers may take 10 s and a request 15 s, which is looked at every 5 s; the
 * rest is for a machine that has much else to do.
 */
const latest: Readonly<Record<SlowPart, number>> = { headers: 20_000, body: 25_000 };
/** Good clients wait no longer than this while slow ones hold on, ms: a tenth of what platforms wait. */
const slowestGood = 2_000;

export const slowClients: Scenario = {
  name: 'slow-clients',
  rows: [20, 47],
  title:
    'Hundreds of clients send headers, and bodies, a byte now and then; others are served, and the slow are cut off',
  engines: ['sqlite', 'postgres'],
  trials: { few: 1, record: 20 },
  run: async (setting) => within(await Scene.set(setting.engine), (scene) => besiege(scene, setting)),
};

async function besiege(scene: Scene, { trials, chance, show }: Setting): Promise<Outcome> {
  const { address } = await scene.start();
  const good: number[] = [];
  const crowd = new Crowd({
    meta: scene.meta,
    reach: timed(scene.reach(), good),
    chance,
    size: 12,
    rest: 50,
  });
  crowd.start();
  await serve(crowd, 100);
  good.length = 0;
  const held = { headers: [] as number[], body: [] as number[] };
  const complaints: string[] = [];
  for (let done = 0; done < trials; done += 1) {
    show(`${String(done)} times, ${String(crowd.size)} chats`);
    for (const part of ['headers', 'body'] as const) {
      const clients = Array.from({ length: each }, () => new SlowClient(portOf(address), part, dripPause));
      const cut = await cutOff(clients, latest[part]);
      held[part].push(...cut);
      if (cut.length < each)
        complaints.push(`${String(each - cut.length)} slow ${part} were not cut off in time`);
      for (const client of clients) client.leave();
    }
  }
  await crowd.finish();
  const p99 = Math.round(quantile(good, 0.99));
  const facts = {
    good_p50_ms: Math.round(quantile(good, 0.5)),
    good_p99_ms: p99,
    headers_freed_s: seconds(Math.max(...held.headers)),
    bodies_freed_s: seconds(Math.max(...held.body)),
  };
  const others = [
    ...complaints,
    ...(p99 > slowestGood ? [`good clients waited ${String(p99)} ms`] : []),
    ...atLeast(100, good.length, 'deliveries of good clients'),
  ];
  return aftermath(scene, crowd, { trials, facts, others });
}

/** How long those held on that were cut off in time, ms. */
async function cutOff(clients: readonly SlowClient[], within: number): Promise<readonly number[]> {
  const end = performance.now() + within;
  while (performance.now() < end && clients.some(({ cutAfter }) => cutAfter === null)) await pause(50);
  return clients.flatMap(({ cutAfter }) => cutAfter ?? []);
}

/** Notes how long each delivery took that was acknowledged, ms. */
function timed({ deliver, ask }: Reach, took: number[]): Reach {
  return {
    ask,
    deliver: async (payload: Item) => {
      const began = performance.now();
      const status = await deliver(payload);
      if (status === 200) took.push(performance.now() - began);
      return status;
    },
  };
}

function portOf(address: string): number {
  return Number(new URL(address).port);
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}
