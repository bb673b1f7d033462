import { emptyContext } from '../../../src/core/conversation.js';
import type { Frame } from '../../../src/core/conversation.js';
import type { ConditionFacts } from '../../../src/core/condition.js';
import type { Flow, FlowEvent } from '../../../src/core/flow.js';
import { advanceFlow } from '../../../src/core/walk.js';
import type { Stop } from '../../../src/core/walk.js';
import { compileFlow } from '../../../src/flow/compile.js';
import type { StepDefinition } from '../../../src/flow/definition.js';
import { flow } from './definitions.js';

export const facts: ConditionFacts = {
  contact: { tags: [], fields: {}, firstName: null },
  consentedTopics: [],
  channel: 'simulator',
  windowIsOpen: true,
  isOfficeHours: true,
  today: '2026-05-03',
  language: 'en',
  outcomes: [],
  flowVisits: 1,
  minuteOfWeek: 0,
};
export const walk: FlowEvent = { type: 'walk', facts };

export function compile(...steps: readonly StepDefinition[]): Flow {
  return compileFlow(flow('guide', steps), { version: 'v1', leadsTo: {} });
}

export function frameAt(step: string, context: Partial<Frame['context']> = {}): Frame {
  return { flow: 'guide', version: 'v1', step, context: { ...emptyContext, ...context } };
}

/** What a stop asks for, in short: action types, and delays as numbers. */
export function asks(stop: Stop | null): readonly (string | number)[] {
  return (stop?.asks ?? []).map((ask) => {
    if (ask.kind === 'action') return ask.action.type;
    return ask.kind === 'schedule' ? ask.delay : 'cancel';
  });
}

/** Walks on until a step waits or the flow is over. */
export function walkFrom(compiled: Flow, start: Stop): readonly Stop[] {
  const stops = [start];
  for (let stop = start; !stop.isWaiting && !stop.isDone; stops.push(stop)) {
    stop = advanceFlow(compiled, frameAt(stop.step, stop.context), walk);
  }
  return stops;
}
