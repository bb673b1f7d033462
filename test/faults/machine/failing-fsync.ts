import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Output } from '../../e2e/driver/output.js';
import { has } from './command.js';

const calls = 'fsync,fdatasync';

/** Lets each fsync of a running process fail as on a dying disk, until it is released. */
export class FailingFsync {
  readonly #strace: ChildProcess;

  private constructor(strace: ChildProcess) {
    this.#strace = strace;
  }

  /** Resolves when the next fsync will fail. */
  static async of(pid: number): Promise<FailingFsync> {
    const args = ['-f', '-p', String(pid), '-e', `trace=${calls}`, '-e', `inject=${calls}:error=EIO`];
    const strace = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    await new Output(strace).waitFor(/attached/);
    return new FailingFsync(strace);
  }

  /** Once the process is gone, so is what made it fail. */
  async release(): Promise<void> {
    if (this.#strace.exitCode !== null || this.#strace.signalCode !== null) return;
    const ended = once(this.#strace, 'close');
    this.#strace.kill('SIGINT');
    await ended;
  }

  /** Why it cannot be done; null: it can. */
  static async whyNot(): Promise<string | null> {
    const isThere = await has('strace', '-e', 'trace=fsync', '-e', 'inject=fsync:error=EIO', 'true');
    return isThere ? null : 'there is no strace that may trace';
  }
}
