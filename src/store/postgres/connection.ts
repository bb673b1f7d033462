import pg from 'pg';
import { prepareSession, type Patience } from './session.js';

export interface PoolOptions {
  /** Connections at most. Each is a process on the server; PostgreSQL allows 100 of them unless told otherwise. */
  readonly max?: number;
  readonly patience?: Patience;
  /** Told of a connection that broke while nobody used it. */
  readonly onLost?: (fault: Error) => void;
}

/** For what somebody waits for: a platform gives a webhook some 10 s. */
export const ordinaryPatience: Patience = { statement: 10_000, lock: 5000, betweenStatements: 10_000 };

/** Connections kept while nobody uses them: each new one costs three round trips, and every statement is prepared anew. */
const kept = 4;

/** How long a connection may take to come about, milliseconds. */
const connectionTimeout = 5000;

/** Our own time-out comes this much after the server's, milliseconds: it is for a server that does not answer at all. */
const grace = 5000;

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
    min: Math.min(max, kept),
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
    // A statement goes off though those before it are not answered yet: see `Pipeline`.
    pipeline: true,
    ...(statement > 0 && { query_timeout: statement + grace }),
  };
}

/** Our `bigint`s are moments and counts: numbers, and far from where those become inexact. */
function typesWithNumbers(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  return types;
}
