/**
 * A load generator in a process of its own: signed Meta deliveries of a few messages each at a rate that does not ask how the
 * server is, on a bounded number of connections that are open before it begins, as a proxy keeps them. Reads its {@link FloodPlan}
 * from a line of stdin, says `ready` once all of it is made and signed, begins at the next line, prints a {@link FloodReport}.
 */
import { createInterface } from 'node:readline/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { delivery, newMid, type SignedBody, signed, thread } from '../../platforms/meta-payloads.js';
import type { Account, FloodPlan, FloodReport, Handed, Planned, Refused } from './plan.js';
import { Wire } from './wire.js';

/** Between two looks at what is due, ms. */
const tick = 2;
/** Where nothing is refused, so many are made before it begins, each second. */
const mostPerSecond = 20_000;
/** Every so many of the ordinary ones starts a flow. */
const everyKeyword = 50;
/** How long answers are waited for after the end, ms. */
const patience = 20_000;
/** So many deliveries that were refused are told of. */
const mostRefused = 10;

/** A message, as it is in a delivery. */
interface Written {
  readonly planned: Planned;
  readonly messageId: string;
}

interface Ready {
  readonly account: Account;
  readonly written: readonly Written[];
  readonly occurredAt: number;
  readonly request: Buffer;
}

const heard = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const plan = JSON.parse(await hear()) as FloodPlan;
const answers = new Map<string, number>();
const acknowledged: Handed[] = [];
const toBringAgain: Refused[] = [];
let [offered, refused] = [0, 0];

async function hear(): Promise<string> {
  const { done, value } = await heard.next();
  if (done === true) throw new Error('Nobody says any more what is to be done.');
  return value;
}

function prepare({ object, accountId }: Account, planned: readonly Planned[]): Ready {
  const account = { object, id: accountId };
  const occurredAt = Date.now();
  const written = planned.map((one) => ({ planned: one, messageId: newMid() }));
  const items = written.map(({ planned: { contact, text }, messageId: mid }) =>
    thread(account, contact).says(text, { mid, at: occurredAt }),
  );
  return {
    ...{ account: { object, accountId }, written, occurredAt },
    request: requestOf(signed(delivery(account, ...items), plan.secret)),
  };
}

function requestOf({ body, headers }: SignedBody): Buffer {
  const lines = Object.entries({ host: '127.0.0.1', ...headers, 'content-length': Buffer.byteLength(body) });
  const head = lines.map(([name, value]) => `${name}: ${String(value)}\r\n`).join('');
  return Buffer.from(`POST ${plan.path} HTTP/1.1\r\n${head}\r\n${body}`);
}

/** The accounts in turn, a delivery each. */
function ordinary(turn: number, size: number): Ready {
  const account = plan.accounts[turn % plan.accounts.length];
  if (account === undefined) throw new Error('A flood needs an account.');
  const planned = Array.from({ length: size }, (_, at) => write(account, turn * size + at));
  return prepare(account, planned);
}

function write(account: Account, place: number): Planned {
  const text = place % everyKeyword === 0 ? 'Pricing' : 'what a lovely picture';
  return { ...account, contact: `${plan.prefix}${String(place)}`, text, meaning: 'other' };
}

async function openWires(count: number): Promise<readonly Wire[]> {
  const wires = Array.from({ length: count }, () => new Wire(plan.port));
  // A few at a time: a server that is asked for many at once lets them knock again, a second later.
  for (let at = 0; at < count; at += 32)
    await Promise.all(wires.slice(at, at + 32).map((wire) => wire.open()));
  return wires;
}

async function handOver(wire: Wire, { written, occurredAt, request }: Ready): Promise<readonly Handed[]> {
  const [handedAt, began] = [Date.now(), performance.now()];
  const status = await wire.ask(request);
  const took = performance.now() - began;
  const acknowledgedAt = status === 200 ? Date.now() : null;
  return written.map(({ planned: { contact, text, meaning }, messageId }) => ({
    ...{ contact, messageId, text, meaning },
    ...{ occurredAt, handedAt, acknowledgedAt, status, took },
  }));
}

/** Each on the connection that is free first, from the moment on when all that is in it is due. */
async function pour(ready: readonly Ready[], perSecond: number, wires: readonly Wire[]): Promise<number> {
  const free = [...wires];
  const began = performance.now();
  const elapsed = (): number => performance.now() - began;
  const due = (): number => Math.floor((elapsed() / 1_000) * perSecond);
  const underWay = new Set<Promise<void>>();
  let turn = 0;
  while (elapsed() < plan.seconds * 1_000) {
    for (let wire = free.pop(); wire !== undefined; wire = free.pop()) {
      const next = ready[turn];
      if (next === undefined || offered + next.written.length > due()) {
        free.push(wire);
        break;
      }
      turn += 1;
      offered += next.written.length;
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
  const messages = await handOver(wire, next);
  free.push(wire);
  const status = messages[0]?.status ?? null;
  const answer = String(status ?? 'none');
  answers.set(answer, (answers.get(answer) ?? 0) + 1);
  if (status === 200) acknowledged.push(...messages);
  else if (status !== null) {
    refused += messages.length;
    if (toBringAgain.length < mostRefused) toBringAgain.push({ ...next.account, messages });
  }
}

/** Evenly over the flood, each on a connection that is free: they wait for nobody but the server. */
async function comeBetween(ready: readonly Ready[], wires: readonly Wire[]): Promise<readonly Handed[]> {
  const free = [...wires];
  const apart = (plan.seconds * 1_000) / (ready.length + 1);
  const began = performance.now();
  const handed = await Promise.all(
    ready.map(async (one, place) => {
      await pause(apart * (place + 1) - (performance.now() - began));
      const wire = free.pop();
      if (wire === undefined) throw new Error('Too few connections are free for what comes in between.');
      const messages = await handOver(wire, one);
      free.push(wire);
      return messages;
    }),
  );
  return handed.flat();
}

const [rate, size] = [plan.perSecond ?? mostPerSecond, plan.together ?? 1];
const ready = Array.from({ length: Math.ceil((rate * plan.seconds) / size) }, (_, turn) =>
  ordinary(turn, size),
);
const wires = await openWires(plan.connections);
const wiresBetween = await openWires(plan.among.length);
process.stdout.write('ready\n');
await hear();
// Only now: what is said in between is said after whatever has come about right before.
const between = plan.among.map((one) => prepare(one, [one]));
const [due, among] = await Promise.all([pour(ready, rate, wires), comeBetween(between, wiresBetween)]);
const report: FloodReport = {
  ...{ due, offered, acknowledged, refused, toBringAgain, among },
  answers: Object.fromEntries(answers),
};
for (const wire of [...wires, ...wiresBetween]) wire.close();
process.stdout.write(`${JSON.stringify(report)}\n`);
