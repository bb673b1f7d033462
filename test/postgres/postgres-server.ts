import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { KeeperAnswer, KeeperOrder } from './keeper-words.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const keeperFile = fileURLToPath(new URL('keeper.ts', import.meta.url));

/**
 * A PostgreSQL from npm that belongs to this process alone and ends with it, even with its SIGKILL. All of a test run
 * share one; a test that stops its server starts one for itself (about 1.5 s).
 */
export class PostgresServer {
  /** A superuser's, of the database `postgres`; it stays the same when the server is restarted. */
  readonly url: string;
  readonly #keeper: ChildProcess;

  private constructor(keeper: ChildProcess, url: string) {
    this.#keeper = keeper;
    this.url = url;
  }

  /** Rejects with what PostgreSQL said when it cannot be started. */
  static async start(): Promise<PostgresServer> {
    const keeper = fork(keeperFile, {
      cwd: root,
      execArgv: ['--import', 'tsx'],
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    return new PostgresServer(keeper, await hear(keeper));
  }

  /** Ends the server in good order, open transactions rolled back; it can be resumed. */
  stop(): Promise<void> {
    return this.#tell('stop');
  }

  /** Ends the server as a crash would, so that it recovers when resumed. */
  crash(): Promise<void> {
    return this.#tell('crash');
  }

  /** Starts a server that was stopped or has crashed, on the same port, with what was committed. */
  resume(): Promise<void> {
    return this.#tell('resume');
  }

  /** Ends the server for ever, and removes its files. */
  async end(): Promise<void> {
    if (this.#keeper.exitCode !== null || this.#keeper.signalCode !== null) return;
    const ended = once(this.#keeper, 'exit');
    if (this.#keeper.connected) this.#keeper.disconnect();
    await ended;
  }

  async #tell(order: KeeperOrder): Promise<void> {
    this.#keeper.send(order);
    await hear(this.#keeper);
  }
}

async function hear(keeper: ChildProcess): Promise<string> {
  const settled = new AbortController();
  const { signal } = settled;
  const gone = once(keeper, 'exit', { signal }).then(() => ({ fault: "The server's keeper ended." }));
  const heard = once(keeper, 'message', { signal }).then(([words]) => words as KeeperAnswer);
  try {
    const answer = await Promise.race([heard, gone]);
    if ('fault' in answer) throw new Error(answer.fault);
    return answer.url;
  } finally {
    settled.abort();
    await Promise.allSettled([heard, gone]);
  }
}
