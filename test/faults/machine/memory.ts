import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** The most memory that a process has had in RAM since it began, MB. */
export async function mostMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Math.round(Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024);
}

/** Why that cannot be known; null: it can. */
export function whyNoMemory(): Promise<string | null> {
  return Promise.resolve(existsSync('/proc/self/status') ? null : 'there is no /proc to read memory from');
}
