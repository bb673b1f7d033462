import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readConfig } from '../../config.js';
import { CannotOpenStore } from '../../store/cannot-open.js';
import { openSqliteStore } from '../../store/sqlite/open.js';
import type { Store } from '../../store/store.js';
import { UsageError } from '../command.js';
import type { ExitCode, Terminal } from '../command.js';

/** Opens the store that DATABASE_URL names, for as long as it is used. None is made where there is none. */
export async function withStore(
  { environment, complain }: Terminal,
  use: (store: Store) => Promise<ExitCode>,
): Promise<ExitCode> {
  const reading = readConfig(environment);
  if (!reading.ok) throw new UsageError(reading.problems.join('\n'));
  const { file } = reading.config.database;
  if (!existsSync(file)) throw new UsageError(`There is no database at ${file}: set DATABASE_URL.`);
  try {
    const store = openSqliteStore({ path: file, newId: randomUUID });
    return await use(store).finally(() => store.close());
  } catch (error) {
    if (!(error instanceof CannotOpenStore)) throw error;
    complain(error.message);
    return 1;
  }
}
