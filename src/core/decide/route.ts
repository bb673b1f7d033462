import { capabilities } from '../channel.js';
import type { RecognisedCommand } from '../command.js';
import type { Flow } from '../flow.js';
import { findExactKeywords } from '../keyword.js';
import type { TriggerRank } from '../trigger-order.js';
import { findTriggers, findWishes, type TriggerHit } from '../trigger-match.js';
import { canGoBack } from './back.js';
import type { Draft } from './draft.js';
import {
  routeAskedQuestion,
  routeOffer,
  routeSureQuestion,
  routeVerbatimQuestion,
  type FaqRoute,
} from './faq-route.js';
import { describeOthers } from './other-triggers.js';
import { triggerFactsOf } from './trigger-facts.js';
import { hearCommand, type Heard } from './heard.js';
import { findTyped } from '../answers/choice.js';
import { takesAnyText } from '../answers/read-answer.js';
import { answerSetting, readSaid, type Reading } from './question.js';
import { isPausing, openQuestion, type OpenQuestion } from './run-state.js';

/** What is to be done about something that a contact wrote or pressed, and by which rule. */
export type Route =
  | { readonly kind: 'command'; readonly command: RecognisedCommand; readonly why: string }
  | { readonly kind: 'silent'; readonly why: string }
  | (Reading & { readonly why: string })
  /** A part of an answer that may go on in the next message. */
  | { readonly kind: 'breath'; readonly text: string; readonly why: string }
  | { readonly kind: 'miss'; readonly why: string }
  | {
      readonly kind: 'start';
      readonly flow: Flow;
      readonly why: string;
      readonly hit: TriggerHit;
      /** What else would have started, and why it gave way. */
      readonly others: readonly string[];
    }
  | FaqRoute;

/**
 * Finds what an event means; the first rule that applies wins: STOP and its kin, then silence (stopped, owned by a
 * person, too late), then what we ourselves offered, then what the open question looks for, such as one of its choices,
 * then what starts a flow, then a plain question of the FAQ, then any words that the open question takes, then whatever
 * may be a question of the FAQ.
 */
export function route(draft: Draft, heard: Heard): Route {
  return (
    routeCommand(draft, heard) ??
    routeSilence(draft) ??
    routeOffer(draft, heard) ??
    routeSought(draft, heard) ??
    routeTrigger(draft, heard) ??
    routeInterjection(draft, heard) ??
    routeAnswer(draft, heard) ??
    routeAskedQuestion(draft, heard, isAside(heard)) ??
    routeUnansweredAside(heard) ?? { kind: 'puzzled', why: 'no rule applies' }
  );
}

