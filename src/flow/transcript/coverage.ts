import type { Flow, StepFacts } from '../../core/flow.js';
import type { Footprints } from './footprints.js';

/** How much of a flow was gone through. */
export interface FlowCoverage {
  readonly flow: string;
  readonly steps: number;
  readonly missed: readonly StepFacts[];
}

/** What all chats together covered of each flow. */
export function measureCoverage(
  flows: Iterable<Flow>,
  footprints: readonly Footprints[],
): readonly FlowCoverage[] {
  return [...flows].map(({ name, steps }) => {
    const entered = new Set(footprints.flatMap((one) => [...one.stepsOf(name)]));
    return {
      flow: name,
      steps: steps.size,
      missed: [...steps.values()].filter(({ path }) => !entered.has(path)),
    };
  });
}
