import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a program of the machine; rejects with what it said when it fails. */
export async function command(program: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args);
  return stdout;
}

/** Whether the machine has a program, and may run it. */
export async function has(program: string, ...args: readonly string[]): Promise<boolean> {
  try {
    await command(program, ...args);
    return true;
  } catch {
    return false;
  }
}
