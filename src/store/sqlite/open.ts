import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { prepareReads } from '../queries/reads.js';
import { asShared } from '../queries/shared-database.js';
import { sqliteTables } from './tables.js';
import type { Random } from '../random.js';
import { createSaltedHash } from '../salted-hash.js';
import type { Store, StoreUnavailable } from '../store.js';
import { refuseUnfinished } from '../unfinished.js';
import { openConnection } from './connection.js';
import { toRefusal } from './faults.js';
import { GroupCommit } from './group-commit.js';
import { LogWatch } from './log-watch.js';
import { prepareMetaValues } from './meta-values.js';
import { Scrubbing } from './scrubbing.js';
import { IndexKeeper } from './search/index-keeper.js';
import { prepareSearch } from './search/search.js';
import { prepareWordIndex } from './search/word-index.js';
import { prepareSqliteStaff } from './staff.js';
import { prepareWrites } from './writes.js';

export interface SqliteOptions {
  /** The database file; it and its folder are created where they are missing. */
  readonly path: string;
  /** Ids of contacts, conversations and claims: never twice the same, not to be guessed, and telling nothing. */
  readonly newId: () => string;
  readonly random?: Random;
  /** Called once, when the file has failed so that only a new process may write to it again. */
  readonly onBroken?: (why: StoreUnavailable) => void;
  /** Called when the write-ahead log has grown to so many bytes and cannot shrink, once each time. */
  readonly onLogGrown?: (bytes: number) => void;
}

/**
 * Opens the store on a SQLite file. Throws `CannotOpenStore`, which says why and what to do; `StoreUnavailable` where
 * another try may succeed. A server takes `acquireServerLock` first; other processes may open the same file beside it.
 */
export function openSqliteStore(options: SqliteOptions): Store {
  const { path, newId, random = randomBytes } = options;
  const client = openConnection(path);
  try {
    refuseUnfinished(readCopying(client), path);
    return createSqliteStore(client, newId, random, options);
  } catch (fault) {
    client.close();
    throw toRefusal(path, fault);
  }
}

function readCopying(client: Database): string | undefined {
  return client.prepare<[], string>("SELECT value FROM meta WHERE key = 'copying'").pluck().get();
}

/** The store on a connection that `openConnection` has made; closing the one closes the other. */
export function createSqliteStore(
  client: Database,
  newId: () => string,
  random: Random,
  {
    onBroken = () => undefined,
    onLogGrown = () => undefined,
  }: Pick<SqliteOptions, 'onBroken' | 'onLogGrown'> = {},
): Store {
  const db = drizzle(client);
  const meta = prepareMetaValues(db);
  const salt = meta.findOrSet('salt', random(32).toString('hex'));
  // A write, so that a file which cannot be written is known now and not at the first webhook.
  meta.countUp('heartbeat');
  const commits = new GroupCommit(client);
  commits.onBroken = onBroken;
  const words = prepareWordIndex(client);
  const keeper = new IndexKeeper(words, commits.write);
  const watch = new LogWatch({ path: client.name, onGrown: onLogGrown, elapsed: () => performance.now() });
  commits.onCommitted = () => {
    keeper.wake();
    watch.look();
  };
  const scrubbing = new Scrubbing(client, commits, meta);
  const hash = createSaltedHash(Buffer.from(salt, 'hex'));
  return {
    ...prepareReads(asShared(db), sqliteTables),
    ...prepareSqliteStaff(db, commits.write),
    ...prepareSearch(client, () => keeper.catchUp()),
    ...prepareWrites({ client, db, meta, commits, scrubbing, words, hash, newId, random }),
  };
}
