import type { Client, ClientBase, QueryConfig } from 'pg';
import type { Budget } from '../../core/channel-capabilities.js';
import { capabilities } from '../../core/channel.js';
import type { AccountKey, BeginningSend } from '../store.js';
import { askTogether } from './pipeline.js';

/** Places in an account's lane that this process may take without asking again. */
interface Lease {
  left: number;
  /** Epoch ms; what is left by then is lost, so that no process hoards. */
  readonly endsAt: number;
  /** When another place may be free, epoch ms. */
  nextAt: number;
}

/** What a claim wants: a place for one message, at a moment. */
export interface Wanted extends BeginningSend {
  readonly now: number;
}

/** How long reserved places are good for, ms, and which part of a second's places is reserved at once. */
const leaseTime = 250;
const leasePart = 1 / 20;

/** How long somebody waits for whom nothing was reserved, ms. */
const unreservedWait = 100;

/**
 * How fast each account sends, over all processes: what its channel allows in a second, and after a quiet time as much at
 * once beforehand. The lane of an account is a row that says when its next place is free; a process reserves a few places in
 * a transaction that claims, and gives them out from memory. The clock is the processes' own, so an account is as much too
 * slow or too fast as they differ. Where the channel has longer budgets, too, the sends that were claimed are counted under
 * the lane's lock, and nothing is reserved for later.
 */
export class SendPlaces {
  readonly #leases = new Map<string, Lease>();

  /** Reserves what the claims of a transaction may need. What it answers takes a place: see `Workplace.takePlace`. */
  async reserve(
    client: Client,
    wanted: readonly Wanted[],
  ): Promise<(send: BeginningSend, now: number) => number | null> {
    const byLane = new Map<string, Wanted[]>();
    for (const claim of wanted) byLane.set(keyOf(claim), [...(byLane.get(keyOf(claim)) ?? []), claim]);
    // Asked for in the order of their names, so that two transactions never wait for each other.
    const lanes = [...byLane].sort(([one], [other]) => (one < other ? -1 : 1));
    await askTogether(client, () => lanes.map(([lane, claims]) => this.#provide(client, lane, claims)));
    return (send, now) => this.#take(send, now);
  }

  /** A transaction was rolled back, and with it what it had reserved. */
  forget(): void {
    this.#leases.clear();
  }

  async #provide(client: ClientBase, key: string, claims: readonly Wanted[]): Promise<void> {
    const [first] = claims;
    if (first === undefined) return;
    const lane = laneOf(first);
    const now = Math.max(...claims.map((claim) => claim.now));
    const lease = this.#leases.get(key);
    const left = lease !== undefined && now < lease.endsAt ? lease.left : 0;
    if (left >= claims.length) return;
    const count = Math.max(claims.length - left, lane.leased);
    const { granted, nextAt } = await reservePlaces(client, lane, { now, count });
    this.#leases.set(key, { left: left + granted, endsAt: lane.leased > 0 ? now + leaseTime : now, nextAt });
  }

  #take(send: BeginningSend, now: number): number | null {
    const lease = this.#leases.get(keyOf(send));
    if (lease === undefined) return now + unreservedWait;
    if (lease.left < 1) {
      const moment = Math.max(now + 1, lease.nextAt);
      // Whoever asks next waits longer, so that they come one by one.
      lease.nextAt = moment + laneOf(send).apart;
      return Math.ceil(moment);
    }
    lease.left -= 1;
    return null;
  }
}

/** Where a send finds its place: public replies, and what the platform counts apart, have lanes of their own beside the account's. */
interface LaneOfSend {
  readonly workspace: string;
  readonly account: string;
  /** As its row is named. */
  readonly name: string;
  /** The time between two places, and how much of it can be had at once after a quiet time, ms. */
  readonly interval: number;
  readonly span: number;
  readonly budgets: readonly Budget[];
  /** How far apart those who find no place come back, ms. */
  readonly apart: number;
  /** How many places are reserved at once for later; 0: none is. */
  readonly leased: number;
}

