import type { FaqCandidate, FaqPhrasing } from '../../core/faq.js';
import { nGramsOf } from './n-grams.js';
import { Neighbours, type LabelledVector } from './neighbours.js';
import { VectorSpace, type Vector } from './vector-space.js';

/** What is known of an entry to recognise it by. */
export interface Recognisable {
  readonly id: string;
  readonly phrasings: readonly FaqPhrasing[];
}

/** One entry in one language: phrasings of two languages have no middle. */
interface Group {
  readonly entry: string;
  readonly language: string;
}

/** The middle of an entry says more than its nearest phrasing, which may be near by one word. See test/bench/faq.ts. */
const CENTRE_SHARE = 0.7;
/** How much further ahead of the next the likeliest is, as that counts. See test/bench/faq.ts. */
const LEAD_SHARE = 0.8;

/**
 * Ranks entries by how likely a text asks for them: by how near it is to their phrasings. Nothing is fitted, so that a
 * large file costs little more than reading it; a classifier beside it made no difference on files of a common size
 * (docs/decisions/0009-the-nearest-question-is-meant.md).
 */
export class Ranking {
  readonly #groups: readonly Group[];
  readonly #space: VectorSpace;
  readonly #examples: readonly LabelledVector[];
  readonly #neighbours: Neighbours;

  constructor(entries: readonly Recognisable[]) {
    const labelled = entries.flatMap(({ id, phrasings }) =>
      phrasings.map(({ text, language }) => ({ grams: nGramsOf(text), group: { entry: id, language } })),
    );
    const keys = new Map<string, Group>(labelled.map(({ group }) => [keyOf(group), group]));
    const labels = new Map([...keys.keys()].map((key, label) => [key, label]));
    this.#groups = [...keys.values()];
    this.#space = new VectorSpace(labelled.map(({ grams }) => grams));
    this.#examples = labelled.map(({ grams, group }) => ({
      vector: this.#space.vectorOf(grams),
      label: labels.get(keyOf(group)) ?? 0,
    }));
    this.#neighbours = new Neighbours(this.#examples, this.#groups.length, this.#space.size);
  }

  /** Entries that have anything in common with the text, the likeliest first; each in the language it resembles most. */
  rank(text: string, isOffered: (entry: string) => boolean): readonly FaqCandidate[] {
    return this.#rankVector(this.#space.vectorOf(nGramsOf(text)), isOffered);
  }

  /**
   * What phrasings would score if nobody had written their entry: the scores of questions without an answer.
   *
   * @param most Of so many phrasings at most, from everywhere in the file.
   */
  scoresOfStrangers(most: number): readonly number[] {
    const stride = Math.max(1, this.#examples.length / most);
    const asked = this.#examples.filter(
      (_, index) => Math.floor(index / stride) !== Math.floor((index - 1) / stride),
    );
    return asked.map(({ vector, label }) => {
      const own = this.#groups[label]?.entry;
      return this.#rankVector(vector, (entry) => entry !== own)[0]?.score ?? 0;
    });
  }

  #rankVector(vector: Vector, isOffered: (entry: string) => boolean): readonly FaqCandidate[] {
    if (vector.features.length === 0) return [];
    const best = new Map<string, FaqCandidate>();
    for (const [label, { centre, nearest }] of this.#neighbours.nearnessOf(vector).entries()) {
      const group = this.#groups[label];
      const score = CENTRE_SHARE * centre + (1 - CENTRE_SHARE) * nearest;
      if (group === undefined || score <= (best.get(group.entry)?.score ?? 0)) continue;
      if (isOffered(group.entry)) best.set(group.entry, { ...group, score });
    }
    return withLead([...best.values()].sort((a, b) => b.score - a.score));
  }
}

/** A score counts more where nothing else comes near it. At most 0.99: 1 is kept for the very words of a phrasing. */
function withLead(candidates: readonly FaqCandidate[]): readonly FaqCandidate[] {
  const [first, second] = candidates;
  if (first === undefined) return [];
  const lead = first.score - (second?.score ?? 0);
  return candidates.map((candidate, index) => ({
    ...candidate,
    score: Math.min(0.99, candidate.score + (index === 0 ? LEAD_SHARE * lead : 0)),
  }));
}

function keyOf({ entry, language }: Group): string {
  return `${entry}\n${language}`;
}
