import type { Ranking } from './ranking.js';

export interface Thresholds {
  /** From this score on the likeliest entry is the answer. */
  readonly answer: number;
  /** From this score on it is worth asking whether it is meant. */
  readonly close: number;
}

/** Over many small files of questions from public collections; see test/bench/faq.ts. */
const USUAL = 0.3;
/** How many phrasings of a file's own say as much as that. */
const USUAL_WEIGHT = 60;
/** Of the questions that nobody wrote an answer for, the share that may be taken for one of those that have one. */
const MISTAKEN = 0.1;
const CLOSE_SHARE = 0.6;
/** Phrasings that say enough of a file; more only take time. */
const MOST_STRANGERS = 200;

/**
 * Where one file draws its lines. Each phrasing in turn is taken for a question without an answer, by leaving its entry
 * out: what the others score then is what a stranger's question would score here. Entries that are much alike draw the
 * line high, entries that have nothing in common draw it low.
 */
export function calibrate(ranking: Ranking, entries: number): Thresholds {
  const mistaken = ranking.scoresOfStrangers(MOST_STRANGERS).toSorted((a, b) => b - a);
  const own = entries < 2 ? undefined : mistaken[Math.floor(MISTAKEN * mistaken.length)];
  const weight = own === undefined ? 0 : mistaken.length;
  const answer = (weight * (own ?? 0) + USUAL_WEIGHT * USUAL) / (weight + USUAL_WEIGHT);
  return { answer, close: CLOSE_SHARE * answer };
}
