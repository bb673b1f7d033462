import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabaseAt } from '../postgres/throw-away-database.js';
import { accountIds } from './accounts.js';
import { besideThis, start, type Helper } from './processes.js';

export const appSecret = 'bench-app-secret';

/** Servers that take the same load. */
export interface Running {
  /** Webhook addresses; the load is shared among them. */
  readonly urls: readonly string[];
  readonly pids: readonly number[];
  /** Where its messages arrive; null: it sends none. */
  readonly platformUrl: string | null;
  stop(): Promise<void>;
}

export interface Contestant {
  readonly name: string;
  start(): Promise<Running>;
}

export const bareLimit: Contestant = {
  name: 'bare limit',
  async start() {
    const server = await start([besideThis('bare-limit.ts'), appSecret]);
    return {
      urls: [`http://127.0.0.1:${server.firstLine}/webhooks/meta`],
      pids: [server.pid],
      platformUrl: null,
      stop: () => server.stop(),
    };
  },
};

export const onSqlite: Contestant = {
  name: 'Heyword, SQLite FULL',
  async start() {
    const folder = await mkdtemp(join(tmpdir(), 'heyword-bench-db-'));
    const running = await startHeyword(`file:${join(folder, 'bench.db')}`, 1);
    return {
      ...running,
      async stop() {
        await running.stop();
        await rm(folder, { recursive: true });
      },
    };
  },
};

/** On a PostgreSQL that waits for its disk; every round has a new database. */
export function onPostgres(serverUrl: string, processes: number): Contestant {
  return {
    name: `Heyword, PostgreSQL, ${processes === 1 ? 'one process' : `${String(processes)} processes`}`,
    async start() {
      const database = await createDatabaseAt(serverUrl, 'heyword_bench');
      const running = await startHeyword(database.url, processes);
      return {
        ...running,
        async stop() {
          await running.stop();
          await database.drop();
        },
      };
    },
  };
}

async function startHeyword(databaseUrl: string, processes: number): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'heyword-bench-'));
  await writeWorkspace(folder);
  const platform = await start([besideThis('platform.ts')]);
  const platformUrl = `http://127.0.0.1:${platform.firstLine}`;
  const servers: Helper[] = [];
  for (let started = 0; started < processes; started += 1) {
    servers.push(
      await start([besideThis('../../dist/main.js')], {
        PORT: '0',
        DATABASE_URL: databaseUrl,
        FLOWS_DIR: folder,
        INSTAGRAM_GRAPH_URL: platformUrl,
        BENCH_TOKEN: 'bench-token-bench-token',
        BENCH_SECRET: appSecret,
        LOG_LEVEL: 'info',
      }),
    );
  }
  return {
    urls: servers.map(({ firstLine }) => `${addressIn(firstLine)}/webhooks/meta`),
    pids: servers.map(({ pid }) => pid),
    platformUrl,
    async stop() {
      await Promise.all(servers.map((server) => server.stop()));
      await platform.stop();
      await rm(folder, { recursive: true });
    },
  };
}

function addressIn(line: string): string {
  const address = /http:\S+/.exec(line)?.[0];
  if (address === undefined) throw new Error(`The server did not say where it serves: ${line}`);
  return address;
}

async function writeWorkspace(folder: string): Promise<void> {
  const accounts = accountIds.map(
    (id) => `  - { channel: instagram, name: ${id}, id: ${id}, token: $BENCH_TOKEN, secret: $BENCH_SECRET }`,
  );
  const workspace = `brand: Bench
disclosure: off
timezone: UTC
languages: [en]
unmatched: silent
accounts:
${accounts.join('\n')}
`;
  const flow = `flow: ping
title: Answers ping
start:
  - keyword: ping
steps:
  - say: pong
  - outcome: answered
`;
  await writeFile(join(folder, 'workspace.yaml'), workspace);
  await writeFile(join(folder, 'ping.yaml'), flow);
}
