import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { acquireServerLock } from '../../../src/store/sqlite/server-lock.js';
import { openAt, scratchPath } from './scratch.js';

const holder = fileURLToPath(new URL('hold-server-lock.ts', import.meta.url));

/** Another process that takes the lock and keeps it. */
async function holdElsewhere(path: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', holder, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  expect(said.toString()).toBe('held');
  return child;
}

describe('the lock of the server', () => {
  it('is refused while another process has it, and says which', async () => {
    const path = scratchPath();
    const { pid } = await holdElsewhere(path);

    expect(() => acquireServerLock(path)).toThrow(
      expect.objectContaining({
        code: 'locked',
        retryable: false,
        message: `Another Heyword server (process ${pid}) already uses ${path}. Stop it, or give this one a database of its own by DATABASE_URL.`,
      }) as Error,
    );
  });

  it('is free again when its process was killed', async () => {
    const path = scratchPath();
    const child = await holdElsewhere(path);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = acquireServerLock(path);

    expect(() => acquireServerLock(path)).toThrow(`(process ${process.pid})`);
    lock.release();
  });

  it('is free again when it is released', () => {
    const path = scratchPath();
    acquireServerLock(path).release();
    acquireServerLock(path).release();
  });

  it('does not keep tools from opening the store', async () => {
    const path = scratchPath();
    const lock = acquireServerLock(path);

    expect(await openAt(path).probe()).toBe(true);
    lock.release();
  });
});
