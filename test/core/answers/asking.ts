import type { AnswerKind, AnswerSetting } from '../../../src/core/answers/answer-kind.js';
import { ratingChoices } from '../../../src/core/answers/rating.js';
import { readAnswer } from '../../../src/core/answers/read-answer.js';
import type { Choice, Question } from '../../../src/core/flow.js';
import { toMatchText } from '../../../src/core/words.js';

/** Thursday 30 April 2026, 23:30 in Berlin. */
export const thursdayNight: AnswerSetting = {
  now: Date.UTC(2026, 3, 30, 21, 30),
  timezone: 'Europe/Berlin',
  languages: ['en', 'de'],
};

export const english: AnswerSetting = { ...thursdayNight, languages: ['en'] };
export const german: AnswerSetting = { ...thursdayNight, languages: ['de'] };
export const american: AnswerSetting = { ...english, timezone: 'America/New_York' };

export function question(kind: AnswerKind | undefined, choices: readonly Choice[] = []): Question {
  const offered = kind?.kind === 'rating' ? ratingChoices(kind.scale) : choices;
  return { text: ['?'], choices: offered, retry: null, ...(kind === undefined ? {} : { kind }) };
}

export function choice(title: string, ...also: readonly string[]): Choice {
  return { title, value: toMatchText(title), words: [title, ...also].map(toMatchText) };
}

export function read(kind: AnswerKind, text: string, setting: AnswerSetting = thursdayNight): string | null {
  return readAnswer(question(kind), text, setting);
}
