import { capabilities } from '../core/channel.js';
import type { AccountKey } from '../store/store.js';
import type { Clock } from './ports.js';

interface Lane {
  /** Sends that may begin now; refilled by the second. */
  tokens: number;
  refilledAt: number;
  /** The last moment given to somebody who had to wait: the next one waits a little longer, so that they come one by one. */
  promisedUntil: number;
  pausedUntil: number;
  /** Why nothing may be sent at all; null: it may. */
  stoppedBecause: string | null;
}

/** How long a stopped account's messages rest before they ask again, ms. */
const stoppedRest = 60_000;

/**
 * One lane for each account: how fast it may send, and whether at all. In memory on purpose: a restart, which is how a
 * new token arrives, opens every lane again.
 */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes a place; a moment (epoch ms): none is free before then. */
  take(account: AccountKey, now: number): number | null {
    const lane = this.#lane(account);
    if (lane.stoppedBecause !== null) return now + stoppedRest;
    if (now < lane.pausedUntil) return lane.pausedUntil;
    const rate = capabilities[account.channel].sendsPerSecond;
    refill(lane, rate, now);
    if (lane.tokens < 1) {
      lane.promisedUntil = Math.max(lane.promisedUntil, now) + 1000 / rate;
      return Math.ceil(lane.promisedUntil);
    }
    lane.tokens -= 1;
    return null;
  }

  /** The platform asked us to slow down. */
  pause(account: AccountKey, until: number): void {
    const lane = this.#lane(account);
    lane.pausedUntil = Math.max(lane.pausedUntil, until);
  }

  /** The platform refuses this account altogether: its token has expired, or it broke a policy. */
  stop(account: AccountKey, because: string): void {
    this.#lane(account).stoppedBecause = because;
  }

  /** What stopped the account is over. */
  release(account: AccountKey): void {
    this.#lane(account).stoppedBecause = null;
  }

  stopped(): readonly { readonly account: string; readonly reason: string }[] {
    return [...this.#lanes].flatMap(([account, { stoppedBecause }]) =>
      stoppedBecause === null ? [] : [{ account, reason: stoppedBecause }],
    );
  }

  #lane({ workspace, account, channel }: AccountKey): Lane {
    const key = `${workspace}/${account}`;
    const known = this.#lanes.get(key);
    if (known !== undefined) return known;
    const tokens = capabilities[channel].sendsPerSecond;
    const lane = {
      tokens,
      refilledAt: this.#clock.now(),
      promisedUntil: 0,
      pausedUntil: 0,
      stoppedBecause: null,
    };
    this.#lanes.set(key, lane);
    return lane;
  }
}

/** At most one second's worth gathers, so that a quiet hour does not become a burst. */
function refill(lane: Lane, rate: number, now: number): void {
  const passed = Math.max(0, now - lane.refilledAt);
  lane.tokens = Math.min(rate, lane.tokens + (passed / 1000) * rate);
  lane.refilledAt = now;
}
