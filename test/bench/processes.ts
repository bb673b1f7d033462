import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const children = new Set<ChildProcess>();

export interface Helper {
  /** The line that says that it is ready. */
  readonly readyLine: string;
  readonly pid: number;
  /** From its start until that line, s. */
  readonly startUp: number;
  stop(): Promise<void>;
}

/**
 * Starts a TypeScript file of this folder, or a JavaScript one as its users would in production, and waits for the line
 * that says that it is ready: the first that has `sign` in it. Rejects when it ends before.
 */
export async function start(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  sign = '',
): Promise<Helper> {
  const loader = args[0]?.endsWith('.ts') === true ? ['--import', 'tsx'] : [];
  const began = performance.now();
  const child = spawn(process.execPath, [...loader, ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const readyLine = await lineOf(child, args[0] ?? '', sign);
  return {
    readyLine,
    pid: child.pid ?? 0,
    startUp: (performance.now() - began) / 1000,
    stop: () => stop(child),
  };
}

async function lineOf(
  child: ChildProcess & { stdout: NodeJS.ReadableStream },
  file: string,
  sign: string,
): Promise<string> {
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      if (line.includes(sign)) resolve(line);
    });
    lines.once('close', () => reject(new Error(`${file} ended without a word of being ready`)));
  });
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
