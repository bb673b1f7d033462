import type { FaqCandidate, FaqMatcher, FaqVerdict } from '../../core/faq.js';
import { toMatchText } from '../../core/words.js';
import { Ranking } from './ranking.js';
import type { Recognisable } from './ranking.js';
import { calibrate } from './thresholds.js';
import type { Thresholds } from './thresholds.js';

const MOST_CANDIDATES = 3;
/** Of the likeliest one's score: what is further behind is not worth offering beside it. */
const LEAST_SHARE = 0.2;

/**
 * Recognises questions by their words and by the letters of these, in any language, without a model from elsewhere.
 * Learns here, so that no message has to wait for it.
 */
export function createLexicalMatcher(entries: readonly Recognisable[]): FaqMatcher {
  const verbatim = indexPhrasings(entries);
  const ranking = new Ranking(entries);
  const thresholds = calibrate(ranking, entries.length);
  return {
    match: (text, isOffered) => {
      const exact = verbatim.get(toMatchText(text))?.find(({ entry }) => isOffered(entry));
      return exact === undefined
        ? judge(ranking.rank(text, isOffered), thresholds)
        : { kind: 'answer', candidates: [exact], threshold: thresholds.answer };
    },
  };
}

function judge(ranked: readonly FaqCandidate[], { answer, close }: Thresholds): FaqVerdict {
  const score = ranked[0]?.score ?? 0;
  const kind = score >= answer ? 'answer' : score >= close ? 'close' : 'nothing';
  const candidates = ranked.filter((one) => one.score >= LEAST_SHARE * score).slice(0, MOST_CANDIDATES);
  return { kind, candidates, threshold: answer };
}

/** The very words of a phrasing are no guess. */
function indexPhrasings(entries: readonly Recognisable[]): ReadonlyMap<string, readonly FaqCandidate[]> {
  const index = new Map<string, FaqCandidate[]>();
  for (const { id, phrasings } of entries) {
    for (const { text, language } of phrasings) {
      const key = toMatchText(text);
      if (key === '') continue;
      index.set(key, [...(index.get(key) ?? []), { entry: id, language, score: 1 }]);
    }
  }
  return index;
}
