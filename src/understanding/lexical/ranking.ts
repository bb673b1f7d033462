import type { FaqCandidate, FaqPhrasing } from '../../core/faq.js';
import { trainClassifier } from './logistic-regression.js';
import type { Classifier } from './logistic-regression.js';
import { Neighbours } from './neighbours.js';
import { VectorSpace } from './vector-space.js';

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

/** The middle of an entry says more than its nearest phrasing, which may be near by one word. */
const CENTRE_SHARE = 0.7;
/** How much further ahead of the next the likeliest is, as that counts. */
const LEAD_SHARE = 0.3;

/** Ranks entries by how likely a text asks for them. Training happens here; see {@link trainClassifier}. */
export class Ranking {
  readonly #groups: readonly Group[];
  readonly #space: VectorSpace;
  readonly #neighbours: Neighbours;
  readonly #classify: Classifier;

  constructor(entries: readonly Recognisable[]) {
    const labelled = entries.flatMap(({ id, phrasings }) =>
      phrasings.map(({ text, language }) => ({ text, group: { entry: id, language } })),
    );
    const keys = new Map<string, Group>(labelled.map(({ group }) => [keyOf(group), group]));
    const labels = new Map([...keys.keys()].map((key, label) => [key, label]));
    this.#groups = [...keys.values()];
    this.#space = new VectorSpace(labelled.map(({ text }) => text));
    const examples = labelled.map(({ text, group }) => ({
      vector: this.#space.vectorOf(text),
      label: labels.get(keyOf(group)) ?? 0,
    }));
    this.#neighbours = new Neighbours(examples, this.#groups.length, this.#space.size);
    this.#classify = trainClassifier(examples, this.#groups.length, this.#space.size);
  }

  /** Entries that have anything in common with the text, the likeliest first; each in the language it resembles most. */
  rank(text: string, isOffered: (entry: string) => boolean): readonly FaqCandidate[] {
    const vector = this.#space.vectorOf(text);
    if (vector.features.length === 0) return [];
    const probabilities = this.#classify(vector);
    const offered = this.#groups.map(({ entry }) => isOffered(entry));
    const mass = probabilities.reduce((sum, one, label) => (offered[label] === true ? sum + one : sum), 0);
    const best = new Map<string, FaqCandidate>();
    for (const [label, { centre, nearest }] of this.#neighbours.nearnessOf(vector).entries()) {
      const group = this.#groups[label];
      if (group === undefined || offered[label] !== true) continue;
      const near = CENTRE_SHARE * centre + (1 - CENTRE_SHARE) * nearest;
      const score = near * (1 + (probabilities[label] ?? 0) / (mass || 1));
      if (score > (best.get(group.entry)?.score ?? 0)) best.set(group.entry, { ...group, score });
    }
    return withLead([...best.values()].sort((a, b) => b.score - a.score));
  }
}

/** A score counts more where nothing else comes near it. At most 1, which is kept for the very words of a phrasing. */
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
