import type { Flow, StepFacts } from '../../core/flow.js';
import type { Workspace } from '../../core/workspace.js';
import type { Footprints } from './footprints.js';

/** How much of a flow was gone through. */
export interface FlowCoverage {
  readonly flow: string;
  readonly steps: number;
  readonly missed: readonly StepFacts[];
}

/** How many questions of the FAQ were answered. */
export interface FaqCoverage {
  readonly questions: number;
  /** Ids of those that no chat asks. */
  readonly missed: readonly string[];
}

/** Null: there is no FAQ. */
export function measureFaqCoverage(
  { entries }: Workspace['faq'],
  footprints: readonly Footprints[],
): FaqCoverage | null {
  if (entries.size === 0) return null;
  const answered = new Set(footprints.flatMap(({ questions }) => [...questions]));
  return { questions: entries.size, missed: [...entries.keys()].filter((id) => !answered.has(id)) };
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
