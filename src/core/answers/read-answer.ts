import type { Question } from '../flow.js';
import type { AnswerSetting } from './answer-kind.js';
import { readChoice } from './choice.js';
import { readDate } from './date.js';
import { readEmail } from './email.js';
import { readNumber } from './number.js';
import { readPattern } from './pattern.js';
import { readPhone } from './phone.js';
import { readRating } from './rating.js';
import { joinPicks, readPicks, severalOf, splitPicks } from './several.js';
import { readText } from './text.js';
import { readUrl } from './url.js';

/**
 * What a text answers to a question, in canonical form; null where it is no answer, or might be two. Total, and in time
 * that does not grow beyond what is read of a message. What it returns it reads as itself.
 */
export function readAnswer(question: Question, text: string, setting: AnswerSetting): string | null {
  const { kind, choices } = question;
  switch (kind?.kind) {
    case undefined:
      return choices.length === 0 ? readText(text) : readChoice(choices, text);
    case 'text':
      return readText(text, kind);
    case 'yes_no':
      return readChoice(choices, text);
    case 'several':
      return readSeveral(question, text);
    case 'number':
      return readNumber(text, kind, setting);
    case 'date':
      return readDate(text, kind, setting);
    case 'email':
      return readEmail(text);
    case 'phone':
      return readPhone(text, kind);
    case 'url':
      return readUrl(text);
    case 'rating':
      return readRating(text, kind, setting);
    case 'pattern':
      return readPattern(text, kind);
  }
}

/** Whether any words at all are an answer: then a keyword in them may still be meant as one. */
export function takesAnyText({ kind, choices }: Question): boolean {
  return kind === undefined ? choices.length === 0 : kind.kind === 'text';
}

/** All of the choices in one text; how they are chosen one by one is `several.ts`'s. */
function readSeveral(question: Question, text: string): string | null {
  const kept = splitPicks(text.trim());
  const isKept = kept.every((one) => question.choices.some(({ value }) => value === one));
  const values = isKept ? [...new Set(kept)] : (readPicks(text, [], question)?.values ?? []);
  const { atLeast, atMost } = severalOf(question);
  return values.length >= atLeast && values.length <= atMost ? joinPicks(question, values) : null;
}
