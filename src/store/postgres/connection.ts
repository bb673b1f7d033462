import pg from 'pg';
import { CannotOpenStore } from '../cannot-open.js';

/** How long the server may take, milliseconds; 0: as long as it likes. */
export interface Patience {
  /** For one statement. */
  readonly statement: number;
  /** To get one lock, within a statement. */
  readonly lock: number;
  /** For us, between two statements of a transaction: a stopped process must not hold its locks for ever. */
  readonly betweenStatements: number;
}

export interface PoolOptions {
  /** Connections at most. Each is a process on the server; PostgreSQL allows 100 of them unless told otherwise. */
  readonly max?: number;
  readonly patience?: Patience;
  /** Told of a connection that broke while nobody used it. */
  readonly onLost?: (fault: Error) => void;
}

/** For what somebody waits for: a platform gives a webhook some 10 s. */
export const ordinaryPatience: Patience = { statement: 10_000, lock: 5000, betweenStatements: 10_000 };

/** `pg_current_xact_id` and `pg_xact_status`, which tell what became of a commit, are as we use them since then. */
const oldestServer = 13;

/** How long a connection may take to come about, milliseconds. */
const connectionTimeout = 5000;

/** Our own time-out comes this much after the server's, milliseconds: it is for a server that does not answer at all. */
const grace = 5000;

/** What our promises rest on, whatever the server, the database or the role say otherwise. */
const promises = {
  // With less, a crash takes back what we have acknowledged (P1).
  synchronous_commit: 'on',
  // After waiting for a row lock, each statement sees what the holder before left (P3).
  default_transaction_isolation: 'read committed',
  search_path: 'public',
} as const;

/**
 * The server asks an idle connection after 5 s and gives up after 10 s more; what it sends must be received within 15 s. The
 * locks of a machine that vanished are then free. On a Unix socket these settings mean nothing.
 */
const keepalives = {
  tcp_keepalives_idle: '5',
  tcp_keepalives_interval: '5',
  tcp_keepalives_count: '2',
  tcp_user_timeout: '15000',
} as const;

/**
 * Connections with every setting that our promises rest on, set and read back on each before it is used; one that does not
 * have them fails with `CannotOpenStore`. Connects when first asked. TLS and Unix sockets are as `pg` reads them from the
 * URL. The statements we prepare and the locks we hold live in a session: a pooler in between must give us one of our own
 * (PgBouncer: `pool_mode = session`).
 *
 * Whether the server itself calls a commit safe before it is on disk (`fsync = off`) is not looked at: it is the whole
 * server's, its operator has chosen it, and tests do.
 */
export function openPool(url: string, options: PoolOptions = {}): pg.Pool {
  const { max = 10, patience = ordinaryPatience, onLost = () => undefined } = options;
  const pool = new pg.Pool({
    ...toConfig(url, patience),
    max,
    verify: (client, done) => void prepareSession(client, patience).then(() => done(), done),
  });
  pool.on('error', onLost);
  // Whoever uses a connection learns by its query that it broke; without a listener the process would end.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** One connection, as those of the pool; to be ended by who opened it. */
export async function openClient(url: string, patience: Patience = ordinaryPatience): Promise<pg.Client> {
  const client = new pg.Client(toConfig(url, patience));
  client.on('error', () => undefined);
  try {
    await client.connect();
    await prepareSession(client, patience);
    return client;
  } catch (fault) {
    await client.end();
    throw fault;
  }
}

function toConfig(url: string, { statement }: Patience): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'heyword',
    connectionTimeoutMillis: connectionTimeout,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5000,
    types: typesWithNumbers(),
    ...(statement > 0 && { query_timeout: statement + grace }),
  };
}

/** Our `bigint`s are moments and counts: numbers, and far from where those become inexact. */
function typesWithNumbers(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  return types;
}

async function prepareSession(client: pg.ClientBase, patience: Patience): Promise<void> {
  const settings: Readonly<Record<string, string>> = {
    ...promises,
    ...keepalives,
    statement_timeout: `${patience.statement}`,
    lock_timeout: `${patience.lock}`,
    idle_in_transaction_session_timeout: `${patience.betweenStatements}`,
  };
  const names = Object.keys(settings);
  const set = names.map((name, place) => `set_config('${name}', $${place + 1}, false) as ${name}`);
  const { rows } = await client.query<Record<string, string>>(
    `select ${set.join(', ')}, current_setting('server_version') as version, current_setting('server_encoding') as encoding`,
    Object.values(settings),
  );
  refuseUnsafe(rows[0] ?? {});
}

function refuseUnsafe(actual: Readonly<Record<string, string>>): void {
  if (Number.parseInt(actual['version'] ?? '', 10) < oldestServer) {
    const message = `PostgreSQL ${actual['version']} is too old: ${oldestServer} or later is needed.`;
    throw new CannotOpenStore('unsafe', message);
  }
  if (actual['encoding'] !== 'UTF8') {
    const message = `The database keeps text as ${actual['encoding']}, which has no room for what people write. Create it with ENCODING 'UTF8'.`;
    throw new CannotOpenStore('unsafe', message);
  }
  for (const [name, value] of Object.entries(promises)) {
    if (actual[name] === value) continue;
    const message = `PostgreSQL did not accept ${name} = ${value}; it has ${actual[name]}. Without it our promises do not hold.`;
    throw new CannotOpenStore('unsafe', message);
  }
}
