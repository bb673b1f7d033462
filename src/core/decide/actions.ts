import { everything } from '../consent.js';
import type { Frame } from '../conversation.js';
import type { Flow, FlowAction, Question, Template } from '../flow.js';
import type { QuickReply, Speaker } from '../message.js';
import { fillTemplate } from '../template.js';
import type { LinkTarget } from '../resources.js';
import { recordConsent, withdrawEverything } from './consent.js';
import type { Draft } from './draft.js';
import { openHandoff } from './handoff.js';
import { choicePayload } from './question.js';
import { phrasesFor, speak } from './speak.js';

/** Where a frame stands, as its actions see it. */
export interface Place {
  readonly flow: Flow;
  readonly frame: Frame;
  readonly runId: string;
}

/** What an action does to the walk beyond its effects. */
export type Move =
  | { readonly kind: 'on' }
  /** The run is over. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'goTo' | 'run'; readonly flow: string };

const on: Move = { kind: 'on' };
const ended: Move = { kind: 'ended' };

/** Turns one action of a machine into effects. */
export function perform(draft: Draft, place: Place, action: FlowAction): Move {
  switch (action.type) {
    case 'say':
      say(draft, place, action.params.text, action.params.link);
      return on;
    case 'ask':
      say(draft, place, questionAt(place).text, null, questionAt(place));
      return on;
    case 'askAgain':
      askAgain(draft, place);
      return on;
    case 'setField':
      setField(draft, action.params.field, fill(draft, place, action.params.value));
      return on;
    case 'addTags':
      addTags(draft, action.params.tags);
      return on;
    case 'recordOutcome':
      recordOutcome(draft, place, action.params.outcome);
      return on;
    case 'recordConsent':
      recordTopicConsent(draft, place, action.params);
      return on;
    case 'optOut':
      return optOut(draft, place, action.params.purpose);
    case 'openHandoff':
      openHandoff(draft, {
        reason: 'flow',
        team: action.params.team,
        note: fill(draft, place, action.params.note),
        announces: true,
      });
      return ended;
    case 'goToFlow':
      return { kind: 'goTo', flow: action.params.flow };
    case 'runFlow':
      return { kind: 'run', flow: action.params.flow };
    case 'endRun':
      draft.note('run', 'ended by its author');
      return ended;
  }
}

/** Asks the open question once more without counting it as a miss, as after HELP. */
export function repeatQuestion(draft: Draft, place: Place): void {
  say(draft, place, questionAt(place).text, null, questionAt(place));
}

function questionAt({ flow, frame }: Place): Question {
  const question = flow.steps.get(frame.step)?.question;
  if (!question) throw new Error(`${flow.name} has no question at ${frame.step}.`);
  return question;
}

function say(draft: Draft, place: Place, text: Template, link: LinkTarget | null, question?: Question): void {
  speak(draft, {
    text: fill(draft, place, text),
    speaker: speakerOf(place),
    basis: { kind: 'reply_window' },
    link,
    ...(question ? { quickReplies: quickRepliesOf(place, question) } : {}),
  });
}

function askAgain(draft: Draft, place: Place): void {
  const question = questionAt(place);
  const retry = question.retry === null ? phrasesFor(draft).retry : fill(draft, place, question.retry);
  speak(draft, {
    text: `${retry}\n${fill(draft, place, question.text)}`,
    speaker: speakerOf(place),
    basis: { kind: 'reply_window' },
    quickReplies: quickRepliesOf(place, question),
  });
}

function quickRepliesOf(place: Place, question: Question): readonly QuickReply[] {
  return question.choices.map((choice) => ({
    title: choice.title,
    payload: choicePayload(place.frame, choice),
  }));
}

function speakerOf({ flow, frame, runId }: Place): Speaker {
  return { kind: 'flow', flow: flow.name, version: flow.version, step: frame.step, runId };
}

function fill({ conversation, workspace }: Draft, { frame }: Place, template: Template): string {
  const { profile, fields } = conversation.contact;
  const name = profile?.name ? { name: profile.name } : {};
  const firstName = profile?.firstName ? { first_name: profile.firstName } : {};
  return fillTemplate(template, {
    answers: frame.context.answers,
    contact: { ...fields, ...name, ...firstName },
    workspace: { brand: workspace.brand },
  });
}

function setField(draft: Draft, field: string, value: string): void {
  const { contact } = draft.conversation;
  draft.change({ contact: { ...contact, fields: { ...contact.fields, [field]: value } } });
}

function addTags(draft: Draft, tags: readonly string[]): void {
  const { contact } = draft.conversation;
  draft.change({ contact: { ...contact, tags: [...new Set([...contact.tags, ...tags])] } });
}

function recordOutcome(draft: Draft, { flow, frame, runId }: Place, name: string): void {
  const { run } = draft.conversation;
  if (run === null) return;
  draft.ask({
    kind: 'recordOutcome',
    outcome: {
      id: `${runId}/${frame.step}/${String(frame.context.visits[frame.step] ?? 0)}`,
      name,
      at: draft.now,
      source: { kind: 'flow', flow: flow.name, version: flow.version, step: frame.step },
      runId,
      value: null,
      currency: null,
    },
  });
  draft.change({ run: { ...run, outcomes: [...run.outcomes, name] } });
}

function recordTopicConsent(
  draft: Draft,
  place: Place,
  { topic, change }: Extract<FlowAction, { type: 'recordConsent' }>['params'],
): void {
  recordConsent(draft, {
    change,
    purpose: topic.name,
    notice: topic.notice,
    actor: 'contact',
    flow: ledgerPlace(place),
  });
}

function optOut(draft: Draft, place: Place, purpose: string): Move {
  const flow = ledgerPlace(place);
  if (purpose !== everything) {
    recordConsent(draft, { change: 'withdrawn', purpose, notice: null, actor: 'flow', flow });
    return on;
  }
  withdrawEverything(draft, { actor: 'flow', flow, rule: 'opt_out', isConfirmed: true });
  return ended;
}

function ledgerPlace({ flow, frame }: Place): { name: string; version: string; step: string } {
  return { name: flow.name, version: flow.version, step: frame.step };
}
