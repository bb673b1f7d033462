import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/open.js';
import type { Presence } from '../../../src/store/postgres/take-over.js';
import type { Store } from '../../../src/store/store.js';
import { takeMigratedDatabase } from '../../postgres/recycled-database.js';

/** Nobody but us is here, and whoever claimed before is gone. */
const aloneHere: Presence = {
  absent: (names) => Promise.resolve(names),
  grace: () => Promise.resolve(),
};

/**
 * A store on an empty database that it has to itself, beside which nobody works. The database is given back when the store
 * is closed, with the test at the latest.
 */
export async function openNew(): Promise<Store> {
  const database = await takeMigratedDatabase();
  const store = await openPostgresStore({
    url: database.url,
    newId: randomUUID,
    processName: 'test',
    presence: aloneHere,
    announceDue: () => Promise.resolve(),
  });
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= store.close().then(() => database.giveBack());
    return closing;
  };
  onTestFinished(close);
  return { ...store, close };
}
