import { capabilities } from '../channel.js';
import type { RecognisedCommand } from '../command.js';
import type { FaqCandidate, FaqVerdict } from '../faq.js';
import type { Flow } from '../flow.js';
import { findKeyword } from '../keyword.js';
import type { TriggerTarget } from '../workspace.js';
import { canGoBack } from './back.js';
import type { Draft } from './draft.js';
import { readOffer, wereOffered } from './faq-offers.js';
import { consultFaq, explainVerdict, sureOf, type AskedQuestion } from './faq-questions.js';
import { hearCommand, type Heard } from './heard.js';
import { findTyped, readAnswer } from './question.js';
import { isPausing, openQuestion, type OpenQuestion } from './run-state.js';

/** What is to be done about something that a contact wrote or pressed, and by which rule. */
export type Route =
  | { readonly kind: 'command'; readonly command: RecognisedCommand; readonly why: string }
  | { readonly kind: 'silent'; readonly why: string }
  | { readonly kind: 'answer'; readonly value: string; readonly why: string }
  | { readonly kind: 'miss'; readonly why: string }
  | { readonly kind: 'start'; readonly flow: Flow; readonly why: string }
  /** A person is wanted, by a tap: they are given one like who writes for it. */
  | { readonly kind: 'person'; readonly why: string }
  | { readonly kind: 'question'; readonly question: AskedQuestion; readonly why: string }
  | { readonly kind: 'unclear'; readonly candidates: readonly FaqCandidate[]; readonly why: string }
  /** `asked`: they said that what we understood is not what they meant. */
  | { readonly kind: 'puzzled'; readonly asked?: true; readonly why: string };

/**
 * Finds what an event means; the first rule that applies wins: STOP and its kin, then silence (stopped, owned by a
 * person, too late), then what we ourselves offered, then a choice of the open question, then what starts a flow, then a
 * clear question of the FAQ, then any answer to the open question, then a keyword anywhere, then a question of the FAQ.
 */
export function route(draft: Draft, heard: Heard): Route {
  return (
    routeCommand(draft, heard) ??
    routeSilence(draft) ??
    routeOffer(draft, heard) ??
    routeChoice(draft, heard) ??
    routeTrigger(draft, heard) ??
    routeClearQuestion(draft, heard) ??
    routeAnswer(draft, heard) ??
    routeContained(draft, heard) ??
    routeQuestion(draft, heard) ??
    routeAside(heard) ?? { kind: 'puzzled', why: 'no rule applies' }
  );
}

/** STOP outranks every flow, owner and delay; the others only where the bot may speak. */
function routeCommand(draft: Draft, heard: Heard): Route | null {
  const command = heard.isTyped ? hearCommand(draft, heard.text) : null;
  if (command === null || isOverruled(draft, command, heard)) return null;
  const route: Route = { kind: 'command', command, why: `${command.command} by ${command.certainty}` };
  switch (command.command) {
    case 'stop':
      return route;
    case 'start':
      return draft.isStopped ? route : null;
    case 'person':
      return draft.conversation.ownership.owner === 'bot' ? route : null;
    case 'restart':
      return draft.conversation.run !== null && routeSilence(draft) === null ? route : null;
    case 'back':
      return canGoBack(draft) && routeSilence(draft) === null ? route : null;
    case 'help':
      return routeSilence(draft) === null ? route : null;
  }
}

/**
 * A word such as CANCEL is an answer where the open question offers it; START is a keyword where a flow has it, but not
 * after STOP, when no flow may begin.
 */
function isOverruled(draft: Draft, command: RecognisedCommand, heard: Heard): boolean {
  const open = questionFor(draft, heard);
  const isOffered = open !== null && findTyped(open.question.choices, heard.text) !== null;
  if (command.command === 'stop') return command.ambiguous && isOffered;
  if (isOffered) return true;
  return (
    command.yields &&
    !draft.isStopped &&
    findKeyword(draft.workspace.triggers.keywords, heard.text)?.match === 'exact'
  );
}

function routeSilence(draft: Draft): Route | null {
  const { conversation, event, now } = draft;
  if (draft.isStopped) return { kind: 'silent', why: 'the contact said stop' };
  const { owner } = conversation.ownership;
  if (owner !== 'bot') return { kind: 'silent', why: `the chat is owned by ${owner}` };
  const window = capabilities[conversation.channel].replyWindow;
  const isLate = window !== null && now - event.occurredAt >= window;
  return isLate ? { kind: 'silent', why: 'it arrived after its reply window' } : null;
}

/** A link that is followed and a word about a story are no answers to what was asked in the chat. */
function isAside({ isStoryReply, ref, text }: Heard): boolean {
  return isStoryReply || (ref !== null && text === '');
}

