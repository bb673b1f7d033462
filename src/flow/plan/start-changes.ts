import { defaultPriority } from '../../core/trigger-order.js';
import type { FlowDefinition, TriggerDefinition } from '../definition.js';
import { namesOfStart } from '../start-names.js';

/** Something that starts a flow, and whose it was and will be; null: nobody's. */
export interface StartChange {
  readonly start: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What starts another flow than before, or none, or did not start any. */
export function compareStarts(
  before: readonly FlowDefinition[],
  after: readonly FlowDefinition[],
): readonly StartChange[] {
  const [earlier, later] = [ownersOf(before), ownersOf(after)];
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .map((start) => ({ start, from: earlier.get(start) ?? null, to: later.get(start) ?? null }))
    .filter(({ from, to }) => from !== to);
}

/**
 * Of two flows that want the same start the one with the better priority has it, then the first, as in `buildTriggers`.
 * An outcome is followed by every flow that comes after it.
 */
function ownersOf(flows: readonly FlowDefinition[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  const starts = flows
    .flatMap(({ name, start }) => start.map((trigger) => ({ name, trigger })))
    .toSorted((a, b) => priorityOf(a.trigger) - priorityOf(b.trigger))
    .flatMap(({ name, trigger }) => namesOfStart(name, trigger).map((start) => ({ start, name })));
  for (const { start, name } of starts) if (!owners.has(start)) owners.set(start, name);
  return owners;
}

function priorityOf({ priority = defaultPriority }: TriggerDefinition): number {
  return priority;
}
