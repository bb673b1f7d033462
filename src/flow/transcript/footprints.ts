import type { Flow } from '../../core/flow.js';
import type { Workspace } from '../../core/workspace.js';
import type { Departure } from '../compile/departure.js';
import { watchFlow } from '../compile/watch-flow.js';
import type { Decide } from './virtual-store.js';

/** What a chat left behind in the flows that it went through. */
export class Footprints {
  readonly #steps = new Map<string, Set<string>>();
  readonly #questions = new Set<string>();
  readonly #answers = new Map<string, string>();
  readonly #departures = new Map<string, Map<string, Departure>>();

  /** The same workspace, in which every flow that runs leaves its footprints here. */
  watch(workspace: Workspace): Workspace {
    const watched = new Map<Flow, Flow>();
    const watch = (flow: Flow): Flow => {
      const known = watched.get(flow) ?? this.#watch(flow);
      watched.set(flow, known);
      return known;
    };
    return {
      ...workspace,
      flows: new Map([...workspace.flows].map(([name, flow]) => [name, watch(flow)])),
      pinnedFlow: (name, version) => {
        const flow = workspace.pinnedFlow(name, version);
        return flow && watch(flow);
      },
    };
  }

  /** The same decisions; each question of the FAQ that they answer leaves its footprint here. */
  watchDecisions(decideEvent: Decide): Decide {
    return (workspace, conversation, event) => {
      const decision = decideEvent(workspace, conversation, event);
      for (const { rule, result } of decision.trace) if (rule === 'faq') this.#questions.add(result);
      return decision;
    };
  }

  /** Ids of the questions of the FAQ that were answered. */
  get questions(): ReadonlySet<string> {
    return this.#questions;
  }

  /** Paths of the steps of a flow that were entered. */
  stepsOf(flow: string): ReadonlySet<string> {
    return this.#steps.get(flow) ?? new Set();
  }

  /** Each way in which a step of a flow was left, once. */
  departuresFrom(flow: string): readonly Departure[] {
    return [...(this.#departures.get(flow)?.values() ?? [])];
  }

  /** The last answer that was saved under a name; undefined: none was. */
  answer(name: string): string | undefined {
    return this.#answers.get(name);
  }

  #watch(flow: Flow): Flow {
    const steps = this.#steps.get(flow.name) ?? new Set();
    this.#steps.set(flow.name, steps);
    const departures = this.#departures.get(flow.name) ?? new Map<string, Departure>();
    this.#departures.set(flow.name, departures);
    return watchFlow(flow, {
      noted: ({ visits, answers }) => {
        for (const step of Object.keys(visits)) steps.add(step);
        for (const [name, value] of Object.entries(answers)) this.#answers.set(name, value);
      },
      left: (departure) => departures.set(JSON.stringify(departure), departure),
    });
  }
}
