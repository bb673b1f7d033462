import type { ClientBase } from 'pg';
import { capabilities } from '../../core/channel.js';
import type { AccountKey } from '../store.js';

/** Places in an account's lane that this process may take without asking again. */
interface Lease {
  left: number;
  /** Epoch ms; what is left by then is lost, so that no process hoards. */
  readonly endsAt: number;
  /** When another place may be free, epoch ms. */
  nextAt: number;
}

/** What a claim wants: a place for one message, at a moment. */
export interface Wanted extends AccountKey {
  readonly now: number;
}

/** How long reserved places are good for, ms, and which part of a second's places is reserved at once. */
const leaseTime = 250;
const leasePart = 1 / 20;

/**
 * How fast each account sends, over all processes: what its channel allows in a second, and after a quiet time as much at
 * once beforehand. The lane of an account is a row that says when its next place is free; a process reserves a few places in
 * a transaction that claims, and gives them out from memory. The clock is the processes' own, so an account is as much too
 * slow or too fast as they differ.
 */
export class SendPlaces {
  readonly #leases = new Map<string, Lease>();

  /** Reserves what the claims of a transaction may need. What it answers takes a place: see `Workplace.takePlace`. */
  async reserve(
    client: ClientBase,
    wanted: readonly Wanted[],
  ): Promise<(account: AccountKey, now: number) => number | null> {
    const byLane = new Map<string, Wanted[]>();
    for (const claim of wanted) byLane.set(laneOf(claim), [...(byLane.get(laneOf(claim)) ?? []), claim]);
    // In the order of their names, so that two transactions never wait for each other.
    for (const lane of [...byLane.keys()].sort()) await this.#provide(client, lane, byLane.get(lane) ?? []);
    return (account, now) => this.#take(laneOf(account), account, now);
  }

  /** A transaction was rolled back, and with it what it had reserved. */
  forget(): void {
    this.#leases.clear();
  }

  async #provide(client: ClientBase, lane: string, claims: readonly Wanted[]): Promise<void> {
    const [first] = claims;
    if (first === undefined) return;
    const now = Math.max(...claims.map((claim) => claim.now));
    const lease = this.#leases.get(lane);
    const left = lease !== undefined && now < lease.endsAt ? lease.left : 0;
    if (left >= claims.length) return;
    const rate = capabilities[first.channel].sendsPerSecond;
    const count = Math.max(claims.length - left, Math.ceil(rate * leasePart));
    const { granted, nextAt } = await reservePlaces(client, first, { now, count, interval: 1000 / rate });
    this.#leases.set(lane, { left: left + granted, endsAt: now + leaseTime, nextAt });
  }

  #take(lane: string, { channel }: AccountKey, now: number): number | null {
    const lease = this.#leases.get(lane);
    if (lease === undefined || lease.left < 1) {
      const nextAt = Math.max(now, lease?.nextAt ?? now) + 1000 / capabilities[channel].sendsPerSecond;
      // Whoever asks next waits a little longer, so that they come one by one.
      if (lease !== undefined) lease.nextAt = nextAt;
      return Math.ceil(nextAt);
    }
    lease.left -= 1;
    return null;
  }
}

function laneOf({ workspace, account }: AccountKey): string {
  return JSON.stringify([workspace, account]);
}

interface Reservation {
  readonly granted: number;
  /** When a further place is free, epoch ms. */
  readonly nextAt: number;
}

/**
 * The lane's next free place may lie up to a second ahead of now: what lies nearer is what can be had at once. `$3` is now,
 * `$4` how many places are wanted, `$5` the time between two.
 */
const reserveText = `with lane as (
    insert into send_lanes as lane (workspace, account, next_at) values ($1, $2, 0)
    on conflict (workspace, account) do update set next_at = lane.next_at
    returning greatest(next_at, $3::float8) as free_at, coalesce(paused_until, 0) as paused_until
  ), share as (
    select free_at, paused_until, case when paused_until > $3::float8 then 0
      else greatest(0, least($4::float8, floor(($3::float8 + 1000 - free_at) / $5::float8))) end as granted
    from lane
  )
  select granted, greatest(free_at + granted * $5::float8 - 1000, paused_until) as "nextAt" from share`;

const takeText = `update send_lanes set next_at = greatest(next_at, $3::float8) + $4::float8 * $5::float8 where workspace = $1 and account = $2`;

async function reservePlaces(
  client: ClientBase,
  { workspace, account }: AccountKey,
  { now, count, interval }: { readonly now: number; readonly count: number; readonly interval: number },
): Promise<Reservation> {
  const { rows } = await client.query<Reservation>({
    name: 'look_at_lane',
    text: reserveText,
    values: [workspace, account, now, count, interval],
  });
  const [reservation] = rows;
  if (reservation === undefined) throw new Error('A lane was neither made nor found.');
  const { granted } = reservation;
  if (granted > 0) {
    const values = [workspace, account, now, granted, interval];
    await client.query({ name: 'take_places', text: takeText, values });
  }
  return reservation;
}

/** The platform wants nothing more of the account before then, from any process. */
export async function pauseLane(
  client: ClientBase,
  { workspace, account }: AccountKey,
  until: number,
): Promise<void> {
  await client.query({
    name: 'pause_lane',
    text: `insert into send_lanes as lane (workspace, account, next_at, paused_until) values ($1, $2, 0, $3)
      on conflict (workspace, account) do update
      set paused_until = greatest(lane.paused_until, excluded.paused_until)`,
    values: [workspace, account, until],
  });
}
