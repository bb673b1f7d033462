import type { Flow } from './flow.js';

/**
 * Why a run that stands at this step cannot go on there in an edited flow; null: it can. A place is the same place when
 * its author named it, and it is still a place of that kind.
 *
 * @param earlier The version that the run is on; undefined: nobody has it, and only the id can be compared.
 */
export function migrationRefusal(earlier: Flow | undefined, newest: Flow, step: string): string | null {
  const there = newest.steps.get(step);
  if (there === undefined) return 'the step is gone';
  if (!there.hasId) return 'the step has no id';
  const verb = earlier?.steps.get(step)?.verb;
  return verb === undefined || verb === there.verb ? null : 'the step does something else now';
}
