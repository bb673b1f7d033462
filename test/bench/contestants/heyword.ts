import { createDatabaseAt } from '../../postgres/throw-away-database.js';
import { besideThis, type Helper, start } from '../processes.js';
import { removeTemporaryFolder } from '../temporary-folder.js';
import { appSecret, type Contestant, type Running } from './contestant.js';
import type { DurablePostgres } from './durable-postgres.js';
import { makeDatabaseFolder } from './database-folder.js';
import { type Company, overInstagram, type Way, writeWorkspace } from './workspace.js';

/** On a new SQLite file, which every acknowledged event has reached. */
export function onSqlite(name: string, way: Way, company?: Company): Contestant {
  return {
    name,
    missing: () => null,
    async start() {
      const folder = makeDatabaseFolder();
      const running = await startHeyword({ databaseUrl: folder.databaseUrl, way, company });
      return { ...running, stop: () => running.stop().then(() => folder.remove()) };
    },
  };
}

/** On a SQLite file that is there already, and stays. */
export function onSqliteFile(name: string, way: Way, file: () => string): Contestant {
  const start = () => startHeyword({ databaseUrl: `file:${file()}`, way });
  return { name, missing: () => null, start };
}

/** On a PostgreSQL that waits for its disk; every round has a new database. */
export function onPostgres(postgres: DurablePostgres, processes: 1 | 2): Contestant {
  return {
    name: `Heyword, PostgreSQL, ${processes === 1 ? 'one process' : 'two processes'}`,
    missing: () => null,
    async start() {
      const database = await createDatabaseAt(await postgres.url(), 'heyword_bench');
      const running = await startHeyword({ databaseUrl: database.url, way: overInstagram, processes });
      return { ...running, stop: () => running.stop().then(() => database.drop()) };
    },
  };
}

interface Setting {
  readonly databaseUrl: string;
  readonly way: Way;
  readonly company?: Company | undefined;
  readonly processes?: number;
}

/** Starts built servers as their users would, and a platform for them. */
export async function startHeyword({ databaseUrl, way, company, processes = 1 }: Setting): Promise<Running> {
  const folder = await writeWorkspace(way, company);
  const platform = await start([besideThis('servers/platform.ts')]);
  const platformUrl = `http://127.0.0.1:${platform.readyLine}`;
  const env = {
    ...{ PORT: '0', DATABASE_URL: databaseUrl, FLOWS_DIR: folder },
    ...{ INSTAGRAM_GRAPH_URL: platformUrl, TELEGRAM_API_URL: platformUrl },
    ...{ BENCH_TOKEN: '1:bench-token-bench-token', BENCH_SECRET: appSecret },
  };
  const servers: Helper[] = [];
  while (servers.length < processes)
    servers.push(await start([besideThis('../../dist/main.js')], env, 'serves at'));
  return {
    targets: servers.map(({ readyLine }) => ({ origin: addressIn(readyLine), ...way })),
    pids: servers.map(({ pid }) => pid),
    platformUrl,
    startUp: servers.at(-1)?.startUp ?? Number.NaN,
    async stop() {
      await Promise.all(servers.map((server) => server.stop()));
      await platform.stop();
      removeTemporaryFolder(folder);
    },
  };
}

function addressIn(line: string): string {
  const address = /http:\S+/.exec(line)?.[0];
  if (address === undefined) throw new Error(`The server did not say where it serves: ${line}`);
  return address;
}
