import { assign, createMachine } from 'xstate';
import type { AnyStateMachine } from 'xstate';
import type { FrameContext } from '../../core/conversation.js';
import type { Flow, FlowEvent } from '../../core/flow.js';
import type { Departure } from './departure.js';
import { noteActions } from './notes.js';
import type { Watch } from './notes.js';
import type { Move, StateAction, StepState } from './step-state.js';

/** Is told where a flow goes and what it keeps. */
export interface FlowWatcher {
  readonly noted: Watch;
  readonly left: (departure: Departure) => void;
}

/** Which move it is; what was answered is known when it is made. */
interface DepartNote {
  readonly type: 'depart';
  readonly params: Omit<Departure, 'value'>;
}

/**
 * The same flow, watched while it runs: where it goes and what it keeps, also of runs that a single decision begins and
 * ends. Its machine is made when it is first needed.
 */
export function watchFlow(flow: Flow, watcher: FlowWatcher): Flow {
  let machine: AnyStateMachine | undefined;
  return {
    ...flow,
    get machine() {
      return (machine ??= watchMachine(flow.machine, watcher));
    },
  };
}

/** A machine whose moves note that they are made; what is asked of the core is the same. */
function watchMachine({ config, implementations }: AnyStateMachine, watcher: FlowWatcher): AnyStateMachine {
  const states = config.states as unknown as Readonly<Record<string, StepState>>;
  const watched = Object.entries(states).map(([step, state]) => [step, noteMoves(step, state)] as const);
  const depart = assign<FrameContext, FlowEvent, DepartNote['params'], FlowEvent, never>(
    ({ event }, params) => {
      watcher.left({ ...params, value: event.type === 'answer' ? event.value : null });
      return {};
    },
  );
  const instrumented: AnyStateMachine = createMachine(
    { ...config, states: Object.fromEntries(watched) },
    implementations as Parameters<typeof createMachine>[1],
  );
  return instrumented.provide({ actions: { ...noteActions(watcher.noted), depart } });
}

function noteMoves(step: string, { on = {}, after = {}, ...state }: StepState): object {
  const noted = (by: Departure['by']) => (made: Move, move: number) => noteMove({ step, by, move }, made);
  return {
    ...state,
    on: Object.fromEntries(
      Object.entries(on).map(([event, moves]) => [event, moves.map(noted(event as FlowEvent['type']))]),
    ),
    after: Object.fromEntries(
      Object.entries(after).map(([delay, move]) => [delay, noted('timeOut')(move, 0)]),
    ),
  };
}

/** A move that stays where it is is no departure. */
function noteMove(params: DepartNote['params'], move: Move): object {
  if (move.target === undefined) return move;
  const depart: DepartNote = { type: 'depart', params };
  const actions: readonly (StateAction | DepartNote)[] = [depart, ...(move.actions ?? [])];
  return { ...move, actions };
}
