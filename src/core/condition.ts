import { boundOn, isIsoDate } from './answers/date-bound.js';
import { weekdays } from './week-time.js';
import { toMatchText } from './words.js';

/** One structured test over one subject. No expressions: what can be asked is what stands here. */
export type Test =
  | { readonly kind: 'is'; readonly value: string }
  | { readonly kind: 'is_one_of'; readonly values: readonly string[] }
  /** One of these whole words or phrases occurs. */
  | { readonly kind: 'has_word'; readonly words: readonly string[] }
  | { readonly kind: 'is_known'; readonly known: boolean }
  /** It is none of these. Of what is not known that cannot be said, and nothing holds. */
  | { readonly kind: 'is_not'; readonly values: readonly string[] }
  /** One of these is among the choices that were taken. */
  | { readonly kind: 'includes'; readonly values: readonly string[] }
  /** It begins with one of these. */
  | { readonly kind: 'starts_with'; readonly values: readonly string[] }
  /** It is a number, and compares so. */
  | { readonly kind: NumberComparison; readonly number: number }
  /** It is a date, and earlier or later than this one. */
  | { readonly kind: 'before' | 'after'; readonly date: string }
  /** It is a minute of the day, from one up to another that it is not; over midnight where the first is the later. */
  | { readonly kind: 'minute_between'; readonly from: number; readonly to: number };

export type NumberComparison = 'at_least' | 'at_most' | 'more_than' | 'less_than';

export type Subject =
  | { readonly kind: 'answer'; readonly name: string }
  | { readonly kind: 'contact'; readonly name: string }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'consent'; readonly topic: string }
  | { readonly kind: 'channel' }
  | { readonly kind: 'reply_window' }
  | { readonly kind: 'office_hours' }
  /** A field as a number; 0 where it is none. */
  | { readonly kind: 'score'; readonly name: string }
  /** How often the contact has begun this flow, or this run has come to a step of it. */
  | { readonly kind: 'visits'; readonly step: string | null }
  /** Whether this run has reached it. */
  | { readonly kind: 'outcome'; readonly name: string }
  | { readonly kind: 'language' }
  /** By the workspace's clock: `mon`, and the minute of the day. */
  | { readonly kind: 'weekday' }
  | { readonly kind: 'time' };

export type Condition =
  | { readonly kind: 'test'; readonly subject: Subject; readonly test: Test }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

/** What conditions may look at, beside the frame's own answers. */
export interface ConditionFacts {
  readonly contact: {
    readonly tags: readonly string[];
    readonly fields: Readonly<Record<string, string>>;
    readonly firstName: string | null;
    /** The way that was drawn for them in each split. */
    readonly splits?: Readonly<Record<string, string>>;
  };
  readonly consentedTopics: readonly string[];
  readonly channel: string;
  readonly windowIsOpen: boolean;
  readonly isOfficeHours: boolean;
  /** ISO date in the workspace's time zone: what `today` means. */
  readonly today: string;
  /** The one that the contact is spoken to in. */
  readonly language: string;
  /** Names of the outcomes that this run has reached. */
  readonly outcomes: readonly string[];
  /** How often the contact has begun the present flow, this time included. */
  readonly flowVisits: number;
  /** Minutes since the beginning of the week, Monday midnight, by the workspace's clock. */
  readonly minuteOfWeek: number;
}

export interface Facts extends ConditionFacts {
  readonly answers: Readonly<Record<string, string>>;
  /** How often this frame has come to each step. */
  readonly visits: Readonly<Record<string, number>>;
}

export function holds(condition: Condition, facts: Facts): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => holds(part, facts));
    case 'any':
      return condition.of.some((part) => holds(part, facts));
    case 'not':
      return !holds(condition.of, facts);
    case 'test':
      return passes(condition.test, readSubject(condition.subject, facts), facts.today);
  }
}

