/**
 * The load generator at a fixed rate, in a process of its own: deliveries leave when they are due, whether others have been
 * answered or not. Prints one JSON line, a {@link LatencyFigures}.
 *
 * Usage: open-loop.ts <OpenLoop as JSON>
 */
import { Pool } from 'undici';
import { countSends, takeArrivals, timeToDrain, untilSent } from '../measures/sends.js';
import { quantile } from '../measures/statistics.js';
import { steadyNow } from '../measures/steady-now.js';
import { deliver, type Target } from './delivery.js';
import { lineAt } from './dialogue.js';
import type { LatencyFigures, OpenLoop } from './open-loop-words.js';
import { Schedule, waits } from './schedule.js';

/** As many as never keep a delivery waiting for another at half load. */
const connections = 128;

const order = JSON.parse(process.argv[2] ?? '') as OpenLoop;
const pools = order.targets.map((target) => ({ target, pool: new Pool(target.origin, { connections }) }));
const schedule = new Schedule(steadyNow() + 100, order.rate);
const total = Math.floor(order.rate * order.seconds);
const latencies: number[] = [];
const keywords = new Map<number, number>();
let refused = 0;

const replies = order.platformUrl === null ? await withoutReplies() : await withReplies(order.platformUrl);
const figures: LatencyFigures = {
  p50: quantile(latencies, 0.5),
  p99: quantile(latencies, 0.99),
  toPlatformP50: quantile(replies, 0.5),
  toPlatformP99: quantile(replies, 0.99),
  perSecond: latencies.length / order.seconds,
  refused,
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
await Promise.all(pools.map(({ pool }) => pool.close()));

async function withoutReplies(): Promise<readonly number[]> {
  await deliverAll();
  return [];
}

/** How long each keyword waited for its reply. */
async function withReplies(platformUrl: string): Promise<readonly number[]> {
  await takeArrivals(platformUrl);
  const sentBefore = await countSends(platformUrl);
  await deliverAll();
  await untilSent(platformUrl, sentBefore + keywords.size, timeToDrain);
  return waits(keywords, await takeArrivals(platformUrl));
}

/** Resolves when the last one is answered. */
async function deliverAll(): Promise<void> {
  const under = new Set<Promise<void>>();
  for (let place = 0; place < total;) {
    for (const due = Math.min(total, schedule.dueBy(steadyNow())); place < due; place += 1) {
      const delivery = deliverOne(place).finally(() => under.delete(delivery));
      under.add(delivery);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(under);
}

async function deliverOne(place: number): Promise<void> {
  const line = lineAt(place, order.course);
  const due = schedule.dueAt(place);
  const { pool, target } = pools[Math.floor(place / 4) % pools.length] as { pool: Pool; target: Target };
  if (line.isKeyword) keywords.set(line.contact, due);
  const { path, headers, body } = deliver([line], target, order.secret);
  const isTaken = await pool.request({ path, method: 'POST', headers, body }).then(
    async (response) => {
      const at = steadyNow();
      await response.body.dump();
      if (response.statusCode === 200) latencies.push(at - due);
      return response.statusCode === 200;
    },
    () => false,
  );
  if (!isTaken) refused += 1;
}
