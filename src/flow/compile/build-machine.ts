import { createMachine } from 'xstate';
import type { AnyStateMachine } from 'xstate';
import { holds } from '../../core/condition.js';
import { emptyContext } from '../../core/conversation.js';
import type { FrameContext } from '../../core/conversation.js';
import { endState } from '../../core/flow.js';
import type { FlowEvent } from '../../core/flow.js';
import { noteActions } from './notes.js';
import { to } from './step-state.js';
import type { StateAction, StateGuard, StepState } from './step-state.js';

/**
 * The machine of these states, in which a state's key is its step's path. Only for the pure `initialTransition` and
 * `transition`: actions of the core have no implementation here and come back as data.
 *
 * @param questions Paths of the steps that a contact can go back to, from wherever they are.
 */
export function buildMachine(
  id: string,
  states: Readonly<Record<string, StepState>>,
  initial: string,
  questions: readonly string[] = [],
): AnyStateMachine {
  return createMachine(
    {
      types: {} as {
        context: FrameContext;
        events: FlowEvent;
        actions: StateAction;
        guards: StateGuard;
        input: Pick<FrameContext, 'answers' | 'sensitive'>;
      },
      id,
      context: ({ input }) => ({ ...emptyContext, ...input }),
      initial,
      on: {
        back: questions.map((step) => ({
          target: `.${to(step).target ?? ''}`,
          guard: { type: 'goesBackTo' as const, params: { step } },
        })),
      },
      states: { ...states, [endState]: { type: 'final' } },
    },
    {
      guards: {
        holds: ({ context, event }, { condition }) =>
          event.type === 'walk' &&
          holds(condition, { ...event.facts, answers: context.answers, visits: context.visits }),
        chose: ({ event }, { value }) => event.type === 'answer' && event.value === value,
        goesBackTo: ({ event }, { step }) => event.type === 'back' && event.to === step,
        drew: ({ event }, { split, way }) =>
          event.type === 'walk' &&
          Object.hasOwn(event.facts.contact.splits ?? {}, split) &&
          event.facts.contact.splits?.[split] === way,
        resulted: ({ event }, { result }) => event.type === 'result' && event.result === result,
        mayTryAgain: ({ context }, { tries }) => context.misses + 1 < tries,
      },
      actions: noteActions(),
    },
  );
}
