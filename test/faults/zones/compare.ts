import { isOpenAt, nextOpeningAfter, officeTimeBetween } from '../../../src/core/office-hours.js';
import { minuteOfWeek, momentOfDate, nextClockTime } from '../../../src/core/wall-clock.js';
import { firstMomentOf, nextMoment, shownAt } from '../history/shown-time.js';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/** Zones with the days of 2026 on which they change their clocks, or some day where they never do. */
export const clockChanges: readonly (readonly [string, readonly string[]])[] = [
  ['Europe/Berlin', ['2026-03-29', '2026-10-25']],
  ['America/New_York', ['2026-03-08', '2026-11-01']],
  // By half an hour.
  ['Australia/Lord_Howe', ['2026-04-05', '2026-10-04']],
  // Around midnight, so that the day before ends early or late, or the day itself has no midnight.
  ['America/Santiago', ['2026-04-04', '2026-09-06']],
  ['Africa/Cairo', ['2026-04-24', '2026-10-29']],
  ['Asia/Beirut', ['2026-03-29', '2026-10-24']],
  // The first to see a day, without changes; and offsets that are no whole hours.
  ['Pacific/Kiritimati', ['2026-03-29']],
  ['Pacific/Chatham', ['2026-04-05', '2026-09-27']],
  ['Asia/Kathmandu', ['2026-10-25']],
  ['UTC', ['2026-03-29']],
];

/** Zones that servers are started in. */
export const processZones = ['UTC', 'America/New_York', 'Pacific/Kiritimati', 'Australia/Lord_Howe'] as const;

export interface Comparison {
  readonly compared: number;
  readonly mismatches: readonly string[];
}

/** Holds what the server makes of clock times against the clock on the wall, wherever its process believes to be. */
export function compareClocks(): Comparison {
  const before = process.env['TZ'];
  try {
    const all = processZones.flatMap((processZone) => {
      process.env['TZ'] = processZone;
      return clockChanges.flatMap(([zone, dates]) => dates.flatMap((date) => compareDay(zone, date)));
    });
    return { compared: all.length, mismatches: all.filter((one) => one !== null) };
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}

/** Null: as it must be. */
function compareDay(zone: string, date: string): readonly (string | null)[] {
  const start = Date.parse(`${date}T00:00:00Z`);
  const minutes = [0, 1, 29, 30, 59, 60, 90, 105, 119, 120, 135, 150, 165, 179, 180, 181, 540, 1_380, 1_439];
  const moments = [-26, -13, -5, -2, -1, 0, 1, 2, 3, 11, 14].map(
    (hours) => start + hours * hour + 7 * minute,
  );
  const { weekday } = shownAt('UTC', start);
  const say = (what: string, found: number | null, expected: number): string | null =>
    found === expected ? null : `${zone}: ${what} is ${iso(found)}, not ${iso(expected)}`;
  return [
    ...minutes.map((wall) => {
      const expected = firstMomentOf(zone, date, wall);
      return say(`${date} minute ${String(wall)}`, momentOfDate(zone, date, wall), expected);
    }),
    ...moments.flatMap((at) =>
      [0, 30, 105, 150, 180, 540].flatMap((wall) =>
        [null, weekday].map((on) => {
          const found = nextClockTime(zone, at, { weekday: on, minute: wall });
          return say(`after ${iso(at)} minute ${String(wall)}`, found, nextMoment(zone, at, on, wall));
        }),
      ),
    ),
    ...moments.map((at) => {
      const shown = shownAt(zone, at);
      const expected = (shown.weekday - 1) * 24 * 60 + shown.minute;
      return minuteOfWeek(zone, at) === expected ? null : `${zone}: the minute of the week at ${iso(at)}`;
    }),
    ...compareHours(zone, date, moments),
  ];
}

/** Opening hours over and beside a change, by the moments that begin and end them. */
function compareHours(zone: string, date: string, moments: readonly number[]): readonly (string | null)[] {
  const [from, to] = [150, 200];
  const calendar = { timezone: zone, hours: everyDay(from, to) };
  const days = [-2, -1, 0, 1, 2].map((days) =>
    new Date(Date.parse(date) + days * day).toISOString().slice(0, 10),
  );
  const open = days.map((one) => [firstMomentOf(zone, one, from), firstMomentOf(zone, one, to)] as const);
  const passed = (until: number) =>
    open.reduce(
      (sum, [begin, end]) => sum + Math.max(0, Math.min(end, until) - Math.max(begin, open[0]![0])),
      0,
    );
  return moments.flatMap((at) => {
    const isOpen = open.some(([begin, end]) => begin <= at && at < end);
    const next = open.find(([begin]) => begin > at)?.[0] ?? null;
    return [
      isOpenAt(calendar, at) === isOpen ? null : `${zone}: open at ${iso(at)}`,
      nextOpeningAfter(calendar, at) === next ? null : `${zone}: the next opening after ${iso(at)}`,
      officeTimeBetween(calendar, open[0]![0], at) === passed(at)
        ? null
        : `${zone}: the hours until ${iso(at)}`,
    ];
  });
}

function everyDay(from: number, to: number) {
  return Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, [{ from, to }]]));
}

function iso(at: number | null): string {
  return at === null ? 'never' : new Date(at).toISOString();
}
