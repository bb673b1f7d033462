import type pg from 'pg';
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

/** `pg_current_xact_id` and `pg_xact_status`, which tell what became of a commit, are as we use them since then. */
const oldestServer = 13;

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
 * Sets all that on a new connection and reads it back; in one round trip. Rejects with `CannotOpenStore` where a promise of
 * ours would not hold.
 */
export async function prepareSession(client: pg.ClientBase, patience: Patience): Promise<void> {
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

/** `actual`: what the server answered, by name; its `version` and the `encoding` of the database among it. */
export function refuseUnsafe(actual: Readonly<Record<string, string>>): void {
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
