import { describe, expect, it } from 'vitest';
import type { SendErrorClass, SendResult } from '../../src/channels/channel.js';
import { outcomeOf } from '../../src/engine/send-outcome.js';

const now = 1_000_000;

function failed(
  errorClass: SendErrorClass,
  retryAfter: number | null = null,
): Extract<SendResult, { kind: 'failed' }> {
  return { kind: 'failed', class: errorClass, explanation: 'because', retryAfter, scope: 'contact' };
}

/** The pause before the next try, ms; null: there is none. */
function pauseAfter(result: SendResult, attempts: number, chance = 0): number | null {
  const outcome = outcomeOf(result, { attempts, now, chance: () => chance });
  return outcome.kind === 'retry' ? outcome.at - now : null;
}

describe('what a send comes to', () => {
  it('is sent where the platform says so', () => {
    const sent = { kind: 'sent', platformMessageId: 'mid.1' } as const;
    expect(outcomeOf(sent, { attempts: 1, now, chance: () => 0 })).toEqual(sent);
  });

  it('is unknown, and never another try, where nobody knows', () => {
    for (const attempts of [1, 6, 30])
      expect(outcomeOf(failed('unknown'), { attempts, now, chance: () => 0 })).toEqual({
        kind: 'unknown',
        explanation: 'because',
      });
  });

  it.each(['window', 'optout', 'marketing_optout', 'withheld', 'unreachable', 'invalid', 'policy'] as const)(
    'is a failure at once where the platform refuses for good: %s',
    (failure) => {
      expect(outcomeOf(failed(failure), { attempts: 1, now, chance: () => 0 })).toEqual({
        kind: 'failed',
        failure,
        explanation: 'because',
      });
    },
  );

  it('is another try a minute later where the account is refused, however often', () => {
    expect(pauseAfter(failed('auth'), 1)).toBe(60_000);
    expect(pauseAfter(failed('auth'), 500)).toBe(60_000);
  });

  it('is another try, five times, where the platform has trouble', () => {
    const tries = [1, 2, 3, 4, 5, 6].map((attempts) => pauseAfter(failed('retry'), attempts) !== null);
    expect(tries).toEqual([true, true, true, true, true, false]);
  });

  it('is another try less often where the platform’s fault is one that lasts', () => {
    const lasting = { ...failed('retry'), mostTries: 3 };
    expect([1, 2, 3].map((attempts) => pauseAfter(lasting, attempts) !== null)).toEqual([true, true, false]);
  });

  it('is another try, twenty-nine times, where the platform is only slow', () => {
    expect(pauseAfter(failed('throttle'), 29)).not.toBeNull();
    expect(pauseAfter(failed('throttle'), 30)).toBeNull();
  });

  it('is a failure by too many tries after the last one', () => {
    expect(outcomeOf(failed('retry'), { attempts: 6, now, chance: () => 0 })).toEqual({
      kind: 'failed',
      failure: 'retries_exhausted',
      explanation: 'because',
    });
  });
});

describe('a throttled account', () => {
  const outcomeFor = (scope: 'account' | 'contact' | 'app', retryAfter: number | null) =>
    outcomeOf({ ...failed('throttle', retryAfter), scope }, { attempts: 1, now, chance: () => 0 });

  it('rests as long as the platform asks, else a second, which other processes are told', () => {
    expect(outcomeFor('account', 90_000)).toMatchObject({ kind: 'retry', accountRestsUntil: now + 90_000 });
    expect(outcomeFor('account', null)).toMatchObject({ kind: 'retry', accountRestsUntil: now + 1_000 });
    expect(outcomeFor('app', 90_000)).toMatchObject({ kind: 'retry', accountRestsUntil: now + 90_000 });
  });

  it('does not rest for the sake of one contact', () => {
    expect(outcomeFor('contact', 90_000)).not.toHaveProperty('accountRestsUntil');
  });
});

describe('a good send', () => {
  it('after which the account had better rest, is told to other processes', () => {
    const sent = { kind: 'sent', platformMessageId: 'mid.1', rest: 60_000 } as const;
    expect(outcomeOf(sent, { attempts: 1, now, chance: () => 0 })).toEqual({
      kind: 'sent',
      platformMessageId: 'mid.1',
      accountRestsUntil: now + 60_000,
    });
  });
});

describe('a contact who was written to too often', () => {
  const throttled = (attempts: number, chance = 0) => pauseAfter(failed('throttle'), attempts, chance);

  it('is left alone four times as long each time, where the platform does not say', () => {
    expect([1, 2, 3, 4].map((attempts) => throttled(attempts))).toEqual([1_000, 4_000, 16_000, 64_000]);
    expect(throttled(29)).toBe(60 * 60_000);
  });

  it('is never written to sooner, by chance only later', () => {
    expect(throttled(2, 1)).toBe(5_000);
  });

  it('is left alone as long as the platform asks, where it does', () => {
    expect(pauseAfter(failed('throttle', 3_000), 4, 0)).toBe(4_000);
    expect(pauseAfter(failed('throttle', 90_000), 4, 0)).toBe(90_000);
  });
});

describe('the pause before another try', () => {
  it('doubles from a second on, and stays below five minutes', () => {
    const longest = [1, 2, 3, 4, 5].map((attempts) => pauseAfter(failed('retry'), attempts, 1));
    expect(longest).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
    expect(pauseAfter(failed('throttle', 0), 29, 1)).toBe(300_000);
  });

  it('is left to chance by half, so that not all come back together', () => {
    expect(pauseAfter(failed('retry'), 3, 0)).toBe(2_000);
    expect(pauseAfter(failed('retry'), 3, 0.5)).toBe(3_000);
  });

  it('is never shorter than the platform asks', () => {
    expect(pauseAfter(failed('throttle', 90_000), 1, 1)).toBe(90_000);
    expect(pauseAfter(failed('retry', 10), 1, 1)).toBe(1_000);
  });
});
