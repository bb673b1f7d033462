import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addOfficeTime,
  describeMoment,
  isOpenAt,
  nextOpeningAfter,
  officeTimeBetween,
  subtractOfficeTime,
} from '../../src/core/office-hours.js';
import type { OfficeHours } from '../../src/core/office-hours.js';

const minute = 60_000;
const hour = 60 * minute;

const nineToSix = [{ from: 9 * 60, to: 18 * 60 }];
const weekdays: OfficeHours = { 1: nineToSix, 2: nineToSix, 3: nineToSix, 4: nineToSix, 5: nineToSix };
const berlin = { timezone: 'Europe/Berlin', hours: weekdays };

/** Open on one weekday only. */
function on(weekday: number, from: number, to: number, timezone: string) {
  return { timezone, hours: { [weekday]: [{ from, to }] } };
}

const at = (iso: string) => Date.parse(iso);
const shown = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());

describe('office hours', () => {
  it.each([
    ['2026-01-12T07:59:59.999Z', false],
    ['2026-01-12T08:00:00Z', true],
    ['2026-01-12T16:59:59.999Z', true],
    ['2026-01-12T17:00:00Z', false],
    ['2026-01-17T11:00:00Z', false],
  ])('are kept in the workspace’s zone: %s is %s', (moment, open) => {
    expect(isOpenAt(berlin, at(moment))).toBe(open);
  });

  it('that were never named are always', () => {
    const always = { timezone: 'Europe/Berlin', hours: null };

    expect(isOpenAt(always, 0)).toBe(true);
    expect(addOfficeTime(always, 1_000, hour)).toBe(1_000 + hour);
  });

  it('that hold nothing are never', () => {
    const never = { timezone: 'Europe/Berlin', hours: {} };

    expect(isOpenAt(never, 0)).toBe(false);
    expect(nextOpeningAfter(never, 0)).toBeNull();
    expect(addOfficeTime(never, 0, 1)).toBeNull();
  });

  it('may reach to midnight, and from midnight', () => {
    const night = {
      timezone: 'Europe/Berlin',
      hours: { 1: [{ from: 22 * 60, to: 1440 }], 2: [{ from: 0, to: 120 }] },
    };

    expect(isOpenAt(night, at('2026-01-12T22:59:59Z'))).toBe(true);
    expect(isOpenAt(night, at('2026-01-12T23:00:00Z'))).toBe(true);
    expect(isOpenAt(night, at('2026-01-13T01:00:00Z'))).toBe(false);
    expect(shown(addOfficeTime(night, at('2026-01-12T22:00:00Z'), 2 * hour))).toBe(
      '2026-01-13T00:00:00.000Z',
    );
  });

  it('may have a break', () => {
    const siesta = {
      timezone: 'UTC',
      hours: {
        1: [
          { from: 540, to: 720 },
          { from: 960, to: 1200 },
        ],
      },
    };

    expect(isOpenAt(siesta, at('2026-01-12T13:00:00Z'))).toBe(false);
    expect(shown(nextOpeningAfter(siesta, at('2026-01-12T13:00:00Z')))).toBe('2026-01-12T16:00:00.000Z');
    expect(shown(addOfficeTime(siesta, at('2026-01-12T11:00:00Z'), 2 * hour))).toBe(
      '2026-01-12T17:00:00.000Z',
    );
  });
});

describe('the next opening', () => {
  it.each([
    ['before the first of the day', '2026-01-12T05:00:00Z', '2026-01-12T08:00:00.000Z'],
    ['in the middle of the day', '2026-01-12T08:00:00Z', '2026-01-13T08:00:00.000Z'],
    ['after the last of the day', '2026-01-12T20:00:00Z', '2026-01-13T08:00:00.000Z'],
    ['over a weekend', '2026-01-16T17:00:00Z', '2026-01-19T08:00:00.000Z'],
  ])('is found %s', (_, moment, opening) => {
    expect(shown(nextOpeningAfter(berlin, at(moment)))).toBe(opening);
  });

  it('is said with its weekday, in the language and zone of the reader', () => {
    expect(describeMoment(berlin, at('2026-01-19T08:00:00Z'), 'en')).toBe('Monday 09:00');
    expect(describeMoment(berlin, at('2026-01-19T08:00:00Z'), 'de')).toBe('Montag 09:00');
    expect(
      describeMoment({ ...berlin, timezone: 'Pacific/Kiritimati' }, at('2026-01-19T12:00:00Z'), 'en'),
    ).toBe('Tuesday 02:00');
  });
});

