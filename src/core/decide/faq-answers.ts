import { capabilities } from '../channel.js';
import { contactValues } from '../conversation.js';
import { inLanguage, type FaqCandidate } from '../faq.js';
import type { QuickReply } from '../message.js';
import { clipText } from '../split-text.js';
import { fillTemplate } from '../template.js';
import { askQuestion } from './actions.js';
import type { Draft } from './draft.js';
import { noneOffer, personOffer, questionOffer } from './faq-offers.js';
import { findOffered, type AskedQuestion } from './faq-questions.js';
import { addTags } from './remember.js';
import { startRun } from './run.js';
import { openQuestion } from './run-state.js';
import { phrasesFor, speak } from './speak.js';

/** Answers in the language of the question; the open flow's own question then stands again. Or starts the flow that answers. */
export function answerQuestion(draft: Draft, { entry, language }: AskedQuestion): void {
  const { id, response, tags } = entry;
  draft.note('faq', id);
  if (tags.length > 0) addTags(draft, tags);
  if (response.kind === 'flow') {
    const flow = draft.workspace.flows.get(response.flow);
    if (flow !== undefined) startRun(draft, flow);
    return;
  }
  const { contact } = draft.conversation;
  const { brand } = draft.workspace;
  const template = inLanguage(response.text, preferred(draft, language)) ?? [];
  speak(draft, {
    text: fillTemplate(template, { answers: {}, contact: contactValues(contact), workspace: { brand } }),
    speaker: { kind: 'system', rule: `faq:${id}` },
    basis: { kind: 'reply_window' },
    link: response.link,
  });
  const open = openQuestion(draft);
  if (open !== null) askQuestion(draft, open);
}

/** "Did you mean …?": the questions in full, and a button for each. */
export function askWhichQuestion(draft: Draft, candidates: readonly FaqCandidate[]): void {
  const phrases = phrasesFor(draft, candidates[0]?.language);
  const questions = candidates.flatMap((candidate) => describeQuestion(draft, candidate) ?? []);
  const offered = [
    ...questions.map(({ reply }) => reply),
    { title: phrases.noneOfThese, payload: noneOffer },
  ];
  draft.change({ clarifying: { offered } });
  speak(draft, {
    text: [phrases.didYouMean, ...questions.map(({ text }) => `• ${text}`)].join('\n'),
    speaker: { kind: 'system', rule: 'did_you_mean' },
    basis: { kind: 'reply_window' },
    quickReplies: offered,
  });
}

/** Stands under what says that we did not understand. */
export function offerOfPerson(draft: Draft): QuickReply {
  return { title: phrasesFor(draft).askPerson, payload: personOffer };
}

function describeQuestion(
  draft: Draft,
  candidate: FaqCandidate,
): { readonly text: string; readonly reply: QuickReply } | null {
  const entry = findOffered(draft, candidate.entry);
  if (entry === null) return null;
  const spoken = preferred(draft, candidate.language);
  const text = inLanguage(entry.questions, spoken) ?? entry.id;
  const title = fitTitle(draft, inLanguage(entry.titles, spoken) ?? text);
  return { text, reply: { title, payload: questionOffer(candidate) } };
}

/** The question stands in full above; its button may be cut. */
function fitTitle({ conversation }: Draft, title: string): string {
  const limit = capabilities[conversation.channel].quickReplies.title;
  if (clipText(title, limit) === title) return title;
  return `${clipText(title, { ...limit, size: limit.size - 1 })}…`;
}

/** That of the question, then the contact's, then the workspace's. */
function preferred({ conversation, workspace }: Draft, language: string): readonly string[] {
  return [language, conversation.contact.language ?? '', ...workspace.languages].filter((one) => one !== '');
}
