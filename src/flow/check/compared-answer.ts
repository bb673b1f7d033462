import type { AnswerKind } from '../../core/answers/answer-kind.js';
import { isIsoDate, namedBounds } from '../../core/answers/date-bound.js';
import { readAnswer } from '../../core/answers/read-answer.js';
import { splitPicks } from '../../core/answers/several.js';
import type { Question } from '../../core/flow.js';
import { toMatchText } from '../../core/words.js';
import type { ComparedValue } from '../mention.js';
import { didYouMean } from '../nearest-word.js';
import type { Advice } from '../report.js';

/** Why a comparison with what a question takes never comes out, or never goes wrong. */
export interface Objection extends Advice {
  readonly code: 'unknown-choice' | 'test-not-here' | 'never-true';
  readonly message: string;
}

/** What stands against comparing this question's answer so; null: nothing. */
export function objectionTo(question: Question, { value, by }: ComparedValue): Objection | null {
  switch (by) {
    case undefined:
    case 'is_not':
      return question.choices.length > 0 ? notChosen(question, value) : notWritten(question, value);
    case 'includes':
      return question.kind?.kind === 'several'
        ? notChosen(question, value)
        : notHere(by, 'questions of kind: several', 'Write the value itself.');
    case 'starts_with':
      return noBeginning(question, value);
    case 'before':
    case 'after':
      return wrongDate(question, by, value);
    default:
      return wrongNumber(question, by, Number(value));
  }
}

function notChosen({ choices, kind }: Question, value: string): Objection | null {
  const known = new Set(choices.map((choice) => toMatchText(choice.value)));
  const parts = kind?.kind === 'several' ? splitPicks(value) : [value];
  if (parts.every((part) => known.has(toMatchText(part)))) return null;
  const allowed = choices.map((choice) => choice.value);
  return {
    code: 'unknown-choice',
    message: `"${value}" is none of the choices that this answer can be.`,
    allowed,
    hint: didYouMean(value, allowed),
  };
}

/** Bounds that move with the day are left out. */
function notWritten(question: Question, value: string): Objection | null {
  const { kind } = question;
  const kept = kind?.kind === 'date' ? keptDate(value) : readAnswer(question, value, anyDay);
  if (kept !== null && toMatchText(kept) === toMatchText(value)) return null;
  return {
    code: 'never-true',
    message: `"${value}" is never what is kept of this answer.`,
    hint: kept === null ? `The question takes ${describeKind(kind)}.` : `It is kept as "${kept}".`,
  };
}

function keptDate(value: string): string | null {
  return isIsoDate(value) ? value : null;
}

const anyDay = { now: 0, timezone: 'UTC', languages: [] };

function noBeginning({ choices }: Question, value: string): Objection | null {
  const start = toMatchText(value);
  const isThere = choices.some((choice) => toMatchText(choice.value).startsWith(start));
  return choices.length === 0 || isThere
    ? null
    : {
        code: 'never-true',
        message: `No choice of this answer begins with "${value}".`,
        allowed: choices.map((choice) => choice.value),
      };
}

/** Words of the contact's own may be a number or a date; all other kinds are known. */
function isAnyText({ kind, choices }: Question): boolean {
  return kind === undefined ? choices.length === 0 : kind.kind === 'text' || kind.kind === 'pattern';
}

function wrongNumber(question: Question, by: string, bound: number): Objection | null {
  if (isAnyText(question)) return null;
  const range = numbersOf(question);
  if (range === null)
    return notHere(by, 'numbers', 'Give the question kind: number, or compare something else.');
  const [least, most] = range;
  const canBe = {
    at_least: most >= bound,
    more_than: most > bound,
    at_most: least <= bound,
    less_than: least < bound,
  };
  const isPossible = Object.entries(canBe).some(([test, can]) => test === by && can);
  return isPossible ? null : never(by, String(bound), describeRange(least, most));
}

function describeRange(least: number, most: number): string {
  if (least === -Infinity) return `It is ${most} at the most.`;
  return most === Infinity ? `It is ${least} at the least.` : `It goes from ${least} to ${most}.`;
}

function numbersOf({ kind, choices }: Question): readonly [least: number, most: number] | null {
  if (kind?.kind === 'number') return [kind.atLeast ?? -Infinity, kind.atMost ?? Infinity];
  if (kind?.kind === 'several' || kind?.kind === 'yes_no') return null;
  const values = choices.map(({ value }) => Number(value)).filter((value) => !Number.isNaN(value));
  return values.length === 0 ? null : [Math.min(...values), Math.max(...values)];
}

function wrongDate(question: Question, by: 'before' | 'after', bound: string): Objection | null {
  const { kind, choices } = question;
  if (isAnyText(question) || choices.some(({ value }) => isIsoDate(value))) return null;
  if (kind?.kind !== 'date')
    return notHere(by, 'dates', 'Give the question kind: date, or compare something else.');
  const limit = by === 'before' ? kind.atLeast : kind.atMost;
  if (limit === undefined || namedBounds.includes(limit) !== namedBounds.includes(bound)) return null;
  const isPossible = namedBounds.includes(bound)
    ? order(by, namedBounds.indexOf(limit), namedBounds.indexOf(bound))
    : order(by, limit, bound);
  return isPossible
    ? null
    : never(by, bound, `It is ${limit} ${by === 'before' ? 'or later' : 'or earlier'}.`);
}

function order<T extends number | string>(by: 'before' | 'after', limit: T, bound: T): boolean {
  return by === 'before' ? limit < bound : limit > bound;
}

function notHere(by: string, what: string, hint: string): Objection {
  return { code: 'test-not-here', message: `"${by}" compares ${what}; this answer is none of them.`, hint };
}

function never(by: string, bound: string, hint: string): Objection {
  return { code: 'never-true', message: `This answer is never ${by.replace('_', ' ')} ${bound}.`, hint };
}

function describeKind(kind: AnswerKind | undefined): string {
  return kind === undefined ? 'any words' : `kind: ${kind.kind}`;
}
