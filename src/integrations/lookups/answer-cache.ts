import type { Lookup, LookupAnswer } from '../../core/lookup.js';

/** Answers that one workspace keeps; more of them push out the oldest. */
const mostAnswers = 1_000;

interface Kept {
  /** The look-up as it was declared: answers to an edited one are another thing. */
  readonly lookup: Lookup;
  readonly answer: LookupAnswer;
  readonly until: number;
}

/** What other systems have said lately, as long as their look-ups allow it to be said again. In memory only. */
export class AnswerCache {
  readonly #byWorkspace = new Map<string, Map<string, Kept>>();

  find(workspace: string, lookup: Lookup, url: string, now: number): LookupAnswer | null {
    const kept = this.#byWorkspace.get(workspace)?.get(keyOf(lookup, url));
    return kept?.lookup === lookup && now < kept.until ? kept.answer : null;
  }

  keep(workspace: string, lookup: Lookup, url: string, answer: LookupAnswer, now: number): void {
    if (lookup.cache === null || lookup.method !== 'GET') return;
    const answers = this.#byWorkspace.get(workspace) ?? new Map<string, Kept>();
    this.#byWorkspace.set(workspace, answers);
    // Put in again, it is the newest.
    answers.delete(keyOf(lookup, url));
    answers.set(keyOf(lookup, url), { lookup, answer, until: now + lookup.cache });
    dropOld(answers, now);
  }
}

function dropOld(answers: Map<string, Kept>, now: number): void {
  for (const [key, { until }] of answers) {
    if (answers.size <= mostAnswers && now < until) return;
    answers.delete(key);
  }
}

function keyOf({ name }: Lookup, url: string): string {
  return `${name} ${url}`;
}
