import { bareLimit } from './bare-limit.js';
import type { Contestant } from './contestant.js';
import type { DurablePostgres } from './durable-postgres.js';
import { onPostgres, onSqlite } from './heyword.js';
import { peers } from './peers.js';
import { overInstagram, overTelegram } from './workspace.js';

/** All who take part. */
export interface Field {
  readonly limit: Contestant;
  readonly heyword: Contestant;
  readonly onOneProcess: Contestant;
  readonly onTwoProcesses: Contestant;
  /** Heyword with the deliveries that the peers get. */
  readonly likePeers: Contestant;
  readonly peers: readonly Contestant[];
}

export function fieldOn(postgres: DurablePostgres): Field {
  return {
    limit: bareLimit,
    heyword: onSqlite('Heyword, SQLite', overInstagram),
    onOneProcess: onPostgres(postgres, 1),
    onTwoProcesses: onPostgres(postgres, 2),
    likePeers: onSqlite('Heyword, SQLite, Telegram', overTelegram),
    peers,
  };
}

/** The limit first. */
export function allOf({
  limit,
  heyword,
  onOneProcess,
  onTwoProcesses,
  likePeers,
  peers,
}: Field): readonly Contestant[] {
  return [limit, heyword, likePeers, onOneProcess, onTwoProcesses, ...peers];
}
