import { drizzle } from 'drizzle-orm/better-sqlite3';
import { asShared } from '../queries/shared-database.js';
import { bound, rowOf } from '../sqlite/binding.js';
import { openConnection } from '../sqlite/connection.js';
import { openSqliteStore } from '../sqlite/open.js';
import { suppressions } from '../sqlite/schema/consent.js';
import { erasures } from '../sqlite/schema/erasures.js';
import { meta } from '../sqlite/schema/meta.js';
import { CopyRefused } from './copy-refused.js';
import { readForgotten, type Forgotten } from './forgotten.js';

/** Contacts erased between two rebuildings of the file. */
const erasedAtOnce = 200;

interface Forgetting {
  readonly forgotten: Forgotten;
  /** Epoch ms. */
  readonly now: number;
  readonly newId: () => string;
}

/**
 * Erases again, in the database file at `path`, whoever was erased since; answers how many of them were there. Throws
 * `CopyRefused` where what is forgotten is of another database.
 */
export async function forgetAgain(path: string, { forgotten, now, newId }: Forgetting): Promise<number> {
  await rememberErasures(path, forgotten);
  const erased = await eraseContacts(path, { forgotten, now, newId });
  rememberStops(path, forgotten);
  return erased;
}

/** Of contacts that came after the backup, too: another backup may have them. */
async function rememberErasures(path: string, forgotten: Forgotten): Promise<void> {
  const client = openConnection(path);
  try {
    const db = drizzle(client);
    const own = await readForgotten(asShared(db), { erasures, suppressions, meta });
    if (own?.database !== forgotten.database) {
      const message = 'The erasures are those of another database than the backup was made of.';
      throw new CopyRefused('other_database', message);
    }
    const insert = db.insert(erasures).values(rowOf(erasures)).onConflictDoNothing().prepare();
    client.transaction(() => forgotten.erasures.forEach((erasure) => void insert.run({ ...erasure })))();
  } finally {
    client.close();
  }
}

async function eraseContacts(path: string, { forgotten, now, newId }: Forgetting): Promise<number> {
  const store = openSqliteStore({ path, newId });
  try {
    let erased = 0;
    for (let place = 0; place < forgotten.erasures.length; place += erasedAtOnce) {
      const some = forgotten.erasures.slice(place, place + erasedAtOnce);
      const reports = await Promise.all(some.map(({ contactId }) => store.erase(contactId, now)));
      erased += reports.filter((report) => report !== null).length;
    }
    return erased;
  } finally {
    await store.close();
  }
}

/** Last of all: the backup may not know yet that someone had said STOP before they were erased. */
function rememberStops(path: string, forgotten: Forgotten): void {
  const client = openConnection(path);
  try {
    const { stoppedOccurredAt, stoppedReceivedAt } = suppressions;
    const upsert = drizzle(client)
      .insert(suppressions)
      .values(rowOf(suppressions))
      .onConflictDoUpdate({
        target: suppressions.hash,
        set: {
          stoppedOccurredAt: bound(stoppedOccurredAt, 'stoppedOccurredAt'),
          stoppedReceivedAt: bound(stoppedReceivedAt, 'stoppedReceivedAt'),
        },
      })
      .prepare();
    client.transaction(() => forgotten.suppressions.forEach((stop) => void upsert.run({ ...stop })))();
  } finally {
    client.close();
  }
}
