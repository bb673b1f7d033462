import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { lockNumber, lockSpace } from './advisory-locks.js';
import { openClient } from './connection.js';
import { makesUnavailable } from './faults.js';
import type { Patience } from './session.js';

type Listener = (payload: string) => void;

/** Whatever answers queries: a pool, or one of its connections, inside a transaction or not. */
export type Queryable = Pick<pg.ClientBase, 'query'>;

const patience: Patience = { statement: 5000, lock: 5000, betweenStatements: 0 };

/** Between two tries to connect again, milliseconds: doubled from the first to the last. */
const backOff = { first: 100, last: 5000 } as const;

export interface StandingOptions {
  /**
   * How often the server is asked whether it is still there, and how long it may take to answer, milliseconds: who only
   * listens would never find out.
   */
  readonly heartbeat?: number;
}

/**
 * One connection for as long as the process lives. It holds locks that say "I am here", which the server lets go with the
 * connection, and hears notifications. When it breaks it is made again, with its locks and listeners; what was said in
 * between is lost, and who looks for our locks in that time finds none.
 */
export class StandingConnection {
  readonly #url: string;
  readonly #heartbeat: number;
  readonly #names = new Set<string>();
  readonly #listeners = new Map<string, Listener[]>();
  readonly #gapListeners: (() => void)[] = [];
  readonly #closing = new AbortController();
  #client: pg.Client | null = null;
  #ready: Promise<pg.Client>;

  private constructor(url: string, heartbeat: number) {
    this.#url = url;
    this.#heartbeat = heartbeat;
    this.#ready = this.#connect();
  }

  /** Rejects with what `pg` says where the first connection does not come about. */
  static async open(url: string, { heartbeat = 5000 }: StandingOptions = {}): Promise<StandingConnection> {
    const connection = new StandingConnection(url, heartbeat);
    await connection.#ready;
    return connection;
  }

  /** Says that `name` is here, from when the promise resolves until the connection is closed or lost. */
  async hold(name: string): Promise<void> {
    this.#names.add(name);
    await this.#do((client) => takeLock(client, name));
  }

  /** Hears what is said on `channel`, from when the promise resolves. */
  async listen(channel: string, listener: Listener): Promise<void> {
    this.#listeners.set(channel, [...(this.#listeners.get(channel) ?? []), listener]);
    await this.#do((client) => startListening(client, channel));
  }

  /** Called each time that the connection is there again after a loss: something may have been missed. */
  onGap(listener: () => void): void {
    this.#gapListeners.push(listener);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#ready.catch(() => undefined);
    await this.#client?.end();
  }

  /** Where the connection breaks meanwhile, its restoring does the same. */
  async #do(step: (client: pg.Client) => Promise<void>): Promise<void> {
    const client = await this.#ready;
    try {
      await step(client);
    } catch (fault) {
      if (!makesUnavailable(fault)) throw fault;
      this.#lose(client);
      await this.#ready;
    }
  }

  async #connect(): Promise<pg.Client> {
    const client = await openClient(this.#url, patience);
    client.on('notification', ({ channel, payload = '' }) => {
      for (const listener of this.#listeners.get(channel) ?? []) listener(payload);
    });
    try {
      for (const name of this.#names) await takeLock(client, name);
      for (const channel of this.#listeners.keys()) await startListening(client, channel);
      this.#closing.signal.throwIfAborted();
    } catch (fault) {
      await client.end();
      throw fault;
    }
    this.#client = client;
    client.once('end', () => this.#lose(client));
    void this.#watch(client);
    return client;
  }

  #lose(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    void client.end();
    if (this.#closing.signal.aborted) return;
    this.#ready = this.#restore();
    // Who waits for it hears of it; where nobody does, closing is no fault.
    this.#ready.catch(() => undefined);
  }

  async #restore(): Promise<pg.Client> {
    const { signal } = this.#closing;
    for (let delay: number = backOff.first; ; delay = Math.min(delay * 2, backOff.last)) {
      await pause(delay, undefined, { signal });
      try {
        const client = await this.#connect();
        for (const listener of this.#gapListeners) listener();
        return client;
      } catch {
        // Whatever it is, it may be over at the next try; nothing else can be done here.
        signal.throwIfAborted();
      }
    }
  }

  async #watch(client: pg.Client): Promise<void> {
    const { signal } = this.#closing;
    try {
      while (this.#client === client) {
        await pause(this.#heartbeat, undefined, { signal, ref: false });
        await Promise.race([client.query('select 1'), silence(this.#heartbeat, signal)]);
      }
    } catch {
      if (!signal.aborted) this.#lose(client);
    }
  }
}

async function silence(milliseconds: number, signal: AbortSignal): Promise<never> {
  await pause(milliseconds, undefined, { signal, ref: false });
  throw new Error('The server does not answer.');
}

/** Those of `names` that nobody holds now, on any connection to this database. */
export async function findAbsent(db: Queryable, names: readonly string[]): Promise<readonly string[]> {
  // Two names with the same number make each other look present, which only delays what their absence would cause.
  const { rows } = await db.query<{ name: string }>(
    `select name from unnest($1::text[], $2::bigint[]) as asked (name, number)
     where not exists (
       select 1 from pg_locks
       where locktype = 'advisory' and objsubid = 2 and granted
         and database = (select oid from pg_database where datname = current_database())
         and classid = $3::bigint::oid and objid = number::oid)`,
    [names, names.map((name) => lockNumber(name) >>> 0), lockSpace.processes],
  );
  return rows.map(({ name }) => name);
}

/** Shared, so that it never waits: after a loss the server may hold our last one a while longer. */
async function takeLock(client: pg.Client, name: string): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1, $2)', [lockSpace.processes, lockNumber(name)]);
}

async function startListening(client: pg.Client, channel: string): Promise<void> {
  await client.query(`listen ${client.escapeIdentifier(channel)}`);
}
