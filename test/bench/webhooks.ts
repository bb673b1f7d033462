/**
 * Webhook throughput as a ratio to the bare limit, in one run, in interleaved rounds: every event durably decided before
 * its 200, every fourth sends a message; on SQLite with `synchronous=FULL`, and on a PostgreSQL from npm with `fsync` and
 * `synchronous_commit` on, by one process and by two. Run by `npm run bench`.
 *
 * Options: --rounds 3 --seconds 5 --warm-up 3 --only sqlite
 */
import { parseArgs } from 'node:util';
import { connectOnce } from './connect-once.js';
import { appSecret, bareLimit, onPostgres, onSqlite, type Contestant, type Running } from './contestants.js';
import { cpuSeconds } from './cpu-time.js';
import { together, type LoadFigures, type RoundFigures } from './figures.js';
import { besideThis, start } from './processes.js';
import { report } from './report.js';
import { PostgresServer } from '../postgres/postgres-server.js';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    'warm-up': { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  },
});
const rounds = Number(options.rounds);
/** Connections of all load generators together. */
const connections = 32;

const database = await startDurablePostgres();
const contestants = [bareLimit, onSqlite, onPostgres(database.url, 1), onPostgres(database.url, 2)].filter(
  ({ name }) => name === bareLimit.name || name.toLowerCase().includes(options.only.toLowerCase()),
);
const figures = new Map<Contestant, RoundFigures[]>(contestants.map((contestant) => [contestant, []]));
try {
  for (let round = 1; round <= rounds; round += 1) {
    for (const [contestant, measured] of figures) {
      process.stderr.write(`round ${String(round)} of ${String(rounds)}: ${contestant.name} …\n`);
      measured.push(await measure(contestant, `r${String(round)}`));
    }
  }
} finally {
  await database.end();
}
report([...figures].map(([{ name }, measured]) => ({ name, rounds: measured })));

/** As an operator's: what it has acknowledged is on the disk. */
async function startDurablePostgres(): Promise<PostgresServer> {
  const server = await PostgresServer.start();
  await connectOnce(server.url, [
    'alter system set fsync = on',
    'alter system set full_page_writes = on',
    "alter system set shared_buffers = '256MB'",
    "alter system set max_wal_size = '2GB'",
  ]);
  await server.stop();
  await server.resume();
  return server;
}

async function measure(contestant: Contestant, run: string): Promise<RoundFigures> {
  const running = await contestant.start();
  // A server runs for weeks; what it costs to become fast is not what is asked for here.
  const warmed = await generateAll(`${run}w`, options['warm-up']);
  const { platformUrl } = running;
  const before = platformUrl === null ? 0 : await untilDrained(platformUrl, answersTo(warmed));
  const cpuBefore = cpuOf(running);
  const load = await generateAll(run, options.seconds);
  const ended = performance.now();
  const sends =
    platformUrl === null ? null : (await untilDrained(platformUrl, before + answersTo(load))) - before;
  const drained = sends === null ? null : (performance.now() - ended) / 1000;
  const cpu = ((cpuOf(running) - cpuBefore) * 1000) / load.acknowledged;
  await running.stop();
  return { ...load, cpu, sends, drained };

  async function generateAll(name: string, seconds: string): Promise<LoadFigures> {
    return together(
      await Promise.all(running.urls.map((url, place) => generate(url, `${name}${String(place)}`, seconds))),
    );
  }

  async function generate(url: string, name: string, seconds: string): Promise<LoadFigures> {
    const share = String(connections / running.urls.length);
    const generator = await start([besideThis('load.ts'), url, appSecret, seconds, name, share]);
    return JSON.parse(generator.firstLine) as LoadFigures;
  }
}

/** Every fourth event asks for a message. */
function answersTo({ acknowledged }: LoadFigures): number {
  return Math.floor(acknowledged / 4);
}

function cpuOf({ pids }: Running): number {
  return pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
}

/** Waits until as many messages are out as were asked for, or until 60 s have passed. */
async function untilDrained(platformUrl: string, wanted: number): Promise<number> {
  const until = performance.now() + 60_000;
  for (;;) {
    const { messages } = (await (await fetch(`${platformUrl}/count`)).json()) as { messages: number };
    if (messages >= wanted || performance.now() > until) return messages;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
