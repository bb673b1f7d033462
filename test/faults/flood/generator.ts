/**
 * A load generator in a process of its own: signed Meta deliveries of one message each at a rate that does not ask how the
 * server is, on a bounded number of connections that are open before it begins, as a proxy keeps them. Reads its {@link FloodPlan} from stdin, prints a {@link FloodReport}.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { delivery, newMid, signed, thread } from '../../platforms/meta-payloads.js';
import type { FloodPlan, FloodReport, Handed, Planned } from './plan.js';
import { Wire } from './wire.js';

/** Between two looks at what is due, ms. */
const tick = 2;
/** Where nothing is refused, so many are made before it begins, each second. */
const mostPerSecond = 20_000;
/** Every so many of the ordinary ones starts a flow. */
const everyKeyword = 50;
/** How long answers are waited for after the end, ms. */
const patience = 20_000;
/** So many of those that were refused are told of. */
const mostRefused = 50;

interface Ready {
  readonly planned: Planned;
  readonly messageId: string;
  readonly occurredAt: number;
  readonly request: Buffer;
}

const plan = JSON.parse(await text(process.stdin)) as FloodPlan;
const answers = new Map<string, number>();
const acknowledged: Handed[] = [];
const refused: Handed[] = [];
let offered = 0;

function prepare(planned: Planned): Ready {
  const { object, accountId, contact, text: words } = planned;
  const [messageId, occurredAt] = [newMid(), Date.now()];
  const account = { object, id: accountId };
  const payload = delivery(account, thread(account, contact).says(words, { mid: messageId, at: occurredAt }));
  const { body, headers } = signed(payload, plan.secret);
  const lines = Object.entries({ host: '127.0.0.1', ...headers, 'content-length': Buffer.byteLength(body) });
  const head = lines.map(([name, value]) => `${name}: ${String(value)}\r\n`).join('');
  return {
    ...{ planned, messageId, occurredAt },
    request: Buffer.from(`POST ${plan.path} HTTP/1.1\r\n${head}\r\n${body}`),
  };
}

function ordinary(place: number): Planned {
  const account = plan.accounts[place % plan.accounts.length];
  if (account === undefined) throw new Error('A flood needs an account.');
  const words = place % everyKeyword === 0 ? 'Pricing' : 'what a lovely picture';
  return { ...account, contact: `${plan.prefix}${String(place)}`, text: words, meaning: 'other' };
}

async function openWires(count: number): Promise<readonly Wire[]> {
  const wires = Array.from({ length: count }, () => new Wire(plan.port));
  // A few at a time: a server that is asked for many at once lets them knock again, a second later.
  for (let at = 0; at < count; at += 32)
    await Promise.all(wires.slice(at, at + 32).map((wire) => wire.open()));
  return wires;
}

async function handOver(wire: Wire, { planned, messageId, occurredAt, request }: Ready): Promise<Handed> {
  const [handedAt, began] = [Date.now(), performance.now()];
  const status = await wire.ask(request);
  const took = performance.now() - began;
  const { contact, text: words, meaning } = planned;
  const acknowledgedAt = status === 200 ? Date.now() : null;
  return { contact, messageId, text: words, meaning, occurredAt, handedAt, acknowledgedAt, status, took };
}

/** Each on the connection that is free first, from the moment on when it is due. */
async function pour(ready: readonly Ready[], perSecond: number, wires: readonly Wire[]): Promise<number> {
  const free = [...wires];
  const began = performance.now();
  const elapsed = (): number => performance.now() - began;
  const due = (): number => Math.min(ready.length, Math.floor((elapsed() / 1_000) * perSecond));
  const underWay = new Set<Promise<void>>();
  while (elapsed() < plan.seconds * 1_000) {
    for (let wire = free.pop(); wire !== undefined; wire = free.pop()) {
      const next = offered < due() ? ready[offered] : undefined;
      if (next === undefined) {
        free.push(wire);
        break;
      }
      offered += 1;
      const done: Promise<void> = pass(wire, next, free).finally(() => underWay.delete(done));
      underWay.add(done);
    }
    await pause(tick);
  }
  const wasDue = due();
  await Promise.race([Promise.all(underWay), pause(patience)]);
  return wasDue;
}

async function pass(wire: Wire, next: Ready, free: Wire[]): Promise<void> {
  const handed = await handOver(wire, next);
  const answer = String(handed.status ?? 'none');
  answers.set(answer, (answers.get(answer) ?? 0) + 1);
  if (handed.acknowledgedAt !== null) acknowledged.push(handed);
  else if (handed.status !== null && refused.length < mostRefused) refused.push(handed);
  free.push(wire);
}

/** Evenly over the flood, each on a connection that is free: they wait for nobody but the server. */
async function comeBetween(ready: readonly Ready[], wires: readonly Wire[]): Promise<readonly Handed[]> {
  const free = [...wires];
  const apart = (plan.seconds * 1_000) / (ready.length + 1);
  const began = performance.now();
  return Promise.all(
    ready.map(async (one, place) => {
      await pause(apart * (place + 1) - (performance.now() - began));
      const wire = free.pop();
      if (wire === undefined) throw new Error('Too few connections are free for what comes in between.');
      const handed = await handOver(wire, one);
      free.push(wire);
      return handed;
    }),
  );
}

const rate = plan.perSecond ?? mostPerSecond;
const ready = Array.from({ length: Math.ceil(rate * plan.seconds) }, (_, place) => prepare(ordinary(place)));
const between = plan.among.map(prepare);
const wires = await openWires(plan.connections);
const wiresBetween = await openWires(between.length);
const began = performance.now();
const [due, among] = await Promise.all([pour(ready, rate, wires), comeBetween(between, wiresBetween)]);
const report: FloodReport = {
  ...{ due, offered, acknowledged, refused, among },
  seconds: Math.min((performance.now() - began) / 1_000, plan.seconds),
  answers: Object.fromEntries(answers),
};
for (const wire of [...wires, ...wiresBetween]) wire.close();
process.stdout.write(JSON.stringify(report));
