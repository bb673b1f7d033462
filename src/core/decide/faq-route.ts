import type { FaqCandidate, FaqVerdict } from '../faq.js';
import type { Draft } from './draft.js';
import { readOffer, wereOffered } from './faq-offers.js';
import { consultFaq, explainVerdict, sureOf, type AskedQuestion } from './faq-questions.js';
import type { Heard } from './heard.js';

/** What a message means that starts nothing and answers nothing. */
export type FaqRoute =
  /** A person is wanted, by a tap: they are given one like who writes for it. */
  | { readonly kind: 'person'; readonly why: string }
  | { readonly kind: 'question'; readonly question: AskedQuestion; readonly why: string }
  | { readonly kind: 'unclear'; readonly candidates: readonly FaqCandidate[]; readonly why: string }
  /** `asked`: they said that what we understood is not what they meant. */
  | { readonly kind: 'puzzled'; readonly asked?: true; readonly why: string };

/** What is tapped, or said, of what we offered. */
export function routeOffer(draft: Draft, heard: Heard): FaqRoute | null {
  const offer = readOffer(draft, heard);
  switch (offer?.kind) {
    case undefined:
      return null;
    case 'person':
      return { kind: 'person', why: 'by a tap' };
    case 'question':
      return { ...offer, why: `offered: ${offer.question.entry.id}` };
    case 'none':
      return { kind: 'puzzled', asked: true, why: 'none of the questions that were offered' };
  }
}

/** A question in the very words of one of its phrasings. */
export function routeVerbatimQuestion(draft: Draft, heard: Heard): FaqRoute | null {
  const verdict = verdictOn(draft, heard);
  return verdict?.candidates[0]?.score === 1 ? routeVerdict(draft, verdict) : null;
}

/** A question that is recognised beyond doubt. */
export function routeSureQuestion(draft: Draft, heard: Heard): FaqRoute | null {
  const verdict = verdictOn(draft, heard);
  return verdict === null ? null : routeVerdict(draft, verdict);
}

/**
 * A question that is recognised, or may be one of a few.
 *
 * @param isAside Whether it is about something else than the chat: then it is not worth asking back.
 */
export function routeAskedQuestion(draft: Draft, heard: Heard, isAside: boolean): FaqRoute | null {
  const verdict = verdictOn(draft, heard);
  if (verdict === null) return null;
  const sure = routeVerdict(draft, verdict);
  if (sure !== null || isAside) return sure;
  const { kind, candidates } = verdict;
  const isWorthAsking = kind === 'close' && draft.workspace.faq.asksBack && !wereOffered(draft, candidates);
  return {
    ...(isWorthAsking ? { kind: 'unclear', candidates } : { kind: 'puzzled' }),
    why: explainVerdict(verdict),
  };
}

/** Only what is typed asks: buttons say what they are. */
function verdictOn(draft: Draft, heard: Heard): FaqVerdict | null {
  return heard.isTyped || heard.isTappedWords ? consultFaq(draft, heard.text) : null;
}

function routeVerdict(draft: Draft, verdict: FaqVerdict): FaqRoute | null {
  const question = sureOf(draft, verdict);
  return question === null ? null : { kind: 'question', question, why: explainVerdict(verdict) };
}
