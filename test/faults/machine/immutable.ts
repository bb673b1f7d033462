import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, has } from './command.js';

/** Lets nobody write to a file, not even root, or lets them again. */
export async function setImmutable(path: string, isImmutable: boolean): Promise<void> {
  await command('chattr', isImmutable ? '+i' : '-i', path);
}

/** Why that cannot be done; null: it can. */
export async function whyNotImmutable(): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'heyword-immutable-'));
  const probe = join(folder, 'probe');
  await writeFile(probe, '');
  const isDone = await has('chattr', '+i', probe);
  if (isDone) await setImmutable(probe, false);
  await rm(folder, { recursive: true });
  return isDone ? null : 'no file can be made immutable (that needs root, and chattr)';
}
