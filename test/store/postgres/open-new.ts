import { randomUUID } from 'node:crypto';
import { openPostgresStore } from '../../../src/store/postgres/open.js';
import type { Presence } from '../../../src/store/postgres/take-over.js';
import type { Store } from '../../../src/store/store.js';
import { createMigratedDatabase } from '../../postgres/test-database.js';

/** Nobody but us is here, and whoever claimed before is gone. */
const aloneHere: Presence = {
  absent: (names) => Promise.resolve(names),
  grace: () => Promise.resolve(),
};

/** A store on a database of its own, which goes when the store is closed; without a work engine beside it. */
export async function openNew(): Promise<Store> {
  const database = await createMigratedDatabase();
  const store = await openPostgresStore({
    url: database.url,
    newId: randomUUID,
    processName: 'test',
    presence: aloneHere,
    announceDue: () => Promise.resolve(),
  });
  return {
    ...store,
    close: async () => {
      await store.close();
      await database.drop();
    },
  };
}