function questionFor(draft: Draft, heard: Heard): OpenQuestion | null {
  return isAside(heard) ? null : openQuestion(draft);
}

function routeChoice(draft: Draft, heard: Heard): Route | null {
  const open = questionFor(draft, heard);
  if (open === null || open.question.choices.length === 0) return null;
  const value = readAnswer(open.question, open.frame, heard);
  return value === null
    ? null
    : { kind: 'answer', value, why: `a choice of ${open.frame.flow} › ${open.frame.step}` };
}

/** Links and whole-message keywords are plain wishes: they start their flow even in the middle of another. */
function routeTrigger(draft: Draft, heard: Heard): Route | null {
  const { refs, postbacks, keywords, storyReply } = draft.workspace.triggers;
  const byRef = heard.ref === null ? undefined : refs.get(heard.ref);
  if (byRef !== undefined) return starts(draft, byRef, `ref ${heard.ref ?? ''}`);
  const byPostback = heard.postback === null ? undefined : postbacks.get(heard.postback);
  if (byPostback !== undefined) return starts(draft, byPostback, `postback ${heard.postback ?? ''}`);
  const keyword = findKeyword(keywords, heard.text);
  if (keyword?.match === 'exact') return starts(draft, keyword.value, `keyword "${keyword.phrase}"`);
  return heard.isStoryReply && storyReply !== null ? starts(draft, storyReply, 'a story reply') : null;
}

function routeAnswer(draft: Draft, heard: Heard): Route | null {
  if (draft.conversation.run === null || isAside(heard)) return null;
  const open = openQuestion(draft);
  if (open === null && isPausing(draft)) return null;
  if (open === null) return { kind: 'miss', why: 'the run waits where its flow has no question any more' };
  const place = `${open.frame.flow} › ${open.frame.step}`;
  const value = readAnswer(open.question, open.frame, heard);
  return value === null
    ? { kind: 'miss', why: `no answer to ${place}` }
    : { kind: 'answer', value, why: `an answer to ${place}` };
}

/** A keyword somewhere in the message counts only where no question is open. */
function routeContained(draft: Draft, heard: Heard): Route | null {
  const keyword = findKeyword(draft.workspace.triggers.keywords, heard.text);
  return keyword === null ? null : starts(draft, keyword.value, `contained keyword "${keyword.phrase}"`);
}

function routeOffer(draft: Draft, heard: Heard): Route | null {
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

/**
 * In the middle of a flow a question of the FAQ goes before an answer only where it cannot be one: a question that takes
 * any text takes all but what is clearly a question itself. Outside, the very words of the FAQ go before a keyword in them.
 */
function routeClearQuestion(draft: Draft, heard: Heard): Route | null {
  if (!heard.isTyped || isAside(heard)) return null;
  const open = openQuestion(draft);
  if (open !== null && isAnswered(open, heard) && !asksSomething.test(heard.text)) return null;
  const verdict = consultFaq(draft, heard.text);
  if (verdict === null || (open === null && verdict.candidates[0]?.score !== 1)) return null;
  return routeVerdict(draft, verdict);
}

const asksSomething = /[?？؟][^\p{L}\p{N}]*$/u;

function isAnswered({ question, frame }: OpenQuestion, heard: Heard): boolean {
  return readAnswer(question, frame, heard) !== null;
}

function routeQuestion(draft: Draft, heard: Heard): Route | null {
  const verdict = heard.isTyped ? consultFaq(draft, heard.text) : null;
  if (verdict === null) return null;
  const sure = routeVerdict(draft, verdict);
  if (sure !== null || heard.isStoryReply) return sure;
  const { kind, candidates } = verdict;
  const isWorthAsking = kind === 'close' && draft.workspace.faq.asksBack && !wereOffered(draft, candidates);
  return {
    ...(isWorthAsking ? { kind: 'unclear', candidates } : { kind: 'puzzled' }),
    why: explainVerdict(verdict),
  };
}

function routeVerdict(draft: Draft, verdict: FaqVerdict): Route | null {
  const question = sureOf(draft, verdict);
  return question === null ? null : { kind: 'question', question, why: explainVerdict(verdict) };
}

/** What was no message to the chat itself needs no answer. */
function routeAside(heard: Heard): Route | null {
  if (heard.isStoryReply) return { kind: 'silent', why: 'a story reply that no flow answers' };
  return heard.text === '' && heard.ref !== null
    ? { kind: 'silent', why: 'a ref that no flow answers' }
    : null;
}

function starts(draft: Draft, target: TriggerTarget, why: string): Route | null {
  const flow = draft.workspace.flows.get(target.flow);
  return flow === undefined ? null : { kind: 'start', flow, why };
}
