import pg from 'pg';
import { CannotOpenStore } from '../cannot-open.js';
import { withoutValues } from '../queries/query-fault.js';
import { StoreUnavailable } from '../store.js';

/**
 * SQLSTATEs, or their beginnings, of faults that no statement is to blame for: nothing can be committed now.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const unavailable = [
  '08', // connection exceptions
  '25006', // read only: a standby, or a primary that became one
  '25P03', // idle in transaction for too long
  '40001', // serialization failure
  '40003', // statement completion unknown
  '40P01', // deadlock
  '53', // out of disk, memory or connections
  '55P03', // lock time-out
  '57014', // cancelled: statement time-out, or an operator
  '57P0', // shut down, crashed, starting
  '58', // disk errors
  'XX001', // data corrupted
  'XX002', // index corrupted
];

/** What Node says of a connection that broke or never came about. */
const cutOff = [
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'EMFILE',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
];

/** What `pg` says of it, which has no codes of its own. */
const cutOffInWords =
  /^(Connection terminated|Client (has encountered a connection error|was closed) and is not queryable|timeout (expired|exceeded)|Query read timeout|Cannot use a pool after calling end)/;

/** A unique key that another transaction was quicker to take; ours finds its row when it is tried again. */
const raced = ['aliases_account_platform_id_workspace_pk', 'events_by_id'];

export function makesUnavailable(fault: unknown): boolean {
  const root = withoutValues(fault);
  return unavailable.some((state) => sqlStateOf(root)?.startsWith(state)) || isCutOff(root);
}

/** Whether the same transaction may succeed when it is tried again at once: it lost a race, and was rolled back. */
export function isWorthRetrying(fault: unknown): boolean {
  const root = withoutValues(fault);
  const state = sqlStateOf(root);
  if (state === '40001' || state === '40P01') return true;
  return state === '23505' && raced.includes((root as pg.DatabaseError).constraint ?? '');
}

/** A statement that was refused because one before it in its transaction had failed. */
export function isConsequence(fault: unknown): boolean {
  return sqlStateOf(withoutValues(fault)) === '25P02';
}

/** What hindered a commit, as callers of the port know it. */
export function toUnavailable(fault: unknown): StoreUnavailable {
  const root = withoutValues(fault);
  const code = codeOf(root) ?? 'connection lost';
  return new StoreUnavailable(`The database cannot commit now (${code}).`, { cause: root });
}

/** What hindered the opening of the database at `url`, in words and without its password. */
export function toRefusal(url: string, fault: unknown): unknown {
  const root = withoutValues(fault);
  if (root instanceof CannotOpenStore) return root;
  const state = sqlStateOf(root);
  const refusal = state === undefined ? toUnreachable(url, root) : toDenied(url, state, root);
  return refusal ?? (makesUnavailable(root) ? toUnavailable(root) : root);
}

function toDenied(url: string, state: string, cause: unknown): CannotOpenStore | null {
  if (state.startsWith('28')) {
    const message = `PostgreSQL at ${placeOf(url)} does not let us in: the user, the password or its pg_hba.conf. Correct DATABASE_URL.`;
    return new CannotOpenStore('no_access', message, cause);
  }
  if (state === '3D000') {
    const message = `PostgreSQL at ${placeOf(url)} has no such database. Create it (createdb), or correct DATABASE_URL.`;
    return new CannotOpenStore('unreachable', message, cause);
  }
  if (state === '42501') {
    const message = `The user of ${placeOf(url)} may not create tables there. Make it the owner of the database.`;
    return new CannotOpenStore('no_access', message, cause);
  }
  return null;
}

function toUnreachable(url: string, cause: unknown): CannotOpenStore | null {
  const code = codeOf(cause) ?? '';
  const words = cause instanceof Error ? cause.message : '';
  if (words.startsWith('SASL')) {
    const message = `PostgreSQL at ${placeOf(url)} wants a password. Add it to DATABASE_URL.`;
    return new CannotOpenStore('no_access', message, cause);
  }
  if (/SSL|TLS|CERT|ISSUER|SIGNATURE/.test(`${code} ${words}`)) {
    const message = `No safe connection to PostgreSQL at ${placeOf(url)} (${code || words}). See sslmode and sslrootcert in DATABASE_URL.`;
    return new CannotOpenStore('unreachable', message, cause);
  }
  if (code === 'ERR_INVALID_URL') {
    // Without the cause, which has the whole address in it.
    return new CannotOpenStore('unreachable', 'DATABASE_URL is not an address of a PostgreSQL database.');
  }
  if (!isCutOff(cause)) return null;
  const message = `Nobody answers as PostgreSQL at ${placeOf(url)} (${code || words}). Start it, or correct DATABASE_URL.`;
  return new CannotOpenStore('unreachable', message, cause);
}

/** Host, port and database: all of the address that may be shown. */
function placeOf(url: string): string {
  try {
    const { host, pathname, searchParams } = new URL(url);
    return `${searchParams.get('host') ?? host}${pathname}`;
  } catch {
    return 'the address in DATABASE_URL';
  }
}

function isCutOff(fault: unknown): boolean {
  if (!(fault instanceof Error) || fault instanceof pg.DatabaseError) return false;
  return cutOff.includes(codeOf(fault) ?? '') || cutOffInWords.test(fault.message);
}

function sqlStateOf(fault: unknown): string | undefined {
  return fault instanceof pg.DatabaseError ? fault.code : undefined;
}

function codeOf(fault: unknown): string | undefined {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;
}
