import { setTimeout as pause } from 'node:timers/promises';
import { secrets } from '../../e2e/driver/secrets.js';
import { accounts } from '../../e2e/driver/workspace-folder.js';
import { delivery, newMid, thread } from '../../platforms/meta-payloads.js';
import { flood as pour } from '../flood/flood.js';
import type { FloodPlan, FloodReport, Handed, Planned, Refused } from '../flood/plan.js';
import type { History, Script } from '../history/history.js';
import { quantile } from '../load/quantile.js';
import { Recorder } from '../load/recorder.js';
import { mostMemory, whyNoMemory } from '../machine/memory.js';
import type { Outcome, Scenario, Setting } from '../scenario.js';
import { Scene } from '../scene.js';
import { atLeast, settle, within } from './aftermath.js';

/** So many times of what the server sustains must be offered, in messages, or what this claims was not tried. */
const times = 10;
/** So many times as much comes due, for so long, s: what a slow server leaves on the wire holds up what comes due. */
const dueTimes = 11;
const seconds = 4;
/**
 * Messages in each delivery, as Meta gathers up to a thousand when there are many. A refusal holds its connection for a
 * second, so with one message in each there would have to be more connections than a process takes; with a thousand three
 * would fill the queue. Of these it holds 46 while 4 are decided, and all connections together stay within the room for bodies.
 */
const together = 64;
const connections = 3_600;
/** Deliveries by which it is found out what the server sustains: more than are decided, fewer than may wait; how long each time, s. */
const calibration = { together, connections: 32, seconds: 2 };
/** Contacts with messages that wait to go out, who say STOP in the flood. */
const stopping = 100;
/** A send to one of them takes so long, ms, so that the next one still waits when STOP comes. */
const slowSend = 4_000;
/** Of their messages, so many must still wait when STOP comes. */
const leastCalledOff = stopping / 2;
/**
 * What a process may take in RAM, MB: 150 that it takes anyway, 100 for the requests on all connections, 100 for what was read
 * out of them, which a refusal holds for its second, and as much again that is not yet collected.
 */
const mostRss = 700;

const stopScript: Script = {
  lines: [
    { what: /^Hi \w+! Here is the guide\.$/, optional: true },
    { what: /^What are you working on\?$/, optional: true },
    { what: /^You are unsubscribed/, optional: false },
  ],
  outcomes: [{ what: 'delivered', optional: true }],
  ledger: ['withdrawn all'],
};

export const flood: Scenario = {
  name: 'flood',
  rows: [15, 45],
  title:
    'Ten times as much is delivered as the server can decide, with STOPs of contacts whose messages wait',
  engines: ['sqlite', 'postgres'],
  trials: { few: 1, record: 10 },
  missing: whyNoMemory,
  run: async (setting) => within(await Scene.set(setting.engine), (scene) => overwhelm(scene, setting)),
};

async function overwhelm(scene: Scene, { trials, show }: Setting): Promise<Outcome> {
  await scene.start();
  const recorder = new Recorder();
  const seen: Measured[] = [];
  for (let done = 0; done < trials; done += 1) {
    show(`${String(done)} floods`);
    seen.push(await floodOnce(scene, recorder, done));
  }
  return settle(scene, recorder, (history) => ({
    trials,
    others: [
      ...seen.flatMap(complaintsAbout),
      ...atLeast(trials * leastCalledOff, calledOff(history), 'messages called off'),
    ],
    recoveries: seen.map(({ recovery }) => recovery),
    facts: { ...factsOf(seen), called_off: calledOff(history) },
  }));
}

interface Measured {
  /** What the server sustains in deliveries of this size, messages a second. */
  readonly sustained: number;
  readonly report: FloodReport;
  /** Of the event loop during the flood, 99th percentile, ms. */
  readonly lag: number;
  /** The most until now, MB. */
  readonly rss: number;
  readonly recovery: number;
}

async function floodOnce(scene: Scene, recorder: Recorder, trial: number): Promise<Measured> {
  const sustained = await findSustained(scene, recorder, trial);
  const among = stopsOf(trial);
  const perSecond = dueTimes * sustained;
  const plan = { ...planFor(scene, trial, 3), seconds, together, connections, perSecond, among };
  const report = await pour(plan, async () => {
    await askForTheGuide(scene, recorder, among);
    await readLag(scene);
  });
  const endedAt = performance.now();
  const lag = await readLag(scene);
  const rss = await mostMemory(scene.server.pid);
  await bringAgain(scene, recorder, report.toBringAgain);
  recorder.said.push(...report.acknowledged, ...report.among);
  return { sustained, report, lag, rss, recovery: performance.now() - endedAt };
}

function planFor({ server }: Scene, trial: number, part: number): Omit<FloodPlan, 'seconds' | 'connections'> {
  return {
    port: Number(new URL(server.address).port),
    path: '/webhooks/meta',
    secret: secrets.META_APP_SECRET,
    prefix: `77${String(trial).padStart(3, '0')}${String(part)}`,
    accounts: Object.values(accounts).map(({ object, id }) => ({ object, accountId: id })),
    among: [],
  };
}

/** The better of two times: at first a server is cold. What they have led to has left when the flood begins. */
async function findSustained(scene: Scene, recorder: Recorder, trial: number): Promise<number> {
  let sustained = 0;
  for (const part of [1, 2]) {
    const { acknowledged } = await pour({ ...planFor(scene, trial, part), ...calibration });
    recorder.said.push(...acknowledged);
    sustained = Math.max(sustained, rateOf(acknowledged));
  }
  await scene.drain();
  return Math.round(sustained);
}

