const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How moments and spans are said to one reader. All moments are epoch ms. */
export interface Times {
  /** `3 min`, `2 h`, `4 d`: how long, without words around it. */
  readonly span: (ms: number) => string;
  /** `3 minutes ago`, `in 2 hours`. */
  readonly relative: (at: number, now: number) => string;
  /** `Tue 3 March 2026, 14:05:09 CET`: everything, for whoever looks closely. */
  readonly absolute: (at: number) => string;
  /** `14:05`. */
  readonly clock: (at: number) => string;
  /** `3 March`, with the year where it is another than now’s. */
  readonly date: (at: number, now: number) => string;
  /** `today`, `yesterday`, else the date with its weekday: heads of days in a story. */
  readonly day: (at: number, now: number) => string;
  readonly number: (value: number) => string;
}

/** Intl's formatters are slow to make: one set for each language and zone. */
export function createTimes(locale: string, timeZone: string | undefined, wordForNow: string): Times {
  const zone = timeZone === undefined ? {} : { timeZone };
  const dated = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, ...zone });
  const absolute = dated({
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  });
  const clock = dated({ hour: '2-digit', minute: '2-digit' });
  const shortDate = dated({ day: 'numeric', month: 'short' });
  const longDate = dated({ day: 'numeric', month: 'short', year: 'numeric' });
  const weekday = dated({ weekday: 'long', day: 'numeric', month: 'long' });
  const isoDay = new Intl.DateTimeFormat('sv-SE', zone);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const number = new Intl.NumberFormat(locale);
  const spans = spanFormats(locale);
  const date = (at: number, now: number): string =>
    (isoDay.format(at).slice(0, 4) === isoDay.format(now).slice(0, 4) ? shortDate : longDate).format(at);
  return {
    span: (ms) => {
      const { unit, count } = inUnits(Math.abs(ms));
      return count === 0 ? wordForNow : spans[unit].format(count);
    },
    relative: (at, now) => {
      const { unit, count } = inUnits(Math.abs(at - now));
      return count === 0 ? wordForNow : relative.format(at < now ? -count : count, unit);
    },
    absolute: (at) => absolute.format(at),
    clock: (at) => clock.format(at),
    date,
    day: (at, now) => {
      const days = Math.round((Date.parse(isoDay.format(at)) - Date.parse(isoDay.format(now))) / day);
      if (days === 0 || days === -1) return relative.format(days, 'day');
      return days > -300 ? weekday.format(at) : date(at, now);
    },
    number: (value) => number.format(value),
  };
}

type Unit = 'minute' | 'hour' | 'day';

function inUnits(ms: number): { readonly unit: Unit; readonly count: number } {
  if (ms < hour) return { unit: 'minute', count: Math.floor(ms / minute) };
  if (ms < 2 * day) return { unit: 'hour', count: Math.floor(ms / hour) };
  return { unit: 'day', count: Math.floor(ms / day) };
}

function spanFormats(locale: string): Readonly<Record<Unit, Intl.NumberFormat>> {
  const format = (unit: Unit, unitDisplay: 'short' | 'narrow'): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay });
  return { minute: format('minute', 'short'), hour: format('hour', 'short'), day: format('day', 'short') };
}
