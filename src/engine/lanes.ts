import { capabilities, type SupportedChannel } from '../core/channel.js';
import { type RatedApart, ratesApart } from '../core/own-rate.js';
import type { AccountKey, BeginningSend, Store } from '../store/store.js';
import { ContactPaces } from './contact-paces.js';
import type { Clock } from './ports.js';
import { SendRate } from './send-rate.js';
import { SlidingBudgets } from './sliding-budgets.js';

interface LaneParts {
  readonly clock: Clock;
  readonly store: Pick<Store, 'sendsSince'>;
}

interface Lane {
  readonly channel: SupportedChannel;
  readonly rate: SendRate;
  /** Of what the platform counts apart. */
  readonly ownRates: ReadonlyMap<RatedApart, SendRate>;
  readonly budgets: SlidingBudgets;
  /** Of public replies, which have a lane of their own. */
  readonly publicReplies: SlidingBudgets;
  pause: Pause | null;
  /** Why nothing may be sent at all; null: it may. */
  stoppedBecause: string | null;
  /** Whether the sends of earlier processes are counted: `asked` while the store is looking for them. */
  past: 'unknown' | 'asked' | 'known';
}

interface Pause {
  readonly until: number;
  readonly because: string;
}

export interface PausedAccount {
  /** Workspace and name: `main/studio_ig`. */
  readonly account: string;
  readonly reason: string;
  /** Epoch ms. */
  readonly until: number;
}

/** How long a stopped account's messages rest before they ask again, ms. */
const stoppedRest = 60_000;

/** How long they wait while the store is asked what was sent before, ms. */
const recallPause = 100;

/**
 * One lane for each account: how fast it may send, and whether at all. In memory on purpose: a restart, which is how a
 * new token arrives, opens every lane again; but budgets of hours outlast it, and are found in the store again.
 */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();
  readonly #pausedChannels = new Map<SupportedChannel, Pause>();
  readonly #paces = new ContactPaces();
  readonly #parts: LaneParts;

  constructor(parts: LaneParts) {
    this.#parts = parts;
  }

  /** Takes a place; a moment (epoch ms): none is free before then. */
  take(send: BeginningSend, now: number): number | null {
    const lane = this.#lane(send);
    if (lane.stoppedBecause !== null) return now + stoppedRest;
    const pause = this.#pauseOf(lane, now);
    if (pause !== null) return pause.until;
    return send.basis === 'public_reply' ? takePublicly(lane, now) : this.#takeMessage(lane, send, now);
  }

  /** All or nothing: what refuses a place must not have cost one elsewhere. */
  #takeMessage(lane: Lane, send: BeginningSend, now: number): number | null {
    const { contactPace, budgets } = capabilities[send.channel];
    const paceAt = contactPace && this.#paces.freeAt(send.conversationId, contactPace, now);
    if (paceAt !== null) return Math.ceil(paceAt);
    if (budgets.length > 0 && !this.#knowsPast(lane, send, now)) return now + recallPause;
    const budgetAt = lane.budgets.freeAt(now);
    if (budgetAt !== null) return lane.budgets.promise(budgetAt);
    const rateAt = rateOf(lane, send).take(now);
    if (rateAt !== null) return rateAt;
    lane.budgets.take(now);
    if (contactPace) this.#paces.take(send.conversationId, contactPace, now);
    return null;
  }

  /** The platform asked us to slow down. */
  pause(account: AccountKey, until: number, because: string): void {
    const lane = this.#lane(account);
    lane.pause = longer(lane.pause, { until, because });
  }

  /** The platform asked the whole app to slow down, whose accounts are all of the channel. */
  pauseChannel(channel: SupportedChannel, until: number, because: string): void {
    const known = this.#pausedChannels.get(channel) ?? null;
    this.#pausedChannels.set(channel, longer(known, { until, because }));
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

  paused(now: number): readonly PausedAccount[] {
    return [...this.#lanes].flatMap(([account, lane]) => {
      const pause = this.#pauseOf(lane, now);
      return pause === null ? [] : [{ account, reason: pause.because, until: pause.until }];
    });
  }

  #pauseOf({ channel, pause }: Lane, now: number): Pause | null {
    const ofAll = this.#pausedChannels.get(channel) ?? null;
    const both = [pause, ofAll].filter((one) => one !== null && one.until > now);
    return both.reduce((one, other) => (other === null ? one : longer(one, other)), null);
  }

  #knowsPast(lane: Lane, { workspace, account }: AccountKey, now: number): boolean {
    if (lane.past === 'unknown') void this.#recall(lane, { workspace, account }, now);
    return lane.past === 'known';
  }

  async #recall(
    lane: Lane,
    account: { readonly workspace: string; readonly account: string },
    now: number,
  ): Promise<void> {
    lane.past = 'asked';
    const longest = Math.max(...capabilities[lane.channel].budgets.map(({ per }) => per));
    try {
      lane.budgets.recall(await this.#parts.store.sendsSince(account, now - longest));
      lane.past = 'known';
    } catch {
      // Asked again with the next message: nothing is sent before it is known.
      lane.past = 'unknown';
    }
  }

  #lane({ workspace, account, channel }: AccountKey): Lane {
    const key = `${workspace}/${account}`;
    const known = this.#lanes.get(key);
    if (known !== undefined) return known;
    const { sendsPerSecond, ownRates = {}, budgets, comments } = capabilities[channel];
    const now = this.#parts.clock.now();
    const lane: Lane = {
      channel,
      rate: new SendRate(sendsPerSecond, now),
      ownRates: new Map(
        ratesApart.flatMap((sort) => {
          const own = ownRates[sort];
          return own === undefined ? [] : [[sort, new SendRate(own.perSecond, now)]];
        }),
      ),
      budgets: new SlidingBudgets(budgets),
      publicReplies: new SlidingBudgets(comments === null ? [] : [comments.publicReplies]),
      pause: null,
      stoppedBecause: null,
      past: 'unknown',
    };
    this.#lanes.set(key, lane);
    return lane;
  }
}

function rateOf({ rate, ownRates }: Lane, { ratedApart }: BeginningSend): SendRate {
  return (ratedApart && ownRates.get(ratedApart)) ?? rate;
}

function takePublicly({ publicReplies }: Lane, now: number): number | null {
  const freeAt = publicReplies.freeAt(now);
  if (freeAt !== null) return publicReplies.promise(freeAt);
  publicReplies.take(now);
  return null;
}

function longer(one: Pause | null, other: Pause): Pause {
  return one !== null && one.until > other.until ? one : other;
}
