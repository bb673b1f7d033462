import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Random } from '../random.js';
import { createSaltedHash } from '../salted-hash.js';
import type { Store } from '../store.js';
import { refuseUnfinished } from '../unfinished.js';
import { openPool } from './connection.js';
import { toRefusal } from './faults.js';
import { countHeartbeat, findCopying, findOrSetSalt } from './meta-values.js';
import { bringUpToDate } from './migrations.js';
import { openReads } from './reads.js';
import { openSearch } from './search.js';
import { openStaff } from './staff.js';
import { SendPlaces } from './send-places.js';
import type { Presence } from './take-over.js';
import type { AnnounceDue } from './transaction.js';
import { prepareWrites } from './writes.js';

export interface PostgresOptions {
  /** `postgres://…`, as `pg` reads it. */
  readonly url: string;
  /** Ids of contacts, conversations and claims: never twice the same, not to be guessed, and telling nothing. */
  readonly newId: () => string;
  readonly random?: Random;
  /** By which other processes know whose claim a message is under: no other process has it, and it has no dot in it. */
  readonly processName: string;
  readonly presence: Presence;
  readonly announceDue: AnnounceDue;
}

/**
 * Opens the store on a PostgreSQL database, which any number of processes share. Throws `CannotOpenStore`, which says why
 * and what to do; `StoreUnavailable` where another try may succeed.
 */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const { url, random = randomBytes } = options;
  try {
    await bringUpToDate(url);
  } catch (fault) {
    throw toRefusal(url, fault);
  }
  const pool = openPool(url);
  try {
    refuseUnfinished(await findCopying(pool), 'The database');
    const salt = await findOrSetSalt(pool, random(32).toString('hex'));
    // A write, so that a database which cannot be written is known now and not at the first webhook.
    await countHeartbeat(pool);
    return createStore({ ...options, random }, pool, salt);
  } catch (fault) {
    await pool.end();
    throw toRefusal(url, fault);
  }
}

/** Opens the store for a tool, which looks, exports and erases; only a server sends, and takes over from others. */
export function openPostgresTool(url: string, newId: () => string): Promise<Store> {
  return openPostgresStore({
    url,
    newId,
    processName: 'tool',
    presence: { absent: () => Promise.resolve([]), grace: () => Promise.resolve() },
    announceDue: () => Promise.resolve(),
  });
}

function createStore(
  options: PostgresOptions & { readonly random: Random },
  pool: pg.Pool,
  salt: string,
): Store {
  const { newId, processName } = options;
  const writes = prepareWrites({
    ...options,
    pool,
    hash: createSaltedHash(Buffer.from(salt, 'hex')),
    newSecret: () => `${processName}.${newId()}`,
    places: new SendPlaces(),
  });
  let closing: Promise<void> | null = null;
  return {
    ...openReads(pool),
    ...openSearch(pool),
    ...openStaff(pool),
    ...writes,
    close: () => (closing ??= writes.close().then(() => pool.end())),
  };
}
