import type { DateKind, NumberKind, PatternKind, SeveralKind } from '../../core/answers/answer-kind.js';
import { boundOn, isIsoDate, namedBounds } from '../../core/answers/date-bound.js';
import { readPattern } from '../../core/answers/pattern.js';
import { compilePattern } from '../../core/linear-pattern.js';
import { isPhoneCountry } from '../../core/answers/phone.js';
import type { StepReading } from './step.js';

type Bounds = { readonly [K in 'at_least' | 'at_most']?: number | string | undefined };
type BoundKey = keyof Bounds;

export const LONGEST_TEXT = 2_000;
const LONGEST_PATTERN = 500;
export const scales: readonly number[] = [5, 10];
const USUAL_SCALE = 5;

export function readLongest(
  { longest }: { readonly longest?: number | undefined },
  step: StepReading,
): { readonly longest?: number } {
  if (longest === undefined) return {};
  if (Number.isInteger(longest) && longest >= 1 && longest <= LONGEST_TEXT) return { longest };
  step.report.error(
    step.place('longest'),
    'bad-number',
    `An answer can have 1 to ${LONGEST_TEXT} characters at most.`,
  );
  return {};
}

export function readNumberRange(
  written: Bounds & { readonly whole?: boolean | undefined },
  step: StepReading,
): Omit<NumberKind, 'kind'> {
  const [atLeast, atMost] = [readNumber('at_least', written, step), readNumber('at_most', written, step)];
  const isWhole = written.whole === true;
  const [least, most] = [atLeast ?? -Infinity, atMost ?? Infinity];
  if (least > most || (isWhole && Math.ceil(least) > Math.floor(most))) {
    reportRange(isWhole && least <= most ? 'No whole number lies' : 'No number lies', step);
  }
  return {
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
    ...(isWhole ? { isWhole } : {}),
  };
}

export function readDateRange(written: Bounds, step: StepReading): Omit<DateKind, 'kind'> {
  const [atLeast, atMost] = [readDay('at_least', written, step), readDay('at_most', written, step)];
  // Compared on any one day, so that of "today" and "tomorrow", too, one is the earlier.
  const [least = '', most = '9999'] = [atLeast, atMost].map((bound) => bound && boundOn(bound, '2026-01-01'));
  const areAlike = namedBounds.includes(atLeast ?? '') === namedBounds.includes(atMost ?? '');
  if (areAlike && least > most) reportRange('No day lies', step);
  return { ...(atLeast === undefined ? {} : { atLeast }), ...(atMost === undefined ? {} : { atMost }) };
}

/** How many of the choices; all of them where nothing else is said. */
export function readPickRange(
  written: Bounds,
  choices: number,
  step: StepReading,
): Omit<SeveralKind, 'kind'> {
  if (choices === 0) {
    step.report.error(
      step.place('kind'),
      'several-without-choices',
      'There is nothing to choose several of.',
      {
        hint: 'List them under choices.',
      },
    );
  }
  const [atLeast, atMost] = [readCount('at_least', written, step), readCount('at_most', written, step)];
  if (choices > 0 && ((atLeast ?? 1) > choices || (atMost ?? 1) > choices)) {
    reportRange(`There are only ${choices} choices, and so many cannot lie`, step);
  } else if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) {
    reportRange('Nothing lies', step);
  }
  return { atLeast: atLeast ?? 1, atMost: atMost ?? Math.max(choices, 1) };
}

export function readScale(
  { scale = USUAL_SCALE }: { readonly scale?: number | undefined },
  step: StepReading,
): number {
  if (scales.includes(scale)) return scale;
  step.report.error(step.place('scale'), 'bad-number', 'A rating goes from 1 to 5 or from 1 to 10.', {
    allowed: scales.map(String),
  });
  return USUAL_SCALE;
}

export function readCountry(
  { country }: { readonly country?: string | undefined },
  step: StepReading,
): { readonly country?: string } {
  if (country === undefined) return {};
  const code = country.toUpperCase();
  if (isPhoneCountry(code)) return { country: code };
  step.report.error(step.place('country'), 'unknown-country', `"${country}" is no country code.`, {
    hint: 'Write two letters, such as DE, GB or US.',
  });
  return {};
}

/** A pattern that does not compile is left as one that nothing fits: it was reported. */
export function readPatternKind(
  { pattern, example }: { readonly pattern?: string | undefined; readonly example?: string | undefined },
  step: StepReading,
): PatternKind {
  if (pattern === undefined) {
    step.report.error(step.place('kind'), 'missing-key', '"pattern" is missing; it takes a text.', {
      hint: 'Such as pattern: "[A-Z]{2}[0-9]{6}"',
    });
    return { kind: 'pattern', pattern: '' };
  }
  const problem = problemOf(pattern);
  if (problem !== null) {
    step.report.error(step.place('pattern'), 'bad-pattern', `This is no pattern: ${problem}.`, {
      hint: 'Patterns are written as in RE2: no look-around and no references back.',
    });
  } else if (example !== undefined && readPattern(example, { pattern }) === null) {
    step.report.error(step.place('example'), 'bad-example', `"${example}" does not fit the pattern itself.`);
  }
  return { kind: 'pattern', pattern, ...(example === undefined ? {} : { example: step.literal('example') }) };
}

function problemOf(pattern: string): string | null {
  if (pattern.length > LONGEST_PATTERN) return `it has more than ${LONGEST_PATTERN} characters`;
  const compiled = compilePattern(pattern);
  return 'problem' in compiled ? compiled.problem : null;
}

function readNumber(key: BoundKey, written: Bounds, step: StepReading): number | undefined {
  const value = written[key];
  if (value === undefined || typeof value === 'number') return value;
  step.report.error(step.place(key), 'bad-number', `"${value}" is no number.`, {
    hint: 'Write it without quotes, with a point for decimals: 12.5',
  });
  return undefined;
}

function readCount(key: BoundKey, written: Bounds, step: StepReading): number | undefined {
  const value = readNumber(key, written, step);
  if (value === undefined || (Number.isInteger(value) && value >= 1)) return value;
  step.report.error(step.place(key), 'bad-number', 'Choices are counted in whole numbers from 1.');
  return undefined;
}

function readDay(key: BoundKey, written: Bounds, step: StepReading): string | undefined {
  const value = written[key];
  if (value === undefined) return undefined;
  const day = String(value);
  if (namedBounds.includes(day) || isIsoDate(day)) return day;
  step.report.error(step.place(key), 'bad-date', `"${day}" is no day.`, {
    allowed: namedBounds,
    hint: 'Or write year, month and day: 2026-05-03.',
  });
  return undefined;
}

function reportRange(what: string, step: StepReading): void {
  const key = step.node('at_least') === undefined ? 'at_most' : 'at_least';
  step.report.error(step.place(key), 'impossible-range', `${what} between at_least and at_most.`);
}
