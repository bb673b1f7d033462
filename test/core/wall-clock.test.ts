import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { momentOfDate, nextClockTime } from '../../src/core/wall-clock.js';

const berlin = 'Europe/Berlin';
const local = (text: string) => DateTime.fromISO(text, { zone: berlin }).toMillis();
const shown = (at: number | null) =>
  DateTime.fromMillis(at ?? NaN, { zone: berlin }).toFormat('ccc yyyy-MM-dd HH:mm ZZ');

describe('nextClockTime', () => {
  it('is today where the time is still to come, else on the next such day', () => {
    const at = local('2026-01-13T09:00');
    expect(shown(nextClockTime(berlin, at, { weekday: 2, minute: 600 }))).toBe('Tue 2026-01-13 10:00 +01:00');
    expect(shown(nextClockTime(berlin, at, { weekday: 2, minute: 540 }))).toBe('Tue 2026-01-20 09:00 +01:00');
    expect(shown(nextClockTime(berlin, at, { weekday: null, minute: 480 }))).toBe(
      'Wed 2026-01-14 08:00 +01:00',
    );
  });

  it('is the same time on the clock after it was changed', () => {
    const spring = nextClockTime(berlin, local('2026-03-28T12:00'), { weekday: null, minute: 600 });
    expect(shown(spring)).toBe('Sun 2026-03-29 10:00 +02:00');
    expect(spring - local('2026-03-28T12:00')).toBe(21 * 3_600_000);
    const autumn = nextClockTime(berlin, local('2026-10-24T12:00'), { weekday: 7, minute: 600 });
    expect(shown(autumn)).toBe('Sun 2026-10-25 10:00 +01:00');
  });

  it('takes the first moment after a gap, and the first of two', () => {
    const gap = nextClockTime(berlin, local('2026-03-28T12:00'), { weekday: null, minute: 150 });
    expect(shown(gap)).toBe('Sun 2026-03-29 03:00 +02:00');
    const overlap = nextClockTime(berlin, local('2026-10-24T12:00'), { weekday: null, minute: 150 });
    expect(shown(overlap)).toBe('Sun 2026-10-25 02:30 +02:00');
  });

  it('always lies ahead, by little more than a week at most', () => {
    const clock = fc.record({
      weekday: fc.option(fc.integer({ min: 1, max: 7 })),
      minute: fc.integer({ min: 0, max: 1439 }),
    });
    const zones = fc.constantFrom(berlin, 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC');
    fc.assert(
      fc.property(zones, fc.integer({ min: 1.7e12, max: 1.9e12 }), clock, (zone, at, goal) => {
        const moment = nextClockTime(zone, at, goal);
        expect(moment).toBeGreaterThan(at);
        expect(moment - at).toBeLessThanOrEqual((goal.weekday === null ? 26 : 7 * 24 + 2) * 3_600_000);
      }),
    );
  });
});

describe('momentOfDate', () => {
  it('counts whole days back by the calendar, and hours by the clock', () => {
    const day = 86_400_000;
    expect(shown(momentOfDate(berlin, '2026-03-30', 540, 2 * day))).toBe('Sat 2026-03-28 09:00 +01:00');
    expect(shown(momentOfDate(berlin, '2026-03-29', 540, 12 * 3_600_000))).toBe(
      'Sat 2026-03-28 20:00 +01:00',
    );
  });

  it.each(['', 'soon', '2026-02-30', '12/24/2026', '2026-12-24T09:00'])('knows no moment of %j', (text) => {
    expect(momentOfDate(berlin, text, 540)).toBeNull();
  });
});
