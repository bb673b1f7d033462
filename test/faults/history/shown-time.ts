/** What a clock on a wall shows, by Node's own tables of zones: no code of the server, nor its library of dates. */
export interface Shown {
  /** `2026-03-29`. */
  readonly date: string;
  /** Since midnight, as shown. */
  readonly minute: number;
  /** ISO: 1 Monday … 7 Sunday. */
  readonly weekday: number;
}

const minuteLong = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** At a moment, epoch ms. */
export function shownAt(zone: string, at: number): Shown {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute } = parts as Record<
    'year' | 'month' | 'day' | 'hour' | 'minute',
    string
  >;
  const date = `${year}-${month}-${day}`;
  return { date, minute: Number(hour) * 60 + Number(minute), weekday: weekdayOf(date) };
}

/**
 * The first moment of a day at which a time has come: of a time that the clock skips the moment at which it goes on, of one
 * that it shows twice the first; where it skips the rest of the day, the next day's beginning.
 */
export function firstMomentOf(zone: string, date: string, minute: number): number {
  const { minutes, end } = dayOf(zone, date);
  return minutes.find((one) => one.minute >= minute)?.at ?? end;
}

interface Day {
  /** What each of its minutes shows, in their order. */
  readonly minutes: readonly { readonly at: number; readonly minute: number }[];
  /** When another day begins. */
  readonly end: number;
}

const days = new Map<string, Day>();
/** By so much the clock is changed at most, and the day around it begins at another moment than its noon says, ms. */
const largestChange = 3 * 60 * minuteLong;

/** Looked at minute by minute: how clocks are changed is not for us to know. */
function dayOf(zone: string, date: string): Day {
  const known = days.get(`${zone} ${date}`);
  if (known !== undefined) return known;
  const minutes: { at: number; minute: number }[] = [];
  const noon = Date.parse(`${date}T12:00:00Z`);
  const atNoon = shownAt(zone, noon);
  const ahead = Date.parse(`${atNoon.date}T00:00:00Z`) + atNoon.minute * minuteLong - noon;
  let at = Date.parse(`${date}T00:00:00Z`) - ahead - largestChange;
  for (let shown = shownAt(zone, at); shown.date <= date; at += minuteLong, shown = shownAt(zone, at)) {
    if (shown.date === date) minutes.push({ at, minute: shown.minute });
  }
  const day = { minutes, end: at };
  days.set(`${zone} ${date}`, day);
  return day;
}

/** Of the days that the clock shows from `at` on, the first such moment after it; `weekday` null: on any. */
export function nextMoment(zone: string, at: number, weekday: number | null, minute: number): number {
  const { date } = shownAt(zone, at);
  for (let days = 0; ; days += 1) {
    const day = new Date(Date.parse(date) + days * 24 * 60 * minuteLong).toISOString().slice(0, 10);
    if (weekday !== null && weekdayOf(day) !== weekday) continue;
    const moment = firstMomentOf(zone, day, minute);
    if (moment > at) return moment;
  }
}

function weekdayOf(date: string): number {
  return ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const numeric = { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en-US', {
    ...numeric,
    year: 'numeric',
    timeZone: zone,
    hourCycle: 'h23',
    calendar: 'iso8601',
  });
  formats.set(zone, format);
  return format;
}
