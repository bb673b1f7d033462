import { existsSync } from 'node:fs';
import { besideThis, start } from '../processes.js';
import { appSecret, type Contestant, type Running } from './contestant.js';
import { makeDatabaseFolder } from './database-folder.js';

/** What people take to build such a bot themselves, on Telegram, with sessions in SQLite. */
export const peers: readonly Contestant[] = [
  peer('grammY with conversations', 'grammy'),
  peer('Telegraf with scenes', 'telegraf'),
  peer('Bottender', 'bottender'),
];

const account = 'bench';

function peer(name: string, file: string): Contestant {
  return {
    name,
    missing: () =>
      existsSync(besideThis(`peers/node_modules/${file}`))
        ? null
        : 'it is not installed: npm run bench:peers:install',
    start: () => startPeer(file),
  };
}

async function startPeer(file: string): Promise<Running> {
  const folder = makeDatabaseFolder();
  const platform = await start([besideThis('servers/platform.ts')]);
  const platformUrl = `http://127.0.0.1:${platform.readyLine}`;
  const server = await start([besideThis(`peers/${file}.js`)], {
    BENCH_DATABASE: folder.file,
    BENCH_PLATFORM: platformUrl,
    BENCH_PATH: `/webhooks/telegram/${account}`,
    BENCH_TOKEN: '1:bench-token',
    BENCH_SECRET: appSecret,
  });
  return {
    targets: [{ origin: `http://127.0.0.1:${server.readyLine}`, format: 'telegram', accounts: [account] }],
    pids: [server.pid],
    platformUrl,
    startUp: server.startUp,
    async stop() {
      await server.stop();
      await platform.stop();
      folder.remove();
    },
  };
}
