import type { Frame } from '../conversation.js';
import type { Choice, Question } from '../flow.js';
import { clipText } from '../split-text.js';
import { toWords } from '../words.js';

/** Longest answer that is kept, in characters: enough for a paragraph, too little to flood a reply. */
const answerLimit = { size: 500, unit: 'characters' } as const;

/** What a follower answered: what they wrote, and the payload when they pressed a button. */
export interface Said {
  readonly text: string;
  readonly payload: string | null;
}

/** What a tap on a choice sends back: bound to its question, so an old button cannot answer a new question. */
export function choicePayload(frame: Frame, choice: Choice): string {
  return `${frame.flow}#${frame.step}#${choice.value}`;
}

/**
 * The value that an answer means, or null when it is none. A button counts by its payload alone: the title of one that
 * belongs to an older question may read like an answer to this one.
 */
export function readAnswer({ choices }: Question, frame: Frame, { text, payload }: Said): string | null {
  if (payload !== null) return findTapped(choices, frame, payload)?.value ?? null;
  if (choices.length === 0) return clipText(text.trim(), answerLimit) || null;
  return (findTyped(choices, text) ?? findMeant(choices, text))?.value ?? null;
}

function findTapped(choices: readonly Choice[], frame: Frame, payload: string): Choice | null {
  return choices.find((choice) => payload === choicePayload(frame, choice)) ?? null;
}

/** The choice whose words are the whole message. */
export function findTyped(choices: readonly Choice[], text: string): Choice | null {
  const typed = toWords(text).join(' ');
  return typed === '' ? null : (choices.find((choice) => choice.words.includes(typed)) ?? null);
}

const mostWords = 5;
/** Words, folded as `toWords` does, that turn a choice that is named into none, or into one with a condition. */
const doubts = new Set([
  ...['no', 'not', 'dont', 'never', 'without', 'maybe', 'perhaps', 'if', 'unless', 'but', 'later', 'or'],
  ...[
    'nein',
    'nicht',
    'kein',
    'keine',
    'keinen',
    'nie',
    'ohne',
    'vielleicht',
    'wenn',
    'falls',
    'aber',
    'spater',
    'oder',
  ],
]);
const questionMark = /[?？؟]/u;

/**
 * In a short message, the one choice that is named ("yes please"); none where two are, or where there is doubt. It may be
 * a question for consent, and only a clear yes is one.
 */
function findMeant(choices: readonly Choice[], text: string): Choice | null {
  const words = toWords(text);
  if (words.length > mostWords || questionMark.test(text)) return null;
  const named = choices.filter((choice) => choice.words.some((phrase) => isNamed(phrase, words)));
  const [only] = named;
  return only !== undefined && named.length === 1 && !isDoubted(only, words) ? only : null;
}

function isNamed(phrase: string, words: readonly string[]): boolean {
  return phrase !== '' && ` ${words.join(' ')} `.includes(` ${phrase} `);
}

function isDoubted(choice: Choice, words: readonly string[]): boolean {
  const own = new Set(choice.words.flatMap((phrase) => phrase.split(' ')));
  return words.some((word) => doubts.has(word) && !own.has(word));
}
