/**
 * The load generator, in a process of its own: each connection delivers as soon as its last delivery is answered. Prints
 * one JSON line, a {@link LoadFigures}.
 *
 * Usage: closed-loop.ts <ClosedLoop as JSON>
 */
import autocannon from 'autocannon';
import type { ClosedLoop, LoadFigures } from './closed-loop-words.js';
import { deliver, type Target } from './delivery.js';
import { lineAt } from './dialogue.js';

const order = JSON.parse(process.argv[2] ?? '') as ClosedLoop;
let place = 0;

function nextDelivery(target: Target) {
  const lines = Array.from({ length: order.batch }, () => {
    place += 1;
    return lineAt(place - 1, order.course);
  });
  return { method: 'POST', ...deliver(lines, target, order.secret) } as const;
}

const results = await Promise.all(
  order.targets.map((target) =>
    autocannon({
      url: target.origin,
      connections: order.connections / order.targets.length,
      duration: order.seconds,
      // A large batch may take long: it is counted when it is answered.
      timeout: 60,
      requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...nextDelivery(target) }) }],
    }),
  ),
);

const sum = (of: (result: autocannon.Result) => number) =>
  results.reduce((total, result) => total + of(result), 0);
const worst = (of: (result: autocannon.Result) => number) => Math.max(...results.map(of));
const figures: LoadFigures = {
  perSecond: sum((result) => (result['2xx'] * order.batch) / result.duration),
  acknowledged: sum((result) => result['2xx'] * order.batch),
  refused: sum((result) => result.non2xx + result.errors),
  p50: worst(({ latency }) => latency.p50),
  p99: worst(({ latency }) => latency.p99),
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
