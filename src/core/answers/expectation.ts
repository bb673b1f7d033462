import { DateTime } from 'luxon';
import type { Question } from '../flow.js';
import type { PhraseSet } from '../phrases.js';
import { fillPhrase } from '../template.js';
import type { AnswerSetting, DateKind, NumberKind } from './answer-kind.js';
import { boundOn, dayAt } from './date-bound.js';
import { callingCodeOf } from './phone.js';

/** What to say to those whose answer was none: what the question expects, in the words of `phrases`. */
export function expectationOf({ kind }: Question, phrases: PhraseSet, setting: AnswerSetting): string {
  switch (kind?.kind) {
    case undefined:
      return phrases.retry;
    case 'text':
      return kind.longest === undefined
        ? phrases.retry
        : fillPhrase(phrases.retryLongText, { most: String(kind.longest) });
    case 'yes_no':
      return phrases.retryYesNo;
    case 'several':
      return fillPhrase(phrases.retrySeveral, { least: String(kind.atLeast), most: String(kind.atMost) });
    case 'number':
      return expectNumber(kind, phrases, setting);
    case 'date':
      return expectDate(kind, phrases, setting);
    case 'email':
      return phrases.retryEmail;
    case 'phone':
      return fillPhrase(phrases.retryPhone, { example: `+${callingCodeOf(kind.country)} 20 1234567` });
    case 'url':
      return phrases.retryUrl;
    case 'rating':
      return fillPhrase(phrases.retryRating, { most: String(kind.scale) });
    case 'pattern':
      return kind.example === undefined
        ? phrases.retryPattern
        : fillPhrase(phrases.retryPatternExample, { example: kind.example });
  }
}

function expectNumber({ atLeast, atMost }: NumberKind, phrases: PhraseSet, setting: AnswerSetting): string {
  const show = (value: number): string =>
    new Intl.NumberFormat(languageOf(setting), { maximumFractionDigits: 15 }).format(value);
  if (atLeast === undefined) {
    return atMost === undefined
      ? phrases.retryNumber
      : fillPhrase(phrases.retryNumberUpTo, { most: show(atMost) });
  }
  return atMost === undefined
    ? fillPhrase(phrases.retryNumberFrom, { least: show(atLeast) })
    : fillPhrase(phrases.retryNumberBetween, { least: show(atLeast), most: show(atMost) });
}

function expectDate({ atLeast, atMost }: DateKind, phrases: PhraseSet, setting: AnswerSetting): string {
  const show = (bound: string): string =>
    DateTime.fromISO(boundOn(bound, dayAt(setting.now, setting.timezone)), {
      locale: languageOf(setting),
    }).toLocaleString(DateTime.DATE_FULL);
  if (atLeast === undefined) {
    return atMost === undefined
      ? phrases.retryDate
      : fillPhrase(phrases.retryDateUpTo, { most: show(atMost) });
  }
  return atMost === undefined
    ? fillPhrase(phrases.retryDateFrom, { least: show(atLeast) })
    : fillPhrase(phrases.retryDateBetween, { least: show(atLeast), most: show(atMost) });
}

function languageOf({ languages }: AnswerSetting): string {
  return languages[0] ?? 'en';
}
