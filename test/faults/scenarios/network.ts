import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../chance.js';
import { Crowd } from '../load/crowd.js';
import { drawFrom, type Lot, type Moment } from '../network/fate.js';
import { FaultProxy } from '../network/fault-proxy.js';
import type { Outcome, Scenario, Setting } from '../scenario.js';
import { Scene } from '../scene.js';
import { aftermath, atLeast, within } from './aftermath.js';

/** So many bytes of requests and answers pass before something befalls their connection, at most. */
const mostAsked = 3_000;
const mostAnswered = 600;
/** The same of a connection to the database, which lives longer. */
const mostStatements = 150_000;
const mostRows = 80_000;
/** A connection is cut at one of so many commits. */
const mostCommits = 20;

/** Of HTTP: before the body, in it, after it and before the answer, and in the answer. */
const ofRequests: readonly Lot[] = [
  { often: 0.12, fate: (chance) => ({ kind: 'reset', at: { after: upTo(chance, mostAsked), of: 'asked' } }) },
  {
    often: 0.12,
    fate: (chance) => ({ kind: 'reset', at: { after: upTo(chance, mostAnswered), of: 'answered' } }),
  },
  { often: 0.1, fate: () => ({ kind: 'reset', at: { after: 0, of: 'answered' } }) },
  { often: 0.01, fate: (chance) => ({ kind: 'half_open', at: anywhere(chance) }) },
  { often: 0.01, fate: (chance) => ({ kind: 'black_hole', at: anywhere(chance) }) },
  { often: 0.1, fate: (chance) => ({ kind: 'delay', by: chance.upTo(60) }) },
  { often: 0.05, fate: () => ({ kind: 'throttle', bytes: 20 }) },
];

const commit = 'commit\0';

/** Of the database: anywhere, and exactly at a commit, which may then have happened or not. */
const ofStatements: readonly Lot[] = [
  { often: 0.3, fate: (chance) => ({ kind: 'reset', at: atCommit(chance, true) }) },
  { often: 0.15, fate: (chance) => ({ kind: 'reset', at: atCommit(chance, false) }) },
  {
    often: 0.1,
    fate: (chance) => ({ kind: 'reset', at: { after: upTo(chance, mostStatements), of: 'asked' } }),
  },
  {
    often: 0.1,
    fate: (chance) => ({ kind: 'reset', at: { after: upTo(chance, mostRows), of: 'answered' } }),
  },
  {
    often: 0.03,
    fate: (chance) => ({ kind: 'black_hole', at: { after: upTo(chance, mostStatements), of: 'asked' } }),
  },
  { often: 0.1, fate: (chance) => ({ kind: 'delay', by: chance.upTo(5) }) },
];

export const network: Scenario = {
  name: 'network',
  rows: [1, 2, 12, 22, 23, 49],
  title:
    'Connections from and to the platform, and to PostgreSQL, are reset at any byte and at commits, half open, swallowed, slow',
  engines: ['sqlite', 'postgres'],
  trials: { few: 60, record: 2_000 },
  run: async (setting) => within(await Scene.set(setting.engine), (scene) => misconnect(scene, setting)),
};

async function misconnect(scene: Scene, { engine, trials, chance, show }: Setting): Promise<Outcome> {
  const outbound = await FaultProxy.to(portOf(scene.meta.url), drawFrom(ofRequests, chance));
  const database = engine.name === 'postgres' ? await beforeDatabase(scene, chance) : null;
  const server = await scene.start({
    META_GRAPH_URL: outbound.address,
    INSTAGRAM_GRAPH_URL: outbound.address,
    ...(database === null ? {} : { DATABASE_URL: throughProxy(scene.databaseUrl, database) }),
  });
  const inbound = await FaultProxy.to(portOf(server.address), drawFrom(ofRequests, chance));
  const crowd = new Crowd({ meta: scene.meta, reach: scene.reach(() => inbound), chance, size: 16, rest: 0 });
  crowd.start();
  while (crowd.size < trials) {
    show(`${String(crowd.size)} of ${String(trials)} chats`);
    await pause(1_000);
  }
  await crowd.finish();
  const proxies = [inbound, outbound, ...(database === null ? [] : [database])];
  const facts = {
    to_server: inbound.struck.length,
    to_platform: outbound.struck.length,
    ...(database === null ? {} : { to_database: database.struck.length, at_commits: atCommits(database) }),
  };
  const others = Object.entries(facts).flatMap(([where, count]) =>
    atLeast(2, count, `connections struck ${where}`),
  );
  const outcome = await aftermath(scene, crowd, { trials: crowd.size, facts, others });
  await Promise.all(proxies.map((proxy) => proxy.close()));
  return outcome;
}

function beforeDatabase({ databaseUrl }: Scene, chance: Chance): Promise<FaultProxy> {
  return FaultProxy.to(Number(new URL(databaseUrl).port), drawFrom(ofStatements, chance));
}

function throughProxy(databaseUrl: string, { port }: FaultProxy): string {
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return url.href;
}

function atCommits({ struck }: FaultProxy): number {
  return struck.filter((fate) => 'at' in fate && 'upon' in fate.at).length;
}

function portOf(address: string): number {
  return Number(new URL(address).port);
}

function atCommit(chance: Chance, passed: boolean): Moment {
  return { upon: commit, times: 1 + upTo(chance, mostCommits), passed };
}

function anywhere(chance: Chance): Moment {
  return chance.happens(0.5)
    ? { after: upTo(chance, mostAsked), of: 'asked' }
    : { after: upTo(chance, mostAnswered), of: 'answered' };
}

function upTo(chance: Chance, most: number): number {
  return Math.floor(chance.upTo(most));
}
