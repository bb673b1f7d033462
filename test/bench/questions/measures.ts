import type { FaqMatcher, FaqVerdict } from '../../../src/core/faq.js';
import { createLexicalMatcher } from '../../../src/understanding/lexical/lexical-matcher.js';
import { groupBy } from './collections.js';
import type { Labelled } from './collections.js';

interface Judged extends FaqVerdict {
  readonly intent: string | null;
}

export interface Measures {
  /** Of texts that have an intent: the likeliest entry is it. */
  readonly accuracy: number;
  readonly topThree: number;
  /** Of texts that have an intent: answered rightly, answered wrongly, asked back with it among the choices. */
  readonly answered: number;
  readonly wrong: number;
  readonly clarified: number;
  /** Of texts without an intent: not answered; and not even asked back. NaN: there are none. */
  readonly rejected: number;
  readonly silent: number;
  /** Chance that a right first candidate scores above a text without an intent, all in scope counted. */
  readonly separation: number;
  /** Accuracy where four of five texts without an intent are turned away. */
  readonly accuracyAtFourFifths: number;
}

/** An FAQ that has each intent as an entry. */
export function matcherOf(train: readonly Labelled[]): FaqMatcher {
  const entries = groupBy(train, ({ intent }) => intent ?? '');
  return createLexicalMatcher(
    [...entries].map(([id, texts]) => ({
      id,
      phrasings: texts.map(({ text }) => ({ text, language: 'en' })),
    })),
  );
}

export function measure(matcher: FaqMatcher, texts: readonly Labelled[]): Measures {
  const judged = texts.map(({ text, intent }): Judged => ({ ...matcher.match(text, () => true), intent }));
  const inScope = judged.filter(({ intent }) => intent !== null);
  const outside = judged.filter(({ intent }) => intent === null);
  const bar = scoresOf(outside).sort((a, b) => b - a)[Math.floor(outside.length / 5)] ?? Infinity;
  return {
    accuracy: share(inScope, isRight),
    topThree: share(inScope, isAmong),
    answered: share(inScope, (one) => one.kind === 'answer' && isRight(one)),
    wrong: share(inScope, (one) => one.kind === 'answer' && !isRight(one)),
    clarified: share(inScope, (one) => one.kind === 'close' && isAmong(one)),
    rejected: share(outside, ({ kind }) => kind !== 'answer'),
    silent: share(outside, ({ kind }) => kind === 'nothing'),
    separation: separate(scoresOf(inScope), scoresOf(outside)),
    accuracyAtFourFifths: share(inScope, (one) => isRight(one) && scoreOf(one) > bar),
  };
}

function isRight({ candidates, intent }: Judged): boolean {
  return candidates[0]?.entry === intent;
}

function isAmong({ candidates, intent }: Judged): boolean {
  return candidates.some(({ entry }) => entry === intent);
}

function scoreOf({ candidates }: Judged): number {
  return candidates[0]?.score ?? 0;
}

function scoresOf(judged: readonly Judged[]): number[] {
  return judged.map(scoreOf);
}

function share(all: readonly Judged[], holds: (one: Judged) => boolean): number {
  return all.length === 0 ? NaN : all.filter(holds).length / all.length;
}

/** Area under the ROC curve, by ranks. */
function separate(above: readonly number[], below: readonly number[]): number {
  if (above.length === 0 || below.length === 0) return NaN;
  const sorted = [...below].sort((a, b) => a - b);
  const wins = above.map((score) => (rankIn(sorted, score, false) + rankIn(sorted, score, true)) / 2);
  return wins.reduce((a, b) => a + b, 0) / above.length / below.length;
}

/** How many of the sorted numbers are smaller, equal ones counted or not. */
function rankIn(sorted: readonly number[], number: number, countsEqual: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = sorted[middle] ?? Infinity;
    if (one < number || (countsEqual && one === number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
