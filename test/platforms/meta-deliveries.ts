import { type FakeAccount, deliveryOf, entry, type Item, signed } from './meta-payloads.js';

export interface DeliveriesOptions {
  /** Of the webhook. */
  readonly address: string;
  readonly secret: string;
  /** In [0, 1), for what comes when; default: `Math.random`. */
  readonly chance?: () => number;
  /** Between two tries of one delivery; default: none. */
  readonly pause?: () => Promise<void>;
}

export interface HowDelivered {
  /** How often each delivery is made, once it was accepted, too; default 1. */
  readonly times?: number;
  /** In any order, also of repetitions; default: in the given one. */
  readonly isShuffled?: boolean;
  /** So many deliveries under way together; default 1. */
  readonly together?: number;
  /** Tries of one delivery before the platform gives it up; default 10. */
  readonly mostTries?: number;
}

export interface DeliveryReport {
  /** Deliveries that were answered 200, repetitions among them. */
  readonly accepted: number;
  /** Deliveries that never were. */
  readonly givenUp: number;
  /** Requests that were made. */
  readonly tries: number;
}

/** Delivers as Meta does: signed, now and then twice, out of order, and again until the answer is 200. */
export function createDeliveries({ address, secret, chance = Math.random, pause }: DeliveriesOptions) {
  const deliverOnce = async (payload: Item, mostTries: number): Promise<{ ok: boolean; tries: number }> => {
    const { body, headers } = signed(payload, secret);
    for (let tries = 1; ; tries++) {
      if (await isAccepted(address, { body, headers })) return { ok: true, tries };
      if (tries >= mostTries) return { ok: false, tries };
      await pause?.();
    }
  };
  return async (payloads: readonly Item[], how: HowDelivered = {}): Promise<DeliveryReport> => {
    const { times = 1, isShuffled = false, together = 1, mostTries = 10 } = how;
    const repeated = Array.from({ length: times }, () => payloads).flat();
    const waiting = isShuffled ? shuffled(repeated, chance) : [...repeated];
    const results: { ok: boolean; tries: number }[] = [];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        results.push(await deliverOnce(next, mostTries));
      }
    };
    await Promise.all(Array.from({ length: together }, work));
    return {
      accepted: results.filter(({ ok }) => ok).length,
      givenUp: results.filter(({ ok }) => !ok).length,
      tries: results.reduce((sum, { tries }) => sum + tries, 0),
    };
  };
}

/** A server that is not there accepts nothing. */
async function isAccepted(
  address: string,
  request: { body: string; headers: Readonly<Record<string, string>> },
) {
  try {
    const answer = await fetch(address, { method: 'POST', ...request });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

function shuffled<T>(all: readonly T[], chance: () => number): T[] {
  return all
    .map((value) => ({ value, place: chance() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}

/**
 * Puts items of an account into as few deliveries as the platform would: so many items in an entry, so many entries in a
 * delivery (at most 1000 updates together).
 */
export function inBatches(
  account: FakeAccount,
  items: readonly Item[],
  { perEntry = 2, perDelivery = 2 }: { readonly perEntry?: number; readonly perDelivery?: number } = {},
): readonly Item[] {
  const entries = chunks(items, perEntry).map((messaging) => entry(account.id, { messaging }));
  return chunks(entries, perDelivery).map((batch) => deliveryOf(account.object, batch));
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