/** The subject's value as text; null when nothing is known. Yes-or-no subjects read `yes` or `no`. */
export function readSubject(subject: Subject, facts: Facts): string | null {
  switch (subject.kind) {
    case 'answer':
      return readOwn(facts.answers, subject.name);
    case 'contact':
      return subject.name === 'first_name'
        ? facts.contact.firstName
        : readOwn(facts.contact.fields, subject.name);
    case 'tag':
      return yesOrNo(facts.contact.tags.includes(subject.name));
    case 'consent':
      return yesOrNo(facts.consentedTopics.includes(subject.topic));
    case 'channel':
      return facts.channel;
    case 'reply_window':
      return facts.windowIsOpen ? 'open' : 'closed';
    case 'office_hours':
      return yesOrNo(facts.isOfficeHours);
    case 'score':
      return scoreOf(readOwn(facts.contact.fields, subject.name));
    case 'visits':
      return String(subject.step === null ? facts.flowVisits : visitsTo(subject.step, facts));
    case 'outcome':
      return yesOrNo(facts.outcomes.includes(subject.name));
    case 'language':
      return facts.language;
    case 'weekday':
      return weekdays[Math.floor(facts.minuteOfWeek / minutesOfDay)] ?? null;
    case 'time':
      return String(facts.minuteOfWeek % minutesOfDay);
  }
}

function passes(test: Test, value: string | null, today: string): boolean {
  if (test.kind === 'is_known') return (value !== null) === test.known;
  if (value === null) return false;
  const given = toComparable(value);
  switch (test.kind) {
    case 'is':
      return given === toComparable(test.value);
    case 'is_one_of':
      return isOneOf(given, test.values);
    case 'has_word':
      return test.words.some((word) => ` ${given} `.includes(` ${toComparable(word)} `));
    case 'is_not':
      return !isOneOf(given, test.values);
    case 'includes':
      return value.split(',').some((part) => isOneOf(toComparable(part), test.values));
    case 'starts_with':
      return test.values.some((candidate) => given.startsWith(toComparable(candidate)));
    case 'before':
    case 'after':
      return comparesAsDate(test, value, today);
    case 'minute_between':
      return isBetween(Number(value), test);
    default:
      return comparesAsNumber(test, value);
  }
}

function isOneOf(given: string, candidates: readonly string[]): boolean {
  return candidates.some((candidate) => given === toComparable(candidate));
}

const minutesOfDay = 24 * 60;

function scoreOf(field: string | null): string {
  return field !== null && CANONICAL_NUMBER.test(field.trim()) ? field : '0';
}

function visitsTo(step: string, { visits }: Facts): number {
  return Object.hasOwn(visits, step) ? (visits[step] ?? 0) : 0;
}

const CANONICAL_NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/u;

function comparesAsNumber(
  { kind, number }: Extract<Test, { kind: NumberComparison }>,
  value: string,
): boolean {
  if (!CANONICAL_NUMBER.test(value.trim())) return false;
  const given = Number(value);
  switch (kind) {
    case 'at_least':
      return given >= number;
    case 'at_most':
      return given <= number;
    case 'more_than':
      return given > number;
    case 'less_than':
      return given < number;
  }
}

/** ISO dates compare as texts do. */
function comparesAsDate(
  { kind, date }: Extract<Test, { kind: 'before' | 'after' }>,
  value: string,
  today: string,
): boolean {
  if (!isIsoDate(value)) return false;
  const bound = boundOn(date, today);
  return kind === 'before' ? value < bound : value > bound;
}

function isBetween(minute: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return from <= to ? from <= minute && minute < to : from <= minute || minute < to;
}

/** Texts are compared by their words; those that have none, such as emoji, as they stand. */
function toComparable(text: string): string {
  return toMatchText(text) || text.trim();
}

/** Own properties only: a name such as `constructor` must not reach a prototype. */
function readOwn(record: Readonly<Record<string, string>>, name: string): string | null {
  return Object.hasOwn(record, name) ? (record[name] ?? null) : null;
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
