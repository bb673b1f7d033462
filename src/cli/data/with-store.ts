import { randomUUID } from 'node:crypto';
import { CannotOpenStore } from '../../store/cannot-open.js';
import { openPostgresTool } from '../../store/postgres/open.js';
import { openSqliteStore } from '../../store/sqlite/open.js';
import type { Store } from '../../store/store.js';
import type { ExitCode, Terminal } from '../command.js';
import { readExistingPlace, type DatabasePlace } from './store/database-place.js';

/** Opens the store that DATABASE_URL names, for as long as it is used. None is made where there is none. */
export async function withStore(
  { environment, complain }: Terminal,
  use: (store: Store) => Promise<ExitCode>,
): Promise<ExitCode> {
  const place = readExistingPlace(environment['DATABASE_URL']);
  try {
    const store = await openStore(place);
    return await use(store).finally(() => store.close());
  } catch (error) {
    if (!(error instanceof CannotOpenStore)) throw error;
    complain(error.message);
    return 1;
  }
}

async function openStore(place: DatabasePlace): Promise<Store> {
  return place.kind === 'sqlite'
    ? openSqliteStore({ path: place.file, newId: randomUUID })
    : openPostgresTool(place.url, randomUUID);
}
