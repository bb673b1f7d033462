import { describe, expect, it } from 'vitest';
import { readRest } from '../../../src/channels/meta/waiting-time.js';

const app = (call_count: number, total_time = 1) => ({
  'x-app-usage': JSON.stringify({ call_count, total_time, total_cputime: 1 }),
});

const business = (...uses: readonly object[]) => ({
  'x-business-use-case-usage': JSON.stringify({ '10001': uses, '10002': [{ call_count: 3 }] }),
});

describe('how long an account had better rest after a good answer', () => {
  it.each([
    ['no header', {}, null],
    ['a broken header', { 'x-app-usage': '{"call_count":' }, null],
    ['79 percent', app(79), null],
    ['80 percent', app(80), 1_000],
    ['95 percent', app(95), 30_000],
    ['95 percent of another of the app’s budgets', app(10, 95), 30_000],
    ['99 percent', app(99), 60_000],
    ['a used-up app', app(100), 60_000],
    ['80 percent of a business’s budget', business({ call_count: 20 }, { total_cputime: 80 }), 1_000],
    [
      'a used-up budget and its estimate',
      business({ call_count: 100, estimated_time_to_regain_access: 7 }),
      420_000,
    ],
    ['an estimate alone', business({ call_count: 5, estimated_time_to_regain_access: 2 }), 120_000],
    ['an estimate of days', business({ estimated_time_to_regain_access: 9_999 }), 86_400_000],
    ['the fuller of two', { ...app(80), ...business({ call_count: 95 }) }, 30_000],
  ])('is told by %s', (_case, headers, expected) => {
    expect(readRest(headers)).toBe(expected);
  });

  it('grows with what is used', () => {
    const rests = [80, 84, 88, 92, 96, 100].map((percent) => readRest(app(percent)) ?? 0);
    expect([...rests].sort((a, b) => a - b)).toEqual(rests);
    expect(new Set(rests).size).toBe(rests.length);
  });
});
