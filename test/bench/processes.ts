import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const children = new Set<ChildProcess>();

export interface Helper {
  /** First line that it printed. */
  readonly firstLine: string;
  readonly pid: number;
  /** From its start until that line, s. */
  readonly startUp: number;
  stop(): Promise<void>;
}

/**
 * Starts a TypeScript file of this folder, or a JavaScript one as its users would in production, and waits for its first
 * line. Rejects when it ends before it.
 */
export async function start(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Helper> {
  const loader = args[0]?.endsWith('.ts') === true ? ['--import', 'tsx'] : [];
  const began = performance.now();
  const child = spawn(process.execPath, [...loader, ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const firstLine = await lineOf(child, args[0] ?? '');
  return {
    firstLine,
    pid: child.pid ?? 0,
    startUp: (performance.now() - began) / 1000,
    stop: () => stop(child),
  };
}

async function lineOf(
  child: ChildProcess & { stdout: NodeJS.ReadableStream },
  file: string,
): Promise<string> {
  const lines = createInterface({ input: child.stdout });
  const heard = once(lines, 'line') as Promise<[string]>;
  const ended = once(lines, 'close').then(() => null);
  const first = await Promise.race([heard, ended]);
  if (first === null) throw new Error(`${file} ended without a word`);
  return first[0];
}

async function stop(child: ChildProcess): Promise<void> {
  children.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

export function besideThis(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}

process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});
