import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Random } from '../random.js';
import type { SaltedHash } from '../salted-hash.js';
import { StoreUnavailable, type Decide } from '../store.js';
import { Arrivals } from '../transactions/arrivals.js';
import { Claims, rateFacts } from '../transactions/claims.js';
import { Decisions } from '../transactions/decisions.js';
import { Joining } from '../transactions/joining.js';
import { Records } from '../transactions/records.js';
import { notifyChanges } from './change-feed.js';
import { findCommitFate } from './commit-fate.js';
import type { Due } from './due-moments.js';
import { flushChanges } from './flush-changes.js';
import type { HeldThread } from './held-rows.js';
import { rollBack } from './in-transaction.js';
import type { WantedReply } from './held-private-replies.js';
import type { WantedStanding } from './held-standing.js';
import type { Job, Workplace } from './job.js';
import { loadRows, type LoadedRows, type Needs } from './load-rows.js';
import { askTogether } from './pipeline.js';
import type { SendPlaces } from './send-places.js';
import { WorkingSet } from './working-set.js';

interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** Adds the jobs of conversations that are due, in the transaction that made them so. */
export type AnnounceDue = (
  query: (statement: Statement) => Promise<{ readonly rows: readonly unknown[] }>,
  due: readonly Due[],
) => Promise<void>;

export interface TransactionParts {
  readonly pool: pg.Pool;
  readonly hash: SaltedHash;
  readonly newId: () => string;
  /** Secrets of claims; they tell which process claims. */
  readonly newSecret: () => string;
  readonly random: Random;
  readonly places: SendPlaces;
  readonly announceDue: AnnounceDue;
}

/** A job, with what decides it: its own decision, or one that stands in for that. */
export interface Attempt<T> {
  readonly job: Job<T>;
  readonly decide: Decide;
}

/**
 * Does several jobs in one transaction: locks their conversations, loads what they need, lets them run one after the other
 * in memory, writes what they have changed, commits. Answers in the order of the jobs. Rejects with what the database or a
 * job said; then nothing was done.
 */
export async function runTransaction<T>(
  parts: TransactionParts,
  attempts: readonly Attempt<T>[],
): Promise<readonly T[]> {
  const client = await parts.pool.connect();
  let isUsable = false;
  try {
    const [, loaded] = await askTogether(client, () => [
      client.query('begin'),
      loadRows(client, needsOf(attempts), parts.hash),
    ]);
    const { results, set } = await work(parts, client, loaded, attempts);
    await askTogether(client, () => [
      flushChanges(client, set.changes, set.seals),
      announce(parts, client, set),
    ]);
    isUsable = await commit(parts, client, loaded.transactionId);
    return results;
  } catch (fault) {
    parts.places.forget();
    isUsable = await rollBack(client);
    throw fault;
  } finally {
    client.release(!isUsable);
  }
}

function needsOf(attempts: readonly Attempt<unknown>[]): Needs {
  const all = <Key extends keyof Needs>(key: Key) =>
    attempts.flatMap(({ job }): readonly unknown[] => job.needs[key] ?? []) as unknown as Needs[Key];
  return {
    conversationIds: all('conversationIds'),
    aliases: all('aliases'),
    eventIds: all('eventIds'),
    joined: all('joined'),
    messages: all('messages'),
    echoes: all('echoes'),
  };
}

async function work<T>(
  parts: TransactionParts,
  client: pg.Client,
  loaded: LoadedRows,
  attempts: readonly Attempt<T>[],
): Promise<{ readonly results: readonly T[]; readonly set: WorkingSet }> {
  const set = new WorkingSet(loaded, parts);
  await set.standing.load(client, wantedStandings(set, attempts));
  await set.privateReplies.load(client, wantedReplies(set, attempts));
  const takePlace = await parts.places.reserve(client, claimedAccounts(set, attempts));
  const workplace = createWorkplace(parts, set, takePlace);
  const results: T[] = [];
  const inTurn = [...attempts.entries()].sort(([, a], [, b]) => a.job.rank - b.job.rank);
  for (const [place, { job, decide }] of inTurn) {
    set.proceedTo(job.now);
    results[place] = job.run(workplace, decide);
  }
  return { results, set };
}