describe('office time', () => {
  it.each([
    ['within the day', '2026-01-12T09:00:00Z', 2 * hour, '2026-01-12T11:00:00.000Z'],
    ['to the very end of the day', '2026-01-12T15:00:00Z', 2 * hour, '2026-01-12T17:00:00.000Z'],
    ['over night', '2026-01-12T16:00:00Z', 2 * hour, '2026-01-13T09:00:00.000Z'],
    ['from outside', '2026-01-12T20:00:00Z', 2 * hour, '2026-01-13T10:00:00.000Z'],
    ['over a weekend', '2026-01-16T16:30:00Z', 2 * hour, '2026-01-19T09:30:00.000Z'],
    ['over several days', '2026-01-12T08:00:00Z', 24 * hour, '2026-01-14T14:00:00.000Z'],
    ['of nothing, while open', '2026-01-12T09:00:00Z', 0, '2026-01-12T09:00:00.000Z'],
    ['of nothing, while closed', '2026-01-17T09:00:00Z', 0, '2026-01-19T08:00:00.000Z'],
  ])('passes %s', (_, moment, duration, due) => {
    expect(shown(addOfficeTime(berlin, at(moment), duration))).toBe(due);
  });

  it('is the time that one who watches the clock would count', () => {
    const zones = ['Europe/Berlin', 'Australia/Lord_Howe', 'Pacific/Kiritimati', 'America/St_Johns', 'UTC'];
    const anyDay = fc.integer({ min: 0, max: 365 }).map((day) => Date.UTC(2026, 0, 1) + day * 24 * hour);
    const anyQuarter = fc.integer({ min: 0, max: 95 });
    const quarter = 15 * minute;
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        anyDay,
        anyQuarter,
        fc.integer({ min: 1, max: 80 }),
        (timezone, day, start, quarters) => {
          const calendar = { timezone, hours: weekdays };
          const from = day + start * quarter;
          const due = addOfficeTime(calendar, from, quarters * quarter) ?? NaN;
          expect(openQuarters(calendar, from, due)).toBe(quarters);
          expect(isOpenAt(calendar, due - quarter)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  function openQuarters(calendar: Parameters<typeof isOpenAt>[0], from: number, to: number): number {
    let open = 0;
    for (let moment = from; moment < to; moment += 15 * minute) if (isOpenAt(calendar, moment)) open += 1;
    return open;
  }
});

describe('a change of the clock', () => {
  const sunday = 7;

  it('does not move the hours on the wall: Berlin, the days around', () => {
    const daily = { timezone: 'Europe/Berlin', hours: { 6: nineToSix, 7: nineToSix, 1: nineToSix } };

    expect(shown(nextOpeningAfter(daily, at('2026-03-28T00:00:00Z')))).toBe('2026-03-28T08:00:00.000Z');
    expect(shown(nextOpeningAfter(daily, at('2026-03-29T00:00:00Z')))).toBe('2026-03-29T07:00:00.000Z');
    expect(shown(nextOpeningAfter(daily, at('2026-10-24T00:00:00Z')))).toBe('2026-10-24T07:00:00.000Z');
    expect(shown(nextOpeningAfter(daily, at('2026-10-25T00:00:00Z')))).toBe('2026-10-25T08:00:00.000Z');
  });

  it('makes a day that is open over it shorter or longer: Berlin', () => {
    const wholeSunday = on(sunday, 0, 1440, 'Europe/Berlin');

    expect(shown(addOfficeTime(wholeSunday, at('2026-03-28T12:00:00Z'), 23 * hour))).toBe(
      '2026-03-29T22:00:00.000Z',
    );
    expect(shown(addOfficeTime(wholeSunday, at('2026-10-24T12:00:00Z'), 25 * hour))).toBe(
      '2026-10-25T23:00:00.000Z',
    );
  });

  it.each([
    ['Europe/Berlin', 150, '2026-03-28T00:00:00Z', '2026-03-29T01:00:00.000Z'],
    ['Europe/Berlin', 120, '2026-03-28T00:00:00Z', '2026-03-29T01:00:00.000Z'],
    ['Australia/Lord_Howe', 130, '2026-10-03T00:00:00Z', '2026-10-03T15:30:00.000Z'],
  ])('opens at the first valid moment after a gap: %s at minute %i', (timezone, from, before, opening) => {
    expect(shown(nextOpeningAfter(on(sunday, from, 600, timezone), at(before)))).toBe(opening);
  });

  it.each([
    ['Europe/Berlin', 150, '2026-10-24T12:00:00Z', '2026-10-25T00:30:00.000Z'],
    ['Australia/Lord_Howe', 100, '2026-04-04T00:00:00Z', '2026-04-04T14:40:00.000Z'],
    ['America/Havana', 30, '2026-10-31T12:00:00Z', '2026-11-01T04:30:00.000Z'],
  ])(
    'opens at the first of two moments that read the same: %s at minute %i',
    (timezone, from, before, opening) => {
      expect(shown(nextOpeningAfter(on(sunday, from, 600, timezone), at(before)))).toBe(opening);
    },
  );

  it.each([
    ['Australia/Lord_Howe', '2026-01-12T00:00:00Z', '2026-01-12T22:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-07-13T00:00:00Z', '2026-07-13T22:30:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-12T00:00:00Z', '2026-01-12T19:00:00.000Z'],
  ])('is none of the business of other days: %s after %s', (timezone, before, opening) => {
    expect(shown(nextOpeningAfter(on(2, 9 * 60, 18 * 60, timezone), at(before)))).toBe(opening);
  });

  it('at midnight opens the day at its first moment: Cairo', () => {
    const friday = on(5, 0, 600, 'Africa/Cairo');

    expect(shown(nextOpeningAfter(friday, at('2026-04-23T00:00:00Z')))).toBe('2026-04-23T22:00:00.000Z');
  });
});

describe('office time between two moments', () => {
  it.each([
    ['on one day', '2026-01-12T09:00:00Z', '2026-01-12T10:30:00Z', 1.5],
    ['over a night', '2026-01-12T16:00:00Z', '2026-01-13T09:00:00Z', 2],
    ['over a weekend', '2026-01-16T16:00:00Z', '2026-01-19T08:00:00Z', 1],
    ['while nobody is there', '2026-01-17T08:00:00Z', '2026-01-18T20:00:00Z', 0],
    ['backwards', '2026-01-12T10:00:00Z', '2026-01-12T09:00:00Z', 0],
  ])('is what people were there: %s', (_, from, to, hours) => {
    expect(officeTimeBetween(berlin, at(from), at(to))).toBe(hours * hour);
  });

  it.each([
    ['Europe/Berlin', '2026-03-28T23:00:00Z', 23],
    ['Europe/Berlin', '2026-10-24T22:00:00Z', 25],
    ['America/New_York', '2026-03-08T05:00:00Z', 23],
    ['America/New_York', '2026-11-01T04:00:00Z', 25],
  ])('has a day as long as it is where clocks are changed: %s from %s', (timezone, midnight, hours) => {
    const sundays = on(7, 0, 24 * 60, timezone);

    expect(officeTimeBetween(sundays, at(midnight), at(midnight) + 48 * hour)).toBe(hours * hour);
    expect(subtractOfficeTime(sundays, at(midnight) + 48 * hour, hours * hour)).toBe(at(midnight));
  });
});

/** Weeks around the days on which the clocks are changed. */
const changeDays = ['2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01'].map(at);
const moments = fc
  .tuple(fc.constantFrom(...changeDays), fc.integer({ min: -5 * 24 * 60, max: 5 * 24 * 60 }))
  .map(([change, minutes]) => change + minutes * minute);
const days = fc
  .tuple(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 240, max: 1440 }))
  .map(([from, length]) => ({ from, to: Math.min(1440, from + length) }));
const calendars = fc.record({
  timezone: fc.constantFrom('Europe/Berlin', 'America/New_York'),
  hours: fc.option(
    fc
      .array(fc.tuple(fc.integer({ min: 1, max: 7 }), days), { minLength: 1, maxLength: 7 })
      .map((entries): OfficeHours => Object.fromEntries(entries.map(([one, day]) => [one, [day]]))),
  ),
});
const durations = fc.integer({ min: 1, max: 24 * 60 }).map((minutes) => minutes * minute);

describe('office time around the days on which clocks are changed', () => {
  it('that is added has passed, and not a moment sooner', () => {
    fc.assert(
      fc.property(calendars, moments, durations, (calendar, from, duration) => {
        const due = addOfficeTime(calendar, from, duration) ?? from;
        expect(officeTimeBetween(calendar, from, due)).toBe(duration);
        expect(officeTimeBetween(calendar, from, due - 1)).toBe(duration - 1);
      }),
    );
  });

  it('that is taken away again leads back, as late as the calendar allows', () => {
    fc.assert(
      fc.property(calendars, moments, durations, (calendar, to, duration) => {
        const since = subtractOfficeTime(calendar, to, duration);
        expect(officeTimeBetween(calendar, since, to)).toBe(duration);
        expect(officeTimeBetween(calendar, since + 1, to)).toBe(duration - 1);
      }),
    );
  });

  it('adds up, wherever it is parted', () => {
    fc.assert(
      fc.property(calendars, fc.array(moments, { minLength: 3, maxLength: 3 }), (calendar, given) => {
        const [from = 0, middle = 0, to = 0] = [...given].sort((a, b) => a - b);
        const parts = officeTimeBetween(calendar, from, middle) + officeTimeBetween(calendar, middle, to);
        expect(officeTimeBetween(calendar, from, to)).toBe(parts);
        expect(parts).toBeLessThanOrEqual(to - from);
      }),
      { numRuns: 40 },
    );
  });
});
