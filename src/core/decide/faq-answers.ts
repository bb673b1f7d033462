import { capabilities } from '../channel.js';
import { measureText } from '../channel-capabilities.js';
import type { FaqCandidate } from '../faq.js';
import type { QuickReply } from '../message.js';
import { clipText } from '../split-text.js';
import { askQuestion } from './ask.js';
import { numberedIn } from './compose.js';
import { showSensitive } from './confidence.js';
import type { Draft } from './draft.js';
import { noneOffer, personOffer, questionOffer } from './faq-offers.js';
import { findOffered, type AskedQuestion } from './faq-questions.js';
import { fillOutsideFlow } from './fill.js';
import { addTags } from './remember.js';
import { startRun } from './run.js';
import { openQuestion } from './run-state.js';
import { phrasesFor, speak, trackLink } from './speak.js';

/** Answers; the open flow's own question then stands again. Or starts the flow that answers, as its keyword would. */
export function answerQuestion(draft: Draft, { entry, language }: AskedQuestion): void {
  const { id, response, tags } = entry;
  draft.note('faq', id);
  if (tags.length > 0) addTags(draft, tags);
  if (response.kind === 'flow') {
    const flow = draft.workspace.flows.get(response.flow);
    if (flow !== undefined) startRun(draft, flow);
    return;
  }
  speak(draft, {
    text: fillOutsideFlow(draft, response.text, language),
    speaker: { kind: 'system', rule: `faq:${id}` },
    basis: { kind: 'reply_window' },
    link: response.link === null ? null : trackLink(draft, response.link),
    isSensitive: showSensitive(draft, null, [response.text]),
  });
  const open = openQuestion(draft);
  if (open !== null) askQuestion(draft, open);
}

/** "Did you mean …?": the questions in full, each with a number to be typed and a button to be tapped. */
export function askWhichQuestion(draft: Draft, candidates: readonly FaqCandidate[]): void {
  const phrases = phrasesFor(draft, candidates[0]?.language);
  const questions = candidates.flatMap((candidate) => describeQuestion(draft, candidate) ?? []);
  const offered = [
    ...questions.map(({ reply }) => reply),
    { title: phrases.noneOfThese, payload: noneOffer },
  ];
  draft.change({ clarifying: { offered } });
  const { text, quickReplies } = listQuestions(draft, phrases.didYouMean, questions, offered);
  speak(draft, {
    text,
    speaker: { kind: 'system', rule: 'did_you_mean' },
    basis: { kind: 'reply_window' },
    quickReplies,
  });
}

interface ListedQuestion {
  readonly text: string;
  readonly reply: QuickReply;
}

/** The questions stand once: in the text, or in full in the list that the channel makes of what can be tapped elsewhere. */
function listQuestions(
  { conversation }: Draft,
  lead: string,
  questions: readonly ListedQuestion[],
  offered: readonly QuickReply[],
): { readonly text: string; readonly quickReplies: readonly QuickReply[] } {
  const isList =
    numberedIn({ text: lead, quickReplies: offered }, capabilities[conversation.channel]).length > 0;
  if (!isList) {
    const lines = questions.map(({ text }, index) => `${String(index + 1)}. ${text}`);
    return { text: [lead, ...lines].join('\n'), quickReplies: offered };
  }
  const full = questions.map(({ text, reply }) => ({ ...reply, title: text }));
  return { text: lead, quickReplies: [...full, ...offered.slice(full.length)] };
}

/** Stands under what says that we did not understand. */
export function offerOfPerson(draft: Draft): QuickReply {
  return { title: phrasesFor(draft).askPerson, payload: personOffer };
}

function describeQuestion(draft: Draft, candidate: FaqCandidate): ListedQuestion | null {
  const entry = findOffered(draft, candidate.entry);
  if (entry === null) return null;
  const text = fillOutsideFlow(draft, entry.question, candidate.language);
  const title = fitTitle(draft, fillOutsideFlow(draft, entry.title, candidate.language));
  return { text, reply: { title, payload: questionOffer(candidate) } };
}

const cutMark = '…';

/** The question stands in full above; its button may be cut. */
function fitTitle({ conversation }: Draft, title: string): string {
  const limit = capabilities[conversation.channel].quickReplies.title;
  if (clipText(title, limit) === title) return title;
  return `${clipText(title, { ...limit, size: limit.size - measureText(cutMark, limit) })}${cutMark}`;
}
