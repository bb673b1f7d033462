import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { buildOnce, root } from './build-once.js';
import { Output } from './output.js';

export type ServerEnvironment = Readonly<Record<string, string>>;

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  /** From the signal, or from the start where there was none, ms. */
  readonly took: number;
}

/** Of a start on a machine that has much else to do, ms. */
const slowestStart = 60_000;

const alive = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** The built server as a process of its own. */
export class ServerProcess {
  readonly output: Output;
  readonly #child: ChildProcess;
  readonly #began = performance.now();
  readonly #ended: Promise<[number | null, NodeJS.Signals | null]>;
  #address: string | null = null;

  private constructor(env: ServerEnvironment) {
    this.#child = spawn(process.execPath, ['dist/main.js'], {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    alive.add(this.#child);
    this.output = new Output(this.#child);
    // "close", not "exit": the streams have then been read to their end.
    this.#ended = once(this.#child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
    void this.#ended.then(() => alive.delete(this.#child));
  }

  /** Builds where that is due, and starts a process that may as well refuse to serve. */
  static async spawn(env: ServerEnvironment): Promise<ServerProcess> {
    await buildOnce();
    return new ServerProcess(env);
  }

  /** Starts a process and resolves when it serves; rejects with its output when it ends instead. */
  static async start(env: ServerEnvironment): Promise<ServerProcess> {
    const server = await ServerProcess.spawn(env);
    const line = await Promise.race([
      server.output.waitFor(/Heyword serves at http:\S+/, { within: slowestStart }),
      server.ending().then(({ output }) => Promise.reject(new Error(`The server ended:\n${output}`))),
    ]);
    server.#address = line.replace('Heyword serves at ', '');
    return server;
  }

  /** Where it serves, such as `http://127.0.0.1:41234`. */
  get address(): string {
    if (this.#address === null) throw new Error('The server does not serve.');
    return this.#address;
  }

  /** Resolves when the process is gone. */
  ending(): Promise<Ending> {
    return this.#endedSince(this.#began);
  }

  /** Asks it to drain and end, and waits until it has. */
  terminate(): Promise<Ending> {
    return this.#signal('SIGTERM');
  }

  /** Ends it without warning, as a power cut would. */
  kill(): Promise<Ending> {
    return this.#signal('SIGKILL');
  }

  /** Lets it stand still where it is, until {@link goOn}. */
  halt(): void {
    this.#child.kill('SIGSTOP');
  }

  /** The same; resolves when it does, at the end of whatever the system was doing for it. */
  async halted(): Promise<void> {
    this.halt();
    const isRunning = async (): Promise<boolean> => {
      const threads = await readdir(`/proc/${String(this.pid)}/task`);
      const states = threads.map((thread) =>
        readFile(`/proc/${String(this.pid)}/task/${thread}/stat`, 'utf8').then(stateIn),
      );
      return (await Promise.all(states)).some((state) => state !== 'T');
    };
    while (await isRunning()) await turn();
  }

  goOn(): void {
    this.#child.kill('SIGCONT');
  }

  /** Of the operating system. */
  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('The server was not started.');
    return this.#child.pid;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  #signal(signal: NodeJS.Signals): Promise<Ending> {
    this.#child.kill(signal);
    return this.#endedSince(performance.now());
  }

  async #endedSince(began: number): Promise<Ending> {
    const [code, signal] = await this.#ended;
    return { code, signal, output: this.output.text, took: performance.now() - began };
  }
}

/** Of a thread, as `/proc` tells: behind its name, which may have anything in it. */
function stateIn(stat: string): string {
  return stat.slice(stat.lastIndexOf(')') + 2).charAt(0);
}