/** Acknowledged each second, from the first hand-over to the last answer: what was let in before the end is still answered. */
function rateOf(acknowledged: readonly Handed[]): number {
  const from = quantile(
    acknowledged.map(({ handedAt }) => handedAt),
    0,
  );
  const until = quantile(
    acknowledged.map(({ acknowledgedAt }) => acknowledgedAt ?? 0),
    1,
  );
  return acknowledged.length / ((until - from) / 1_000);
}

function stopsOf(trial: number): readonly Planned[] {
  const { object, id: accountId } = accounts.instagram;
  const prefix = `77${String(trial).padStart(3, '0')}9`;
  return Array.from({ length: stopping }, (_, place) => {
    return { object, accountId, contact: `${prefix}${String(place)}`, text: 'STOP', meaning: 'stop' };
  });
}

/** Lets those who are to say STOP ask for what is two messages, of which the first takes long to leave. */
async function askForTheGuide(scene: Scene, recorder: Recorder, stops: readonly Planned[]): Promise<void> {
  const known = new Set(stops.map(({ contact }) => contact));
  scene.meta.failWhile(({ contactId }) => known.has(contactId ?? ''), { kind: 'slow', ms: slowSend });
  for (const contact of known) {
    const [messageId, handedAt] = [newMid(), Date.now()];
    const said = thread(accounts.instagram, contact).says('guide', { mid: messageId, at: handedAt });
    const status = await scene.reach().deliver(delivery(accounts.instagram, said));
    const moments = { occurredAt: handedAt, handedAt, acknowledgedAt: status === 200 ? Date.now() : null };
    recorder.said.push({ contact, messageId, text: 'guide', meaning: 'other', ...moments });
    recorder.scripts.set(contact, stopScript);
  }
}

/** What was refused is delivered again, as platforms do, and is taken now: then the server has recovered. */
async function bringAgain(scene: Scene, recorder: Recorder, refused: readonly Refused[]): Promise<void> {
  for (const { object, accountId: id, messages } of refused) {
    const items = messages.map(({ contact, messageId: mid, text, occurredAt: at }) =>
      thread({ object, id }, contact).says(text, { mid, at }),
    );
    const payload = delivery({ object, id }, ...items);
    while ((await scene.reach().deliver(payload)) !== 200) await pause(50);
    recorder.said.push(...messages.map((one) => ({ ...one, acknowledgedAt: Date.now() })));
  }
}

/** Of the event loop since this was asked last, 99th percentile, ms. */
async function readLag({ server }: Scene): Promise<number> {
  const figures = await (await fetch(`${server.address}/metrics`)).text();
  return Math.round(Number(/^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(figures)?.[1]) * 1_000);
}

function complaintsAbout({ sustained, report, rss }: Measured): readonly string[] {
  const { answers, among, acknowledged, offered } = report;
  const strange = Object.keys(answers).filter((answer) => answer !== '200' && answer !== '503');
  const refused = among.filter(({ status }) => status !== 200);
  const unanswered = offered - acknowledged.length - report.refused;
  const [stop, ordinary] = [latency(among, 0.99), latency(acknowledged, 0.99)];
  return [
    ...strange.map((answer) => `${String(answers[answer])} deliveries were answered ${answer}`),
    ...(unanswered > 0 ? [`${String(unanswered)} messages were not answered`] : []),
    ...refused.map(({ contact, status }) => `${contact}: STOP was answered ${String(status)}`),
    ...(stop > ordinary ? [`STOP took ${String(stop)} ms, and others ${String(ordinary)} ms`] : []),
    ...(rss > mostRss ? [`the server took ${String(rss)} MB`] : []),
    ...atLeast(times * sustained * seconds, offered, 'messages offered'),
    ...atLeast(1, answers['503'] ?? 0, 'refusals'),
    ...atLeast(1, acknowledged.length, 'acknowledged messages'),
  ];
}

/** How often STOP called off what waited: those who have nothing to call off do not try it. */
function calledOff({ rows: { lines } }: History): number {
  return lines.filter(({ refusal }) => refusal === 'stopped').length;
}

function factsOf(seen: readonly Measured[]): Outcome['facts'] {
  const middle = (figure: (measured: Measured) => number) => Math.round(quantile(seen.map(figure), 0.5));
  const all = (part: 'among' | 'acknowledged') => seen.flatMap(({ report }) => report[part]);
  return {
    sustained_per_s: middle(({ sustained }) => sustained),
    due_per_s: middle(({ report }) => report.due / seconds),
    offered_per_s: middle(({ report }) => report.offered / seconds),
    acknowledged_per_s: middle(({ report }) => rateOf(report.acknowledged)),
    refused_per_s: middle(({ report }) => report.refused / seconds),
    stop_p50_ms: latency(all('among'), 0.5),
    stop_p99_ms: latency(all('among'), 0.99),
    ordinary_p50_ms: latency(all('acknowledged'), 0.5),
    ordinary_p99_ms: latency(all('acknowledged'), 0.99),
    rss_max_mb: Math.max(...seen.map(({ rss }) => rss)),
    event_loop_p99_ms: Math.max(...seen.map(({ lag }) => lag)),
  };
}

/** From arrival to answer, ms. */
function latency(handed: readonly Handed[], q: number): number {
  return Math.round(
    quantile(
      handed.map(({ took }) => took),
      q,
    ),
  );
}
