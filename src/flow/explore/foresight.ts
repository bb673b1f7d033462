import type { Condition } from '../../core/condition.js';
import type { Frame } from '../../core/conversation.js';
import type { Flow } from '../../core/flow.js';
import { enterFlow } from '../../core/walk.js';
import type { Workspace } from '../../core/workspace.js';
import { reachFrom } from '../check/reach.js';
import type { Move, StateAction, StepState } from '../compile/step-state.js';

/** One test of a condition. */
export type ConditionTest = Extract<Condition, { readonly kind: 'test' }>;

/** A way through a split that a machine goes. */
export interface SplitWay {
  readonly split: string;
  readonly way: string;
}

/** What a machine may still tell contacts apart by. */
export interface Distinctions {
  readonly tests: readonly ConditionTest[];
  readonly ways: readonly SplitWay[];
}

const none: Distinctions = { tests: [], ways: [] };

/** A step of a flow's machine. */
interface Spot {
  readonly flow: Flow;
  readonly step: string;
}

/**
 * Tells what a run may still come to from where it stands. It looks at machines alone, whatever verbs they were
 * compiled from.
 */
export class Foresight {
  readonly #workspace: Workspace;
  readonly #spots = new Map<string, Spot>();
  readonly #known = new Map<Spot, Distinctions>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Everything that a run of this flow may look at, also in the flows that it leads to. */
  of(flow: Flow): Distinctions {
    return this.#from(this.#entryOf(flow));
  }

  /** What a frame may still look at. */
  ahead({ flow, version, step }: Pick<Frame, 'flow' | 'version' | 'step'>): Distinctions {
    const known = this.#workspace.pinnedFlow(flow, version);
    return known === undefined ? none : this.#from(this.#spot(known, step));
  }

  /** The steps of this flow, and of those that it leads to, that its machines have a way to, as `flow › step`. */
  stepsOf(flow: Flow): ReadonlySet<string> {
    const spots = reachFrom([this.#entryOf(flow)], (spot) => this.#after(spot));
    return new Set(
      [...spots].flatMap((spot) =>
        spot.flow.steps.has(spot.step) ? [stepName(spot.flow.name, spot.step)] : [],
      ),
    );
  }

  #from(start: Spot): Distinctions {
    const known = this.#known.get(start);
    if (known !== undefined) return known;
    const states = [...reachFrom([start], (spot) => this.#after(spot))].map(stateOf);
    const found = {
      tests: distinct(states.flatMap((state) => collect(state, isTest))),
      ways: distinct(states.flatMap((state) => collect(state, isSplitWay))),
    };
    this.#known.set(start, found);
    return found;
  }

  #after(spot: Spot): readonly Spot[] {
    const state = stateOf(spot);
    if (state === undefined) return [];
    const moves = movesOf(state);
    const actions = [...state.entry, ...moves.flatMap((move) => move.actions ?? [])];
    return [
      ...moves.flatMap(({ target }) =>
        target === undefined ? [] : [this.#spot(spot.flow, target.replaceAll('\\', ''))],
      ),
      ...actions.flatMap((action) => this.#ledTo(spot.flow, action)),
    ];
  }

  #ledTo({ leadsTo }: Flow, action: StateAction): readonly Spot[] {
    if (!('params' in action) || !('flow' in action.params)) return [];
    const { flow } = action.params;
    const version = Object.hasOwn(leadsTo, flow) ? leadsTo[flow] : undefined;
    const target = version === undefined ? undefined : this.#workspace.pinnedFlow(flow, version);
    return target === undefined ? [] : [this.#entryOf(target)];
  }

  #entryOf(flow: Flow): Spot {
    return this.#spot(flow, enterFlow(flow).step);
  }

  /** The same spot is the same object. */
  #spot(flow: Flow, step: string): Spot {
    const key = JSON.stringify([flow.name, flow.version, step]);
    const spot = this.#spots.get(key) ?? { flow, step };
    this.#spots.set(key, spot);
    return spot;
  }
}

/** How a step is called among those of several flows. */
export function stepName(flow: string, step: string): string {
  return `${flow} › ${step}`;
}

function stateOf({ flow, step }: Spot): StepState | undefined {
  const states = flow.machine.config.states as unknown as Readonly<Record<string, StepState>>;
  const state = Object.hasOwn(states, step) ? states[step] : undefined;
  return state?.entry === undefined ? undefined : state;
}

function movesOf({ on = {}, after = {} }: StepState): readonly Move[] {
  return [...Object.values(on).flat(), ...Object.values(after)];
}

/** Everything of that shape in it, wherever its author put it. */
function collect<T extends object>(value: unknown, isWanted: (value: object) => value is T): readonly T[] {
  if (typeof value !== 'object' || value === null) return [];
  return isWanted(value) ? [value] : Object.values(value).flatMap((part) => collect(part, isWanted));
}

function isTest(value: object): value is ConditionTest {
  return 'kind' in value && value.kind === 'test' && 'subject' in value && 'test' in value;
}

function isSplitWay(value: object): value is SplitWay {
  return 'split' in value && typeof value.split === 'string' && 'way' in value;
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
