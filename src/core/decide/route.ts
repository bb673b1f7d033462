import { capabilities } from '../channel.js';
import type { RecognisedCommand } from '../command.js';
import type { Flow } from '../flow.js';
import { findKeyword } from '../keyword.js';
import { flowOfPayload } from '../payload.js';
import type { TriggerTarget } from '../workspace.js';
import { canGoBack } from './back.js';
import type { Draft } from './draft.js';
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
  | { readonly kind: 'start'; readonly flow: Flow; readonly why: string }
  | { readonly kind: 'puzzled'; readonly why: string };

/**
 * Finds what an event means; the first rule that applies wins: STOP and its kin, then silence (stopped, owned by a
 * person, too late), then what the open question looks for, such as one of its choices, then what starts a flow, then any
 * words that the open question takes.
 */
export function route(draft: Draft, heard: Heard): Route {
  return (
    routeCommand(draft, heard) ??
    routeSilence(draft) ??
    routeSought(draft, heard) ??
    routeTrigger(draft, heard) ??
    routeAnswer(draft, heard) ??
    routeContained(draft, heard) ?? { kind: 'puzzled', why: 'no rule applies' }
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

function routeSought(draft: Draft, heard: Heard): Route | null {
  const open = questionFor(draft, heard);
  if (open === null || takesAnyText(open.question)) return null;
  const reading = readSaid(open, heard, answerSetting(draft));
  const what = open.question.choices.length > 0 ? 'a choice of' : 'what is sought by';
  return reading === null ? null : { ...reading, why: `${what} ${placeOf(open)}` };
}

/** Links and whole-message keywords are plain wishes: they start their flow even in the middle of another. */
function routeTrigger(draft: Draft, heard: Heard): Route | null {
  const { refs, keywords, storyReply } = draft.workspace.triggers;
  const byRef = heard.ref === null ? undefined : refs.get(heard.ref);
  if (byRef !== undefined) return starts(draft, byRef, `ref ${heard.ref ?? ''}`);
  const byButton = heard.postback === null ? null : routeButton(draft, heard.postback);
  if (byButton !== null) return byButton;
  const keyword = findKeyword(keywords, heard.text);
  if (keyword?.match === 'exact') return starts(draft, keyword.value, `keyword "${keyword.phrase}"`);
  return heard.isStoryReply && storyReply !== null ? starts(draft, storyReply, 'a story reply') : null;
}

/** A payload that a flow is started by, or a button of ours that names its flow. */
function routeButton(draft: Draft, payload: string): Route | null {
  const target = draft.workspace.triggers.postbacks.get(payload);
  if (target !== undefined) return starts(draft, target, `postback ${payload}`);
  const flow = flowOfPayload(payload);
  return flow === null ? null : starts(draft, { flow }, `a button for ${flow}`);
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

/** A keyword somewhere in the message counts only where no question is open. */
function routeContained(draft: Draft, heard: Heard): Route | null {
  const keyword = findKeyword(draft.workspace.triggers.keywords, heard.text);
  if (keyword !== null) return starts(draft, keyword.value, `contained keyword "${keyword.phrase}"`);
  if (heard.isStoryReply) return { kind: 'silent', why: 'a story reply that no flow answers' };
  return heard.text === '' && heard.ref !== null
    ? { kind: 'silent', why: 'a ref that no flow answers' }
    : null;
}

function starts(draft: Draft, target: TriggerTarget, why: string): Route | null {
  const flow = draft.workspace.flows.get(target.flow);
  return flow === undefined ? null : { kind: 'start', flow, why };
}
