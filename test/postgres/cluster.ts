import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Output } from '../e2e/driver/output.js';
import { findFreePort } from './free-port.js';
import { type Account, serverAccount } from './server-account.js';
import { bringBinaries } from './server-binaries.js';
import { makeServerFolder } from './server-folder.js';

const user = 'heyword';

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '400',
  shared_buffers: '32MB',
  max_wal_size: '256MB',
  // Off is what only a power cut would miss. A commit is still waited for, as our store insists.
  fsync: 'off',
  full_page_writes: 'off',
  // A chance password of 192 bits is not found by trying, however quickly each try is answered.
  scram_iterations: '1',
  // Not UTC, so that a query that leans on the session's zone is found out.
  timezone: 'Asia/Kolkata',
  log_min_messages: 'log',
  log_checkpoints: 'off',
};

/** By PostgreSQL's own words: "fast" rolls back and writes all down, "immediate" leaves it to recovery, like a crash. */
const shutdown = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

/** Text sorts as people read it, like in most databases at work and unlike in SQLite; messages are in English. */
const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];

/** A PostgreSQL of its own: its files, and the server on them. */
export class Cluster {
  readonly url: string;
  readonly #folder: string;
  readonly #launch: () => ChildProcess;
  #server: { readonly process: ChildProcess; readonly ended: Promise<unknown> } | null = null;

  private constructor(folder: string, url: string, launch: () => ChildProcess) {
    this.#folder = folder;
    this.url = url;
    this.#launch = launch;
  }

  /** Makes the files; the server does not run yet. */
  static async create(): Promise<Cluster> {
    const account = serverAccount();
    const folder = makeServerFolder(account);
    try {
      const { initdb, postgres } = await bringBinaries(folder, account);
      const password = randomBytes(24).toString('base64url');
      await makeFiles(initdb, folder, password, account);
      const port = await findFreePort();
      const args = ['-D', join(folder, 'data'), '-p', `${port}`];
      return new Cluster(folder, `postgres://${user}:${password}@127.0.0.1:${port}/postgres`, () =>
        spawn(postgres, args, { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] }),
      );
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Resolves when the server takes connections; rejects with its words when it ends instead. */
  async start(): Promise<void> {
    if (this.#server !== null) return;
    const process = this.#launch();
    const output = new Output(process);
    const ended = once(process, 'close').finally(() => {
      this.#server = null;
    });
    this.#server = { process, ended };
    await Promise.race([
      output.waitFor(/ready to accept connections/),
      ended.then(() => Promise.reject(new Error(`PostgreSQL ended:\n${output.text}`))),
    ]);
  }

  /** Resolves when the server and every connection to it have ended. */
  async stop(mode: keyof typeof shutdown): Promise<void> {
    this.#server?.process.kill(shutdown[mode]);
    await this.#server?.ended;
  }

  async remove(): Promise<void> {
    await this.stop('immediate');
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function makeFiles(initdb: string, folder: string, password: string, account: Account): Promise<void> {
  const passwordFile = join(folder, 'password');
  // Read by the server's account; nobody else may enter the folder.
  writeFileSync(passwordFile, password);
  const args = [
    ...['-D', join(folder, 'data'), '--username', user, '--pwfile', passwordFile, '--auth=scram-sha-256'],
    ...['--no-sync', '--no-instructions', ...locale],
    ...Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
  ];
  await promisify(execFile)(initdb, args, { ...account, cwd: folder });
  rmSync(passwordFile);
}
