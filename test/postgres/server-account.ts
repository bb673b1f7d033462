import { execFileSync } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** As whom a process is started; without numbers, as ourselves. */
export type Account =
  { readonly uid: number; readonly gid: number } | { readonly uid?: never; readonly gid?: never };

/**
 * As whom the server runs. PostgreSQL refuses to run as root; `nobody` is on every machine already, so that no user
 * needs to be added for a test's sake, and may do the least.
 */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const id = (kind: string) => Number(execFileSync('id', [kind, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Whether any account may come as far as `path`; below the home of root, for one, it may not. */
export function isOpenToAll(path: string): boolean {
  const real = realpathSync(path);
  const parent = dirname(real);
  return (statSync(real).mode & 0o001) !== 0 && (parent === real || isOpenToAll(parent));
}
