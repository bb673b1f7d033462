import { expect, it } from 'vitest';
import { firstMomentOf, shownAt } from '../history/shown-time.js';
import { compareClocks } from './compare.js';

it('takes clock times for what the clock on the wall shows, wherever the process believes to be', () => {
  const { compared, mismatches } = compareClocks();

  expect(mismatches).toEqual([]);
  expect(compared).toBeGreaterThan(5_000);
});

it.each([
  // A gap, an overlap, one of half an hour, and a day that begins at one.
  ['Europe/Berlin', '2026-03-29', 150, '2026-03-29T01:00:00.000Z'],
  ['Europe/Berlin', '2026-10-25', 150, '2026-10-25T00:30:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-04', 135, '2026-10-03T15:30:00.000Z'],
  ['Australia/Lord_Howe', '2026-04-05', 105, '2026-04-04T14:45:00.000Z'],
  ['Africa/Cairo', '2026-04-24', 0, '2026-04-23T22:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-03-29', 5, '2026-03-28T10:05:00.000Z'],
])('knows from the tables when in %s on %s minute %d comes', (zone, date, minute, expected) => {
  expect(new Date(firstMomentOf(zone, date, minute)).toISOString()).toBe(expected);
});

it('knows what the clock shows', () => {
  const shown = { date: '2026-10-25', minute: 150, weekday: 7 };
  expect(shownAt('Europe/Berlin', Date.parse('2026-10-25T00:30:00Z'))).toEqual(shown);
  expect(shownAt('Europe/Berlin', Date.parse('2026-10-25T01:30:00Z'))).toEqual(shown);
});
