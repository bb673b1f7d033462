import type { Decision } from '../decision.js';
import { fillPhrase } from '../template.js';
import { advanceFlow, answerFlow } from '../walk.js';
import { askQuestion } from './ask.js';
import { learnTold, mustWaitFor, needsProfile } from './awaiting.js';
import { goBack, startOver } from './back.js';
import { isConfided, mayBeConfided } from './confidence.js';
import { restart, withdrawEverything } from './consent.js';
import type { Draft } from './draft.js';
import { answerQuestion, askWhichQuestion, offerOfPerson } from './faq-answers.js';
import { gatherBreath, gatherPick } from './gather.js';
import { migrateRun, restartEditedRun } from './edits.js';
import { openHandoff } from './handoff.js';
import { noteContactWrote } from './handoff-clock.js';
import { hear, hearCommand, recordHeard, type ContactEvent } from './heard.js';
import { hearLanguage } from './language.js';
import { hearNumber } from './numbered.js';
import { liftSilence } from './ownership.js';
import { restoreEvent } from './restore-payload.js';
import { route, type Route } from './route.js';
import { continueRun, startRun } from './run.js';
import { openQuestion } from './run-state.js';
import { phrasesFor, speak } from './speak.js';
import { noteMark } from './mark.js';
import { isTakenBack } from './taken-back.js';
import { noteToldClosed } from './trigger-facts.js';

/** Decides what a contact wrote or pressed. */
export function decideContactEvent(draft: Draft, event: ContactEvent): Decision {
  liftSilence(draft);
  migrateRun(draft);
  if (event.kind !== 'referralReceived') learnTold(draft, event.profile);
  return isTakenBack(draft.conversation, event) ? decideTakenBack(draft, event) : decideHeard(draft, event);
}

function decideHeard(draft: Draft, event: ContactEvent): Decision {
  const chosen = route(draft, hearNumber(draft, hear(restoreEvent(draft, event))));
  if (mustWait(draft, chosen)) {
    if (mayBeConfided(draft)) draft.keepConfidence();
    return draft.decision('deferred');
  }
  if (isConfided(draft, chosen)) draft.keepConfidence();
  draft.note('route', `${chosen.kind}: ${chosen.why}`);
  if (chosen.kind === 'start') for (const other of chosen.others) draft.note('also fits', other);
  recordHeard(draft, event);
  if (isForPeople(event, chosen)) noteContactWrote(draft);
  if (event.kind === 'messageReceived') hearLanguage(draft, event.text);
  if (chosen.kind !== 'puzzled') draft.change({ puzzledAt: null });
  if (draft.conversation.clarifying) draft.change({ clarifying: null });
  if (draft.conversation.offered) draft.change({ offered: null });
  follow(draft, chosen);
  return draft.decision('handled');
}

/** It was taken back before it came: a line without words, which is not answered. STOP is obeyed all the same. */
function decideTakenBack(draft: Draft, event: ContactEvent): Decision {
  draft.note('taken back', 'before it came');
  const command = event.kind === 'messageReceived' ? hearCommand(draft, event.text) : null;
  recordHeard(draft, event);
  if (command?.command === 'stop') obey(draft, { command });
  return draft.decision('handled');
}

/** Whether whoever has the chat is waited for now: a link that is followed, and STOP, want no answer. */
function isForPeople(event: ContactEvent, chosen: Route): boolean {
  const isStop = chosen.kind === 'command' && chosen.command.command === 'stop';
  return event.kind !== 'referralReceived' && !isStop;
}

/** While an answer from outside is awaited later events wait in order, but never STOP. */
function mustWait(draft: Draft, chosen: Route): boolean {
  if (chosen.kind === 'command' && chosen.command.command === 'stop') return false;
  return mustWaitFor(draft, saysName(draft, chosen));
}

function saysName({ workspace }: Draft, chosen: Route): boolean {
  if (chosen.kind === 'start') return needsProfile(workspace, chosen.flow);
  if (chosen.kind !== 'question') return false;
  const { response } = chosen.question.entry;
  if (response.kind === 'answer') return response.needsProfile;
  const flow = workspace.flows.get(response.flow);
  return flow !== undefined && needsProfile(workspace, flow);
}

function follow(draft: Draft, chosen: Route): void {
  switch (chosen.kind) {
    case 'command':
      obey(draft, chosen);
      return;
    case 'start':
      if (chosen.hit.rank === 'outside_hours') noteToldClosed(draft);
      startRun(draft, chosen.flow);
      return;
    case 'answer':
      if (restartEditedRun(draft)) return;
      noteMark(draft, chosen.value);
      continueRun(draft, (flow, frame) => answerFlow(flow, frame, chosen.value));
      return;
    case 'picked':
      if (restartEditedRun(draft)) return;
      gatherPick(draft, chosen.values);
      return;
    case 'breath':
      if (restartEditedRun(draft)) return;
      gatherBreath(draft, chosen.text);
      return;
    case 'miss':
      if (restartEditedRun(draft)) return;
      continueRun(draft, (flow, frame) => advanceFlow(flow, frame, { type: 'miss' }));
      return;
    case 'question':
      answerQuestion(draft, chosen.question);
      return;
    case 'unclear':
      askWhichQuestion(draft, chosen.candidates);
      return;
    case 'person':
      openHandoff(draft, { reason: 'asked', team: null, note: '', announces: true });
      return;
    case 'puzzled':
      sayNotUnderstood(draft, chosen.asked ?? false);
      return;
    case 'silent':
      return;
  }
}

function obey(draft: Draft, { command }: Pick<Extract<Route, { kind: 'command' }>, 'command'>): void {
  const { language } = command;
  switch (command.command) {
    case 'stop':
      withdrawEverything(draft, { actor: 'contact', flow: null, rule: 'stop', language, isConfirmed: true });
      return;
    case 'start':
      restart(draft, language);
      return;
    case 'help':
      help(draft, language);
      return;
    case 'back':
      goBack(draft);
      return;
    case 'restart':
      startOver(draft);
      return;
    case 'person':
      openHandoff(draft, { reason: 'asked', team: null, note: '', announces: true, language });
      return;
  }
}

/** HELP is answered in the middle of a flow too; the flow's question then stands again. */
function help(draft: Draft, language: string): void {
  speak(draft, {
    text: fillPhrase(phrasesFor(draft, language).help, phraseValues(draft)),
    speaker: { kind: 'system', rule: 'help' },
    basis: { kind: 'confirmation', of: 'help' },
  });
  const open = openQuestion(draft);
  if (open !== null) askQuestion(draft, open);
}

const puzzlementLasts = 3_600_000;

/** Said once, not after every line of a follower who only chats; but to whom it was `asked` to be said, always. */
function sayNotUnderstood(draft: Draft, asked: boolean): void {
  const { puzzledAt } = draft.conversation;
  const wasSaid = puzzledAt !== null && draft.now - puzzledAt < puzzlementLasts;
  if (!asked && (wasSaid || !draft.workspace.answersUnmatched)) return;
  draft.change({ puzzledAt: draft.now });
  speak(draft, {
    text: fillPhrase(phrasesFor(draft).notUnderstood, phraseValues(draft)),
    speaker: { kind: 'system', rule: 'not_understood' },
    basis: { kind: 'reply_window' },
    quickReplies: [offerOfPerson(draft)],
  });
}

function phraseValues({ workspace }: Draft): Readonly<Record<string, string>> {
  return { brand: workspace.brand, keywords: workspace.suggestions.map((word) => `“${word}”`).join(', ') };
}