function laneOf({ workspace, account, channel, basis, ratedApart }: BeginningSend): LaneOfSend {
  const { comments, sendsPerSecond, ownRates = {}, budgets } = capabilities[channel];
  if (basis === 'public_reply' && comments !== null) {
    const { most, per } = comments.publicReplies;
    // Half at once and half in the course of the time, so that no span of that length has more.
    const interval = (2 * per) / most;
    const name = `${account}#public`;
    return { workspace, account, name, interval, span: per, apart: interval, budgets: [], leased: 0 };
  }
  const own = ratedApart && ownRates[ratedApart];
  if (own !== undefined) {
    const interval = 1000 / own.perSecond;
    const name = `${account}#${ratedApart}`;
    return { workspace, account, name, interval, span: 1000, apart: interval, budgets, leased: 0 };
  }
  const interval = 1000 / sendsPerSecond;
  return {
    ...{ workspace, account, name: account, interval, span: 1000, budgets },
    apart: Math.max(interval, ...budgets.map(({ most, per }) => per / most)),
    leased: budgets.length === 0 ? Math.ceil(sendsPerSecond * leasePart) : 0,
  };
}

function keyOf(send: BeginningSend): string {
  return JSON.stringify([send.workspace, laneOf(send).name]);
}

interface Reservation {
  readonly granted: number;
  /** When a further place is free, epoch ms. */
  readonly nextAt: number;
}

/**
 * The lane's next free place may lie up to a span ahead of now: what lies nearer is what can be had at once. `$3` is now,
 * `$4` how many places are wanted, `$5` the time between two, `$6` the span, `$7` the account whose pause counts.
 */
const reserveText = `with lane as (
    insert into send_lanes as lane (workspace, account, next_at) values ($1, $2, 0)
    on conflict (workspace, account) do update set next_at = lane.next_at
    returning greatest(next_at, $3::float8) as free_at
  ), pause as (
    select coalesce(max(paused_until), 0) as paused_until from send_lanes where workspace = $1 and account = $7
  ), share as (
    select free_at, paused_until, case when paused_until > $3::float8 then 0
      else greatest(0, least($4::float8, floor(($3::float8 + $6::float8 - free_at) / $5::float8))) end as granted
    from lane, pause
  )
  select granted, greatest(free_at + granted * $5::float8 - $6::float8, paused_until) as "nextAt" from share`;

const takeText = `update send_lanes set next_at = greatest(next_at, $3::float8) + $4::float8 * $5::float8 where workspace = $1 and account = $2`;

/** Sends in the span, whatever became of them, and when the first of those that count ends to do so. */
const spentText = `select count(*)::int as spent, min(claimed_at)::float8 as "firstAt" from (
    select claimed_at from messages where account = $2 and workspace = $1 and claimed_at > $3
    order by claimed_at desc limit $4) as last`;

async function reservePlaces(
  client: ClientBase,
  lane: LaneOfSend,
  { now, count }: { readonly now: number; readonly count: number },
): Promise<Reservation> {
  const { workspace, account, name, interval, span } = lane;
  const { rows } = await client.query<Reservation>({
    name: 'look_at_lane',
    text: reserveText,
    values: [workspace, name, now, count, interval, span, account],
  });
  const [paced] = rows;
  if (paced === undefined) throw new Error('A lane was neither made nor found.');
  const reservation = await withinBudgets(client, lane, now, paced);
  const { granted } = reservation;
  if (granted > 0) {
    const values = [workspace, name, now, granted, interval];
    await client.query({ name: 'take_places', text: takeText, values });
  }
  return reservation;
}

/** The lane's row is locked by now, and whoever had it before has committed: what they claimed is counted. */
async function withinBudgets(
  client: ClientBase,
  { workspace, account, budgets }: LaneOfSend,
  now: number,
  reservation: Reservation,
): Promise<Reservation> {
  let { granted, nextAt } = reservation;
  for (const { most, per } of budgets) {
    const { rows } = await client.query<{ readonly spent: number; readonly firstAt: number | null }>({
      name: 'count_spent',
      text: spentText,
      values: [workspace, account, now - per, most],
    });
    const { spent = 0, firstAt = null } = rows[0] ?? {};
    granted = Math.min(granted, most - spent);
    if (granted < 1 && spent >= most && firstAt !== null) nextAt = Math.max(nextAt, firstAt + per);
  }
  return { granted, nextAt };
}

/** The platform wants nothing more of the account before then, from any process. */
export function pauseStatement({ workspace, account }: AccountKey, until: number): QueryConfig {
  return {
    name: 'pause_lane',
    text: `insert into send_lanes as lane (workspace, account, next_at, paused_until) values ($1, $2, 0, $3)
      on conflict (workspace, account) do update
      set paused_until = greatest(lane.paused_until, excluded.paused_until)`,
    values: [workspace, account, until],
  };
}
