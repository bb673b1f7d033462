import type { Choice, Question } from '../flow.js';
import { toWords } from '../words.js';
import type { SeveralKind } from './answer-kind.js';
import { hasDoubt, isQuestion } from './doubt.js';

/** What has been chosen so far, and whether that is the whole answer. */
export interface Picks {
  readonly values: readonly string[];
  readonly isDone: boolean;
}

const separator = ', ';

/** Said instead of tapping the button that ends the choosing. */
const doneWords = new Set(
  [
    'done|finished|thats it|thats all|that is it|that is all|nothing else|no thats it|no thats all|no',
    'fertig|das wars|das war es|das ist alles|alles|sonst nichts|nichts weiter|nein|nein das wars',
  ].flatMap((words) => words.split('|')),
);

/** Words that join choices and say nothing of their own. */
const mostOtherWords = 6;

/** A choice that was tapped, added to those before. */
export function pickOne(value: string, picked: readonly string[], question: Question): Picks {
  return picksOf(question, [...picked, value], false);
}

/** What a tap on the last button comes to; null: too few are chosen. */
export function finishPicking(picked: readonly string[], question: Question): Picks | null {
  return picked.length >= severalOf(question).atLeast ? picksOf(question, picked, true) : null;
}

/** A single choice that is named is one more; several in one message are the whole answer. */
export function readPicks(text: string, picked: readonly string[], question: Question): Picks | null {
  if (doneWords.has(toWords(text).join(' ')) && picked.length > 0) return finishPicking(picked, question);
  const named = namedIn(text, question.choices);
  return named.length === 0 ? null : pickNamed(named, picked, question);
}

/** Choices that one message names, added to those before; null: they are too many. */
export function pickNamed(
  named: readonly string[],
  picked: readonly string[],
  question: Question,
): Picks | null {
  const values = [...new Set([...picked, ...named])];
  if (values.length > severalOf(question).atMost) return null;
  return picksOf(question, values, named.length > 1 && values.length >= severalOf(question).atLeast);
}

/** The answer as it is kept, in the order in which the question lists its choices. */
export function joinPicks({ choices }: Question, values: readonly string[]): string {
  return choices
    .map(({ value }) => value)
    .filter((value) => values.includes(value))
    .join(separator);
}

/** What a kept answer consists of. */
export function splitPicks(value: string): readonly string[] {
  return value.split(separator);
}

export function severalOf({ kind, choices }: Question): Pick<SeveralKind, 'atLeast' | 'atMost'> {
  return kind?.kind === 'several' ? kind : { atLeast: 1, atMost: choices.length };
}

function picksOf(question: Question, values: readonly string[], isDone: boolean): Picks {
  const unique = [...new Set(values)];
  return { values: unique, isDone: isDone || unique.length >= severalOf(question).atMost };
}

/** The choices that a text names, the longer phrase first where two begin alike; none where there is doubt. */
function namedIn(text: string, choices: readonly Choice[]): readonly string[] {
  if (isQuestion(text)) return [];
  const words = toWords(text);
  const named: string[] = [];
  const others: string[] = [];
  for (let at = 0; at < words.length;) {
    const found = longestAt(words, at, choices);
    if (found === null) others.push(words[at] ?? '');
    else named.push(found.value);
    at += found?.length ?? 1;
  }
  return others.length > mostOtherWords || hasDoubt(others) ? [] : [...new Set(named)];
}

function longestAt(
  words: readonly string[],
  at: number,
  choices: readonly Choice[],
): { readonly value: string; readonly length: number } | null {
  let best: { readonly value: string; readonly length: number } | null = null;
  for (const { value, words: phrases } of choices) {
    for (const phrase of phrases) {
      const length = phrase.split(' ').length;
      const isThere = words.slice(at, at + length).join(' ') === phrase;
      if (isThere && length > (best?.length ?? 0)) best = { value, length };
    }
  }
  return best;
}
