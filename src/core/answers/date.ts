import { DateTime } from 'luxon';
import { READ_LIMIT, toWords } from '../words.js';
import type { AnswerSetting, DateKind } from './answer-kind.js';
import { boundOn } from './date-bound.js';
import { fillers, monthNumbers, nearDays, units, weekdayNumbers } from './date-words.js';
import { hasDoubt, isQuestion } from './doubt.js';
import { numberOfWord } from './number-words.js';

const mostWords = 10;
const [firstYear, lastYear] = [1900, 2199];

/** A day of some year, or of whichever year fits. */
interface Day {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/**
 * The one day that a text names, as ISO date, in the workspace's time zone. A day without a year is the next one, or the
 * last one where only that is in the range; a weekday is the next one after today.
 */
export function readDate(text: string, kind: DateKind, setting: AnswerSetting): string | null {
  const head = text.slice(0, READ_LIMIT).normalize('NFKC').trim();
  const words = toWords(head);
  if (words.length > mostWords || isQuestion(head) || hasDoubt(words)) return null;
  const today = todayOf(setting);
  const days = readFigures(head, setting) ?? readNamed(words) ?? readRelative(words, today);
  return firstAllowed(days ?? [], today, kind);
}

function todayOf({ now, timezone }: AnswerSetting): DateTime {
  return DateTime.fromMillis(now, { zone: timezone }).startOf('day');
}

const ISO_DATE = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/u;
const FIGURES = /(?<![\d./])(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})|\.(?!\d))?(?![\d/])/u;

/** `2026-05-03`, `3.5.2026`, `03/05`: null where the text has no figures of that shape. */
function readFigures(text: string, setting: AnswerSetting): readonly Day[] | null {
  const isoDate = ISO_DATE.exec(text);
  const found = isoDate ?? FIGURES.exec(text);
  if (found === null) return null;
  if (hasDigits(text, found[0])) return [];
  return [isoDate === null ? dayOfFigures(found, setting) : dayOf(isoDate[1], isoDate[2], isoDate[3])];
}

function dayOfFigures([, first, mark, second, year]: readonly string[], setting: AnswerSetting): Day {
  const dayFirst = dayOf(year, second, first);
  if (mark === '.') return dayFirst;
  const monthFirst = dayOf(year, first, second);
  const [usual, other] = putsMonthFirst(setting) ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  return isMonth(usual.month) ? usual : other;
}

/** Whether anything else in the text might be a part of a date, or another one. */
function hasDigits(text: string, without: string): boolean {
  return /\d/u.test(text.replace(without, ' '));
}

/** Americans put the month first; whoever writes English elsewhere does not. Without a zone of its own it is undecided. */
function putsMonthFirst({ languages, timezone }: AnswerSetting): boolean {
  return languages[0] === 'en' && /^(?:America\/|US\/|Pacific\/Honolulu|UTC|Etc\/)/u.test(timezone);
}

/** `3 May`, `May 3rd, 2026`, `3. Mai`. */
function readNamed(words: readonly string[]): readonly Day[] | null {
  const named = words.filter((word) => monthNumbers.has(word));
  const [month, second] = named;
  if (month === undefined || second !== undefined) return null;
  const figures = words.flatMap((word) => /^(\d{1,2})(?:st|nd|rd|th|ten|ter)?$/u.exec(word)?.[1] ?? []);
  const years = words.filter((word) => /^\d{4}$/u.test(word));
  const known = words.filter((word) => isPartOfDate(word));
  const [day, ...more] = figures;
  if (day === undefined || years.length > 1 || known.length < words.length) return [];
  if (more.length > 1 || (more.length === 1 && years.length === 1)) return [];
  return [dayOf(years[0] ?? more[0], String(monthNumbers.get(month)), day)];
}

function isPartOfDate(word: string): boolean {
  return (
    monthNumbers.has(word) ||
    fillers.has(word) ||
    weekdayNumbers.has(word) ||
    /^\d{1,4}(?:st|nd|rd|th|ten|ter)?$/u.test(word)
  );
}

/** `tomorrow`, `next friday`, `in two weeks`. */
function readRelative(words: readonly string[], today: DateTime): readonly Day[] | null {
  const phrase = words.filter((word) => !fillers.has(word)).join(' ');
  const near = nearDays.get(phrase);
  if (near !== undefined) return [toDay(today.plus({ days: near }))];
  const weekday = weekdayNumbers.get(phrase);
  if (weekday !== undefined) return [toDay(today.plus({ days: ((weekday - today.weekday + 6) % 7) + 1 }))];
  return readDistance(phrase.split(' '), today);
}

function readDistance(words: readonly string[], today: DateTime): readonly Day[] | null {
  const [first] = words;
  const isPast = first === 'vor' || words.at(-1) === 'ago';
  const distance = first === 'in' || first === 'vor' ? words.slice(1) : isPast ? words.slice(0, -1) : [];
  const [amount = '', unit = '', more] = distance;
  const size = units.get(unit);
  const count = countOf(amount);
  if (size === undefined || count === null || more !== undefined) return null;
  return [toDay(today.plus({ [size]: isPast ? -count : count }))];
}

function countOf(word: string): number | null {
  if (/^\d{1,3}$/u.test(word)) return Number(word);
  return word === 'a' || word === 'an' ? 1 : numberOfWord(word, [word]);
}

function firstAllowed(days: readonly Day[], today: DateTime, kind: DateKind): string | null {
  const dates = days.flatMap((day) => datesOf(day, today));
  const [least, most] = [kind.atLeast, kind.atMost].map((bound) => bound && boundOn(bound, iso(today)));
  return (
    dates.find((date) => (least === undefined || date >= least) && (most === undefined || date <= most)) ??
    null
  );
}

/** Without a year: the next such day first, then the last one. */
function datesOf({ year, month, day }: Day, today: DateTime): readonly string[] {
  const years = year === null ? yearsAround(today.year) : [year];
  const dates = years
    .map((one) => DateTime.fromObject({ year: one, month, day }, { zone: today.zone }))
    .filter((date) => date.isValid && date.year >= firstYear && date.year <= lastYear)
    .map(iso);
  if (year !== null) return dates;
  const now = iso(today);
  const [past, coming] = [dates.filter((date) => date < now), dates.filter((date) => date >= now)];
  return [...coming.slice(0, 1), ...past.slice(-1)];
}

/** Far enough for a 29 February. */
function yearsAround(year: number): readonly number[] {
  return Array.from({ length: 17 }, (_, index) => year - 8 + index);
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): Day {
  return { year: year === undefined ? null : fullYear(year), month: Number(month), day: Number(day) };
}

/** Of two figures: this century up to 49, the last one from there. */
function fullYear(year: string): number {
  const number = Number(year);
  if (year.length > 2) return number;
  return number < 50 ? 2000 + number : 1900 + number;
}

function toDay({ year, month, day }: DateTime): Day {
  return { year, month, day };
}

function isMonth(number: number): boolean {
  return number >= 1 && number <= 12;
}

function iso(date: DateTime): string {
  return date.toFormat('yyyy-MM-dd');
}