/** STOP outranks every flow, owner and delay; the others only where the bot may speak. */
function routeCommand(draft: Draft, heard: Heard): Route | null {
  const command = commandOf(draft, heard);
  if (command === null || isOverruled(draft, command, heard)) return null;
  const route: Route = { kind: 'command', command, why: `${command.command} by ${command.certainty}` };
  switch (command.command) {
    case 'stop':
      return route;
    case 'start':
      return draft.isStopped && !draft.conversation.blocked ? route : null;
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

/** A quick reply whose words would be STOP or START is no such wish: its author meant another. */
function commandOf(draft: Draft, heard: Heard): RecognisedCommand | null {
  const command = heard.isTyped || heard.isTappedWords ? hearCommand(draft, heard.text) : null;
  const isWish = command?.command === 'stop' || command?.command === 'start';
  return heard.isTappedWords && isWish ? null : command;
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
    findExactKeywords(draft.workspace.triggers.keywords, heard.text, {
      language: draft.conversation.contact.language ?? null,
      isThorough: false,
    }).length > 0
  );
}

function routeSilence(draft: Draft): Route | null {
  const { conversation, event, now } = draft;
  if (draft.isStopped) return { kind: 'silent', why: 'the contact said stop' };
  if (conversation.blocked) return { kind: 'silent', why: 'people have called the contact spam' };
  const { owner } = conversation.ownership;
  if (owner !== 'bot') return { kind: 'silent', why: `the chat is owned by ${owner}` };
  const window = capabilities[conversation.channel].replyWindow;
  const isLate = window !== null && now - event.occurredAt >= window;
  return isLate ? { kind: 'silent', why: 'it arrived after its reply window' } : null;
}

/** A link that is followed and a word about a story are no answers to what was asked in the chat. */
function isAside({ isStoryReply, isStoryMention, ref, ad, text }: Heard): boolean {
  return isStoryReply || isStoryMention || ((ref !== null || ad !== null) && text === '');
}

function questionFor(draft: Draft, heard: Heard): OpenQuestion | null {
  return isAside(heard) ? null : openQuestion(draft);
}

function routeSought(draft: Draft, heard: Heard): Route | null {
  const open = questionFor(draft, heard);
  if (open === null || takesAnyText(open.question)) return null;
  const reading = readSaid(open, heard, answerSetting(draft));
  const what = open.question.choices.length > 0 ? 'a choice of' : 'what is sought by';
  return reading === null ? null : { ...reading, why: `${what} ${placeOf(open)}` };
}

/**
 * Links, buttons and whole-message keywords are plain wishes: they start their flow even in the middle of another. What
 * only stands somewhere in a message, or takes any, counts where nothing has been asked.
 */
function routeTrigger(draft: Draft, heard: Heard): Route | null {
  const { triggers } = draft.workspace;
  const facts = triggerFactsOf(draft, heard);
  const isAsked = draft.conversation.run !== null && !isAside(heard) && !isPausing(draft);
  const start = firstStart(draft, isAsked ? findWishes(triggers, facts) : findTriggers(triggers, facts));
  return start === null || isAsked ? start : (routeBetter(draft, heard, start.hit.rank) ?? start);
}

const anyWords: readonly TriggerRank[] = ['first_message', 'outside_hours'];
const partOfMessage: readonly TriggerRank[] = ['starts_with', 'contains', 'near', 'pattern', ...anyWords];

/**
 * A question of the FAQ that fits better than a trigger: in its very words, where the trigger fits a part of them; in any,
 * where the trigger takes whatever is written.
 */
function routeBetter(draft: Draft, heard: Heard, rank: TriggerRank): Route | null {
  if (anyWords.includes(rank)) return routeSureQuestion(draft, heard);
  return partOfMessage.includes(rank) ? routeVerbatimQuestion(draft, heard) : null;
}

function firstStart(draft: Draft, hits: readonly TriggerHit[]): Extract<Route, { kind: 'start' }> | null {
  const [hit, ...others] = hits.filter(({ target }) => draft.workspace.flows.has(target.flow));
  const flow = hit && draft.workspace.flows.get(hit.target.flow);
  if (hit === undefined || flow === undefined) return null;
  return { kind: 'start', flow, why: hit.what, hit, others: describeOthers(hit, others) };
}

const asksSomething = /[?？؟][^\p{L}\p{N}]*$/u;

/**
 * A question of the FAQ in the middle of a flow, where it cannot be an answer: what takes any words takes all but what
 * plainly asks something.
 */
function routeInterjection(draft: Draft, heard: Heard): Route | null {
  const open = questionFor(draft, heard);
  if (open === null || (takesAnyText(open.question) && !asksSomething.test(heard.text))) return null;
  return routeSureQuestion(draft, heard);
}

function routeAnswer(draft: Draft, heard: Heard): Route | null {
  if (draft.conversation.run === null || isAside(heard)) return null;
  const open = openQuestion(draft);
  if (open === null && isPausing(draft)) return null;
  if (open === null) return { kind: 'miss', why: 'the run waits where its flow has no question any more' };
  const place = placeOf(open);
  if (isPartOfAnswer(open, heard)) {
    return { kind: 'breath', text: heard.text, why: `an answer to ${place}, perhaps a part of it` };
  }
  const reading = readSaid(open, heard, answerSetting(draft));
  return reading === null
    ? { kind: 'miss', why: `no answer to ${place}` }
    : { ...reading, why: `an answer to ${place}` };
}

/** Words, where more may follow in the same breath; once begun, whatever else comes in between. */
function isPartOfAnswer({ question, frame }: OpenQuestion, { text, payload }: Heard): boolean {
  if (question.settle === undefined || payload !== null) return false;
  return text.trim() !== '' || frame.context.breath !== undefined;
}

function placeOf({ frame }: OpenQuestion): string {
  return `${frame.flow} › ${frame.step}`;
}

/** What is about a link or a story, and starts nothing, asks for no answer. */
function routeUnansweredAside(heard: Heard): Route | null {
  if (!isAside(heard)) return null;
  const what = heard.isStoryReply
    ? 'a story reply'
    : heard.isStoryMention
      ? 'a story mention'
      : heard.ref === null
        ? 'an ad'
        : 'a ref';
  return { kind: 'silent', why: `${what} that no flow answers` };
}
