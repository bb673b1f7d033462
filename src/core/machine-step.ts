// eslint-disable-next-line no-restricted-imports -- The one actor here is never started: it is what a machine calls itself.
import { createActor } from 'xstate';
import type {
  ActorScope,
  AnyMachineSnapshot,
  AnyStateMachine,
  EventObject,
  ExecutableActionsFrom,
} from 'xstate';

/** Where a machine is after a step, and the actions that it asks for, none of which has been executed. */
export type MachineStep = readonly [
  snapshot: AnyMachineSnapshot,
  actions: readonly ExecutableActionsFrom<AnyStateMachine>[],
];

/** As XState's `initialTransition`. */
export function enterMachine(machine: AnyStateMachine, input: unknown): MachineStep {
  return collect(machine, (scope) => machine.getInitialSnapshot(scope, input));
}

/** As XState's `transition`. */
export function moveMachine(
  machine: AnyStateMachine,
  from: AnyMachineSnapshot,
  event: { readonly type: string },
): MachineStep {
  return collect(machine, (scope) => machine.transition(from, event, scope));
}

type Scope = ActorScope<AnyMachineSnapshot, EventObject>;

const scopes = new WeakMap<AnyStateMachine, Scope>();

function collect(machine: AnyStateMachine, step: (scope: Scope) => AnyMachineSnapshot): MachineStep {
  const scope = scopes.get(machine) ?? createScope(machine);
  const actions: ExecutableActionsFrom<AnyStateMachine>[] = [];
  // XState's own type of an executor knows no machine.
  scope.actionExecutor = (action) => void actions.push(action as ExecutableActionsFrom<AnyStateMachine>);
  return [step(scope), actions];
}

/**
 * The surroundings in which nothing happens. XState's own functions make them anew for each call, with an actor that is
 * begun and never started: that costs more than the step itself. Ours lets one stand for all, because our machines ask
 * nothing of their actor and spawn none. Measured by `npm run bench`.
 */
function createScope(machine: AnyStateMachine): Scope {
  const self = createActor(machine);
  const nothing = (): void => undefined;
  const scope: Scope = {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: nothing,
  };
  scopes.set(machine, scope);
  return scope;
}
