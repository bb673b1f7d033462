import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const children = new Set<ChildProcess>();

export interface Helper {
  /** First line that it printed. */
  readonly firstLine: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a TypeScript file of this folder, or a built one as its users would, and waits for its first line. */
export async function start(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Helper> {
  const loader = args[0]?.endsWith('.ts') === true ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...loader, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const lines = createInterface({ input: child.stdout });
  const [firstLine] = (await once(lines, 'line')) as [string];
  return {
    firstLine,
    pid: child.pid ?? 0,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      children.delete(child);
    },
  };
}

export function besideThis(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}

process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});
