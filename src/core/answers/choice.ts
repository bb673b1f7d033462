import type { Choice } from '../flow.js';
import { toWords } from '../words.js';
import { hasDoubt, isQuestion } from './doubt.js';

const mostWords = 5;

/** The choice that a text means: it is the whole message, or clearly meant by a short one. */
export function readChoice(choices: readonly Choice[], text: string): string | null {
  return (findTyped(choices, text) ?? findMeant(choices, text))?.value ?? null;
}

/** The choice whose words are the whole message. */
export function findTyped(choices: readonly Choice[], text: string): Choice | null {
  const typed = toWords(text).join(' ');
  return typed === '' ? null : (choices.find((choice) => choice.words.includes(typed)) ?? null);
}

/**
 * In a short message, the one choice that is named ("yes please"); none where two are, or where there is doubt. It may be
 * a question for consent, and only a clear yes is one.
 */
function findMeant(choices: readonly Choice[], text: string): Choice | null {
  const words = toWords(text);
  if (words.length > mostWords || isQuestion(text)) return null;
  const named = choices.filter((choice) => choice.words.some((phrase) => isNamed(phrase, words)));
  const [only] = named;
  return only !== undefined && named.length === 1 && !hasDoubt(words, wordsOf(only)) ? only : null;
}

function isNamed(phrase: string, words: readonly string[]): boolean {
  return phrase !== '' && ` ${words.join(' ')} `.includes(` ${phrase} `);
}

function wordsOf(choice: Choice): ReadonlySet<string> {
  return new Set(choice.words.flatMap((phrase) => phrase.split(' ')));
}
