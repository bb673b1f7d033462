import { describe, expect, it } from 'vitest';
import { capabilities } from '../../../src/core/channel.js';
import { inTransaction } from '../../../src/store/postgres/in-transaction.js';
import { pauseStatement, SendPlaces } from '../../../src/store/postgres/send-places.js';
import type { BeginningSend } from '../../../src/store/store.js';
import { migratedDatabase, scratchPool } from './scratch.js';

const account = {
  workspace: 'nord',
  account: 'studio_ig',
  channel: 'instagram',
  conversationId: 'ada',
  basis: 'reply_window',
} as const satisfies BeginningSend;
const rate = capabilities.instagram.sendsPerSecond;
const start = 1_800_000_000_000;

/** Processes on one database, each with what it knows of the lanes. */
async function processes(count: number) {
  const pool = scratchPool(await migratedDatabase());
  return Array.from({ length: count }, () => {
    const places = new SendPlaces();
    return {
      /** How many of so many claims at a moment get a place, and when those that get none are to come back. */
      claim: (wanted: number, now: number, from: BeginningSend = account) =>
        inTransaction(pool, async (client) => {
          const take = await places.reserve(
            client,
            Array.from({ length: wanted }, () => ({ ...from, now })),
          );
          const answers = Array.from({ length: wanted }, () => take(from, now));
          return {
            granted: answers.filter((until) => until === null).length,
            until: answers.filter((until) => until !== null),
          };
        }),
      pause: (until: number) => inTransaction(pool, (client) => client.query(pauseStatement(account, until))),
    };
  });
}

describe('the places in an account’s lane', () => {
  it('are at most a second’s worth at once, however many processes want them', async () => {
    const [one, other] = await processes(2);
    const granted = [await one!.claim(rate, start), await other!.claim(rate, start)];

    expect(granted.map((answer) => answer.granted)).toEqual([rate, 0]);
  });

  it('come at the rate of the channel over all processes, not in each', async () => {
    const both = await processes(2);
    const seconds = 4;
    let granted = 0;
    for (let now = start; now < start + seconds * 1_000; now += 50) {
      for (const process of both) granted += (await process.claim(rate, now)).granted;
    }

    // Beside what is free at once.
    expect(granted).toBeLessThanOrEqual(rate * (seconds + 1));
    expect(granted).toBeGreaterThanOrEqual(rate * seconds);
  });

  it('that are not to be had yet are promised one after another', async () => {
    const [one] = await processes(1);
    await one!.claim(rate, start);
    const { granted, until } = await one!.claim(3, start);

    expect(granted).toBe(0);
    expect(until.every((moment) => moment > start && moment <= start + 1_000)).toBe(true);
    expect([...until].sort((a, b) => a - b)).toEqual(until);
  });

  it('of another account are its own', async () => {
    const [one] = await processes(1);
    await one!.claim(rate, start);

    expect(await one!.claim(rate, start, { ...account, account: 'other_ig' })).toEqual({
      granted: rate,
      until: [],
    });
  });

  it('are none in any process while the platform wants a pause', async () => {
    const [one, other] = await processes(2);
    await one!.pause(start + 5_000);

    expect(await other!.claim(1, start)).toEqual({ granted: 0, until: [expect.any(Number)] });
    expect((await other!.claim(1, start)).until[0]).toBeGreaterThanOrEqual(start + 5_000);
    expect((await other!.claim(1, start + 5_001)).granted).toBe(1);
  });
});

describe('the places of what the platform counts apart', () => {
  const audio = { ...account, ratedApart: 'media' } as const;

  it('are ten media a second over all processes, and none of the others', async () => {
    const [one, other] = await processes(2);
    const granted = [await one!.claim(rate, start, audio), await other!.claim(rate, start, audio)];
    expect(granted.map((answer) => answer.granted)).toEqual([10, 0]);
    expect((await other!.claim(rate, start)).granted).toBe(rate);
    expect((await other!.claim(rate, start + 200, audio)).granted).toBe(2);
  });

  it('pause with the account', async () => {
    const [one] = await processes(1);
    await one!.pause(start + 5_000);
    expect((await one!.claim(1, start, audio)).granted).toBe(0);
  });
});

describe('the places of public replies', () => {
  const { most = 0, per = 0 } = capabilities.instagram.comments?.publicReplies ?? {};
  const reply = { ...account, basis: 'public_reply' } as const;

  it('are no more than the channel allows in any span, over all processes', async () => {
    const both = await processes(2);
    const granted: number[] = [];
    for (let now = start; now < start + 2 * per; now += per / 20) {
      for (const process of both) {
        const { granted: count } = await process.claim(most, now, reply);
        granted.push(...Array.from({ length: count }, () => now));
      }
    }

    for (const moment of granted) {
      expect(granted.filter((at) => at >= moment && at < moment + per).length).toBeLessThanOrEqual(most);
    }
    expect(granted.length).toBeGreaterThan(most);
  });

  it('are none of a direct message’s, but pause with the account', async () => {
    const [one] = await processes(1);
    await one!.claim(most, start, reply);
    expect((await one!.claim(rate, start)).granted).toBe(rate);

    await one!.pause(start + 5_000);
    expect((await one!.claim(1, start + 1_000, reply)).granted).toBe(0);
  });
});
