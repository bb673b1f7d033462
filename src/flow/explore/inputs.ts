import { isDonePayload } from '../../core/decide/question.js';
import type { Question } from '../../core/flow.js';
import { flowPayload } from '../../core/payload.js';
import type { FlowDefinition, TriggerDefinition } from '../definition.js';
import type { Happening } from '../transcript/happening.js';
import type { VirtualChat } from '../transcript/virtual-chat.js';
import type { ConditionTest } from './foresight.js';
import { other, valuesAround } from './test-values.js';
import type { Deed } from './trail.js';

/** One thing of each kind that people write, so that every kind of question finds an answer and a miss in it. */
const samples: readonly string[] = [
  other,
  'yes',
  'no',
  '7',
  'ada@example.com',
  '+49 30 901820',
  '2027-03-01',
  'tomorrow',
  'https://example.com/page',
];

/** What may be written wherever the chat stands. */
const asides: readonly string[] = ['help', 'back', 'start over', 'I want to talk to a person'];

const minute = 60_000;

/** The ways into a flow, one of each kind. */
export function waysInto({ name, start }: FlowDefinition): readonly Deed[] {
  const kinds = new Map(start.map((trigger) => [kindOfTrigger(trigger), trigger]));
  return [...kinds.values()]
    .flatMap((trigger) => waysBy(name, trigger))
    .map((happening) => ({ kind: 'happen', happening }));
}

/**
 * What may be done to a chat where it stands: every choice tapped, something written of each kind and on either side of
 * each test ahead, the flow begun again, and nothing at all until a timer comes due.
 */
export function deedsAt(
  chat: VirtualChat,
  question: Question | null,
  tests: readonly ConditionTest[],
  again: readonly Deed[],
): readonly Deed[] {
  const said = question === null ? [other] : answersTo(chat, question, tests);
  return [
    ...(question === null ? [] : tapsOn(chat, question)),
    ...said.map((text): Deed => ({ kind: 'happen', happening: { kind: 'me', text } })),
    ...untilNextTimer(chat),
    ...asides.map((text): Deed => ({ kind: 'happen', happening: { kind: 'me', text } })),
    ...again,
  ];
}

/** Time passes until something happens by itself, in whole minutes; none where nothing will. */
export function untilNextTimer(chat: VirtualChat): readonly Deed[] {
  const timer = chat.store.dueTimer(Infinity);
  if (timer === null) return [];
  const minutes = Math.max(1, Math.ceil((timer.dueAt - chat.now) / minute));
  return [{ kind: 'pass', duration: minutes * minute }];
}

function kindOfTrigger(trigger: TriggerDefinition): string {
  return trigger.kind === 'keyword' ? `keyword ${trigger.match}` : trigger.kind;
}

/**
 * A message that fits a pattern cannot be made up, closed hours and the outcome of some other flow depend on more than
 * one deed: there a button of ours that names the flow stands for them, which begins the same run.
 */
function waysBy(flow: string, trigger: TriggerDefinition): readonly Happening[] {
  switch (trigger.kind) {
    case 'keyword':
      if (trigger.match === 'pattern') return [buttonFor(flow)];
      return trigger.phrases.slice(0, 1).map((text) => ({ kind: 'me', text }));
    case 'ref':
      return trigger.refs.slice(0, 1).map((ref) => ({ kind: 'ref', ref }));
    case 'postback':
      return trigger.payloads.slice(0, 1).map((payload) => ({ kind: 'postback', payload }));
    case 'ice_breaker':
    case 'menu':
      return trigger.titles.slice(0, 1).map((title) => ({ ...buttonFor(flow), title }));
    case 'ad':
      return [{ kind: 'ad', ad: trigger.ads[0] ?? other }];
    case 'story_reply':
      return [{ kind: 'story_reply', text: trigger.words?.[0] ?? other }];
    case 'story_mention':
      return [{ kind: 'story_mention' }];
    case 'comment':
      return [{ kind: 'comment', text: trigger.words[0] ?? other, post: trigger.posts?.[0] ?? null }];
    case 'first_message':
      return [{ kind: 'me', text: other }];
    case 'outside_hours':
    case 'after':
      return [buttonFor(flow)];
  }
}

function buttonFor(flow: string): Extract<Happening, { readonly kind: 'postback' }> {
  return { kind: 'postback', payload: flowPayload(flow) };
}

/** Only what stands under this question: older buttons are no answers to it. */
function tapsOn({ offered }: VirtualChat, { choices }: Question): readonly Deed[] {
  const titles = new Set(choices.map(({ title }) => title));
  return offered
    .filter(({ title, payload }) => titles.has(title) || isDonePayload(payload))
    .map((reply) => ({ kind: 'happen', happening: { kind: 'tap', reply } }));
}

function answersTo(
  chat: VirtualChat,
  question: Question,
  tests: readonly ConditionTest[],
): readonly string[] {
  // What is added to a breath makes another answer of any words, for ever.
  if (chat.breath !== undefined) return [];
  const wanted = tests.filter(({ subject }) => subject.kind === 'answer');
  return [
    ...new Set([
      ...samples,
      ...question.choices.map(({ title }) => title),
      ...(question.kind?.kind === 'pattern' ? [question.kind.example ?? other] : []),
      ...wanted.flatMap(({ test }) => valuesAround(test)),
      ...numbersIn(question).flatMap((number) => [number, number - 1, number + 1].map(String)),
    ]),
  ];
}

/** The limits that a question sets, whatever it calls them. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