function createWorkplace(
  { hash, newSecret }: TransactionParts,
  set: WorkingSet,
  takePlace: Workplace['takePlace'],
): Workplace {
  const { rows } = set;
  const decisions = new Decisions({ hash, rows });
  return {
    set,
    arrivals: new Arrivals({ hash, rows, decisions }),
    claims: new Claims({ newId: newSecret, rows }),
    records: new Records({ hash, rows, decisions }),
    joining: new Joining(rows),
    takePlace,
  };
}

/** One entry for each claim that may want a place, and each rate that it may be counted by. */
function claimedAccounts(set: WorkingSet, attempts: readonly Attempt<unknown>[]) {
  return attempts.flatMap(({ job }) => {
    const held = job.claims === undefined ? undefined : set.heldById(job.claims);
    if (held === undefined) return [];
    const { id: conversationId } = held.thread;
    const rates = claimable(held).map((message) => rateFacts(held.thread.channel, message));
    const apart = new Map(rates.map((facts) => [facts.ratedApart, facts]));
    return [...apart.values()].map((facts) => ({ ...held.thread, conversationId, ...facts, now: job.now }));
  });
}

/** The next that is queued; where that is a private reply, which may wait for its place, also what can overtake it. */
function claimable({ outbox }: HeldThread): HeldThread['outbox'] {
  const queued = outbox.filter(({ state }) => state === 'queued');
  const others = queued.findIndex(({ basis }) => basis.kind !== 'private_reply');
  const reached = others === -1 ? queued : queued.slice(0, others + 1);
  return reached.filter(({ basis }, place) => place === 0 || basis.kind !== 'public_reply');
}

/** What the arrivals are provided with. */
function wantedStandings(set: WorkingSet, attempts: readonly Attempt<unknown>[]): readonly WantedStanding[] {
  return attempts.flatMap(({ job: { provided, now } }) => {
    if (provided === undefined) return [];
    const held = set.heldById(provided.conversationId);
    return held === undefined ? [] : [{ conversation: held.thread.number, proviso: provided.proviso, now }];
  });
}

/** Comments that the claims may want to answer. */
function wantedReplies(set: WorkingSet, attempts: readonly Attempt<unknown>[]): readonly WantedReply[] {
  return attempts.flatMap(({ job }) => {
    const held = job.claims === undefined ? undefined : set.heldById(job.claims);
    if (held === undefined) return [];
    const { workspace, account, channel } = held.thread;
    const whose = { workspace, account, channel, now: job.now };
    return held.outbox.flatMap(({ state, basis }) =>
      state === 'queued' && basis.kind === 'private_reply' ? [{ ...whose, commentId: basis.commentId }] : [],
    );
  });
}

async function announce(
  { announceDue }: TransactionParts,
  client: pg.Client,
  set: WorkingSet,
): Promise<void> {
  const due = set.due.all();
  await askTogether(client, () => [
    due.length > 0 ? announceDue((statement) => client.query(statement), due) : Promise.resolve(),
    notifyChanges(client, set.changedStories()),
  ]);
}

/** Answers whether the connection can be used again; whether the transaction was committed is known either way. */
async function commit({ pool }: TransactionParts, client: pg.Client, id: string): Promise<boolean> {
  try {
    await client.query('commit');
    return true;
  } catch (cause) {
    const fate = await findCommitFate({
      ask: async () => {
        const { rows } = await pool.query<{ fate: string | null }>(
          'select pg_xact_status($1::xid8) as fate',
          [id],
        );
        return rows[0]?.fate ?? null;
      },
      wait: sleep,
      now: () => performance.now(),
    });
    if (fate === 'committed') return false;
    if (fate === 'aborted') throw cause;
    throw new StoreUnavailable('The connection broke at a commit, and what became of that is not known.', {
      cause,
    });
  }
}
