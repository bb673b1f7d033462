import { setTimeout as pause } from 'node:timers/promises';
import { secrets } from '../../e2e/driver/secrets.js';
import { accounts } from '../../e2e/driver/workspace-folder.js';
import { delivery, newMid, thread } from '../../platforms/meta-payloads.js';
import { flood as pour } from '../flood/flood.js';
import type { FloodPlan, FloodReport, Handed, Planned } from '../flood/plan.js';
import type { Script } from '../history/history.js';
import { quantile } from '../load/quantile.js';
import { Recorder } from '../load/recorder.js';
import { mostMemory, whyNoMemory } from '../machine/memory.js';
import type { Outcome, Scenario, Setting } from '../scenario.js';
import { Scene } from '../scene.js';
import { atLeast, settle, within } from './aftermath.js';

/** So many times of what the server sustains comes due, for so long, s. */
const times = 10;
const seconds = 4;
/** On so many connections, which is more than may wait at the same time. */
const connections = 3_700;
/** Connections by which it is found out what the server sustains, and for how long each time, s. */
const calibration = { connections: 64, seconds: 2 };
/** Contacts with messages that wait to go out, who say STOP in the flood. */
const stopping = 100;
/** A send to one of them takes so long, ms, so that the next one still waits when STOP comes. */
const slowSend = 1_500;
/** What a process may take in RAM, MB: what it takes anyway, the requests on all connections, and what is not yet collected. */
const mostRss = 640;

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
  return settle(scene, recorder, () => ({
    trials,
    others: seen.flatMap(complaintsAbout),
    recoveries: seen.map(({ recovery }) => recovery),
    facts: factsOf(seen),
  }));
}

interface Measured {
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
  const among = await askForTheGuide(scene, recorder, trial);
  await readLag(scene);
  const plan = { ...planFor(scene, trial, 3), seconds, connections, perSecond: times * sustained, among };
  const report = await pour(plan);
  const endedAt = performance.now();
  const lag = await readLag(scene);
  const rss = await mostMemory(scene.server.pid);
  await bringAgain(scene, recorder, report);
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

/** Acknowledged each second, once the server is warm; what this has led to has left when the flood begins. */
async function findSustained(scene: Scene, recorder: Recorder, trial: number): Promise<number> {
  let sustained = 0;
  for (const part of [1, 2]) {
    const report = await pour({ ...planFor(scene, trial, part), ...calibration });
    recorder.said.push(...report.acknowledged);
    sustained = report.acknowledged.length / report.seconds;
  }
  await scene.drain();
  return Math.round(sustained);
}

/** Lets contacts ask for what is two messages, of which the first takes long to leave; returns their STOPs. */
async function askForTheGuide(scene: Scene, recorder: Recorder, trial: number): Promise<readonly Planned[]> {
  const { object, id: accountId } = accounts.instagram;
  const prefix = `77${String(trial).padStart(3, '0')}9`;
  const contacts = Array.from({ length: stopping }, (_, place) => `${prefix}${String(place)}`);
  const known = new Set(contacts);
  scene.meta.failWhile(({ contactId }) => known.has(contactId ?? ''), { kind: 'slow', ms: slowSend });
  for (const contact of contacts) {
    const [messageId, handedAt] = [newMid(), Date.now()];
    const said = thread(accounts.instagram, contact).says('guide', { mid: messageId, at: handedAt });
    const status = await scene.reach().deliver(delivery(accounts.instagram, said));
    const moments = { occurredAt: handedAt, handedAt, acknowledgedAt: status === 200 ? Date.now() : null };
    recorder.said.push({ contact, messageId, text: 'guide', meaning: 'other', ...moments });
    recorder.scripts.set(contact, stopScript);
  }
  return contacts.map((contact) => ({ object, accountId, contact, text: 'STOP', meaning: 'stop' }));
}

/** What was refused is delivered again, as platforms do, and is taken now: then the server has recovered. */
async function bringAgain(scene: Scene, recorder: Recorder, { refused }: FloodReport): Promise<void> {
  for (const one of refused) {
    const { contact, messageId: mid, text, occurredAt: at } = one;
    const account = accountOf(one);
    const payload = delivery(account, thread(account, contact).says(text, { mid, at }));
    while ((await scene.reach().deliver(payload)) !== 200) await pause(50);
    recorder.said.push({ ...one, acknowledgedAt: Date.now() });
  }
}

/** Contacts were given to the accounts in turn. */
function accountOf({ contact }: Handed) {
  const place = Number(contact.slice('770001'.length));
  const all = Object.values(accounts);
  return all[place % all.length] ?? accounts.instagram;
}

/** Of the event loop since this was asked last, 99th percentile, ms. */
async function readLag({ server }: Scene): Promise<number> {
  const figures = await (await fetch(`${server.address}/metrics`)).text();
  return Math.round(Number(/^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(figures)?.[1]) * 1_000);
}

function complaintsAbout({ report, rss }: Measured): readonly string[] {
  const { answers, among, acknowledged } = report;
  const strange = Object.keys(answers).filter((answer) => answer !== '200' && answer !== '503');
  const refused = among.filter(({ status }) => status !== 200);
  const [stop, ordinary] = [latency(among, 0.99), latency(acknowledged, 0.99)];
  return [
    ...strange.map((answer) => `${String(answers[answer])} deliveries were answered ${answer}`),
    ...refused.map(({ contact, status }) => `${contact}: STOP was answered ${String(status)}`),
    ...(stop > ordinary ? [`STOP took ${String(stop)} ms, and others ${String(ordinary)} ms`] : []),
    ...(rss > mostRss ? [`the server took ${String(rss)} MB`] : []),
    ...atLeast(1, answers['503'] ?? 0, 'refusals'),
    ...atLeast(1, acknowledged.length, 'acknowledged deliveries'),
  ];
}

function factsOf(seen: readonly Measured[]): Outcome['facts'] {
  const perSecond = (count: (report: FloodReport) => number) =>
    Math.round(
      quantile(
        seen.map(({ report }) => count(report) / seconds),
        0.5,
      ),
    );
  const all = (part: 'among' | 'acknowledged') => seen.flatMap(({ report }) => report[part]);
  return {
    sustained_per_s: quantile(
      seen.map(({ sustained }) => sustained),
      0.5,
    ),
    due_per_s: perSecond(({ due }) => due),
    offered_per_s: perSecond(({ offered }) => offered),
    acknowledged_per_s: perSecond(({ acknowledged }) => acknowledged.length),
    refused_per_s: perSecond(({ answers }) => answers['503'] ?? 0),
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
