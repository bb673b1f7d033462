import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, isOpenToAll } from './server-account.js';

/** Containers may share a temporary folder, but not their process ids. */
const prefix = `heyword-postgres-${hostname()}-`;

/**
 * Makes the folder of one server, named for the process that keeps it, and removes those whose keeper is gone without
 * having done so. A server left behind with such a folder ends by itself: it looks for its files once a minute.
 */
export function makeServerFolder(account: Account): string {
  const base = account.uid === undefined ? tmpdir() : [tmpdir(), '/tmp', '/var/tmp'].find(isOpenToAll);
  if (base === undefined)
    throw new Error('No temporary folder is open to the account that PostgreSQL runs as.');
  sweep(base);
  const folder = mkdtempSync(join(base, `${prefix}${process.pid}-`));
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
  return folder;
}

function sweep(base: string): void {
  for (const name of readdirSync(base)) {
    if (!name.startsWith(prefix)) continue;
    const keeper = Number.parseInt(name.slice(prefix.length), 10);
    if (!isAlive(keeper)) rmSync(join(base, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process may not be asked, but is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
