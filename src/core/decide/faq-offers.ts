import type { FaqCandidate } from '../faq.js';
import type { QuickReply } from '../message.js';
import { toMatchText } from '../words.js';
import type { Draft } from './draft.js';
import { findOffered, type AskedQuestion } from './faq-questions.js';
import type { Heard } from './heard.js';
import { placesIn } from './places.js';
import { phrasesFor } from './speak.js';

/** What a button means that the server itself has offered. */
export type TakenOffer =
  | { readonly kind: 'question'; readonly question: AskedQuestion }
  /** None of the questions, or one that is not answered any more. */
  | { readonly kind: 'none' }
  | { readonly kind: 'person' };

/** No flow can have a colon in its name, so no choice of a flow's question sends back the same. */
const prefix = 'faq:';

export const noneOffer = `${prefix}none`;
export const personOffer = `${prefix}person`;

/** Names its question, so that it means the same however old it is. */
export function questionOffer({ entry, language }: FaqCandidate): string {
  return `${prefix}ask#${entry}#${language}`;
}

/** A button counts by its payload; what is typed instead counts only right after the offer. */
export function readOffer(draft: Draft, { payload, text, isTyped }: Heard): TakenOffer | null {
  const taken = payload ?? (isTyped ? findTyped(draft, text) : null);
  if (taken?.startsWith(prefix) !== true) return null;
  if (taken === personOffer) return { kind: 'person' };
  const [, id = '', language = ''] = taken.split('#');
  const entry = findOffered(draft, id);
  return entry === null ? { kind: 'none' } : { kind: 'question', question: { entry, language } };
}

/** Whether the same questions were offered just now, in vain. */
export function wereOffered({ conversation }: Draft, candidates: readonly FaqCandidate[]): boolean {
  const payloads = conversation.clarifying?.offered.map(({ payload }) => payload) ?? [];
  return candidates.every((candidate) => payloads.includes(questionOffer(candidate)));
}

/** By its title or its number; where one question is offered, yes means it, and no always means none. */
function findTyped(draft: Draft, text: string): string | null {
  const offered = draft.conversation.clarifying?.offered ?? [];
  const typed = toMatchText(text);
  if (offered.length === 0 || typed === '') return null;
  const titled = offered.find(({ title }) => toMatchText(title) === typed);
  if (titled !== undefined) return titled.payload;
  const questions = offered.filter(({ payload }) => payload !== noneOffer);
  const [only, ...more] = questions;
  const { yes, no } = phrasesFor(draft);
  if (typed === toMatchText(no)) return noneOffer;
  const isOnly = more.length === 0 && typed === toMatchText(yes);
  const picked = isOnly ? only : numberedBy(text, questions);
  return picked?.payload ?? null;
}

function numberedBy(text: string, questions: readonly QuickReply[]): QuickReply | undefined {
  const [place, ...others] = placesIn(text);
  return place === undefined || others.length > 0 ? undefined : questions[place - 1];
}
