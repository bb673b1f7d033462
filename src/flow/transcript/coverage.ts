import { branchesOf, branchesTaken } from '../compile/branches.js';
import { placeSteps } from '../compile/placed-steps.js';
import type { PlacedStep } from '../compile/placed-steps.js';
import type { FlowDefinition, StepDefinition } from '../definition.js';
import type { Footprints } from './footprints.js';

/** How much of a flow was gone through. */
export interface FlowCoverage {
  readonly flow: string;
  readonly steps: number;
  readonly missed: readonly StepDefinition[];
  /** Ways out of the steps that have several. */
  readonly branches: number;
  readonly missedBranches: readonly MissedBranch[];
}

/** A way out of a step that no chat took. */
export interface MissedBranch {
  readonly step: string;
  readonly branch: string;
}

/** What all chats together covered of each flow. */
export function measureCoverage(
  flows: Iterable<FlowDefinition>,
  footprints: readonly Footprints[],
): readonly FlowCoverage[] {
  return [...flows].map((flow) => measureFlow(flow, footprints));
}

function measureFlow({ name, steps }: FlowDefinition, footprints: readonly Footprints[]): FlowCoverage {
  const placed = placeSteps(steps);
  const entered = new Set(footprints.flatMap((one) => [...one.stepsOf(name)]));
  const branches = placed.flatMap((one) =>
    severalBranches(one).map((branch) => ({ step: one.step.path, branch })),
  );
  const taken = takenBranches(name, placed, footprints);
  return {
    flow: name,
    steps: placed.length,
    missed: placed.map(({ step }) => step).filter(({ path }) => !entered.has(path)),
    branches: branches.length,
    missedBranches: branches.filter((branch) => !taken.has(keyOf(branch))),
  };
}

/** A step with one way out is left by it, or not come to: it has nothing to choose from. */
function severalBranches(placed: PlacedStep): readonly string[] {
  const branches = branchesOf(placed);
  return branches.length > 1 ? branches : [];
}

function takenBranches(
  flow: string,
  placed: readonly PlacedStep[],
  footprints: readonly Footprints[],
): ReadonlySet<string> {
  const byPath = new Map(placed.map((one) => [one.step.path, one]));
  const departures = footprints.flatMap((one) => one.departuresFrom(flow));
  return new Set(
    departures.flatMap((departure) => {
      const left = byPath.get(departure.step);
      const branches = left === undefined ? [] : branchesTaken(left, departure);
      return branches.map((branch) => keyOf({ step: departure.step, branch }));
    }),
  );
}

function keyOf({ step, branch }: MissedBranch): string {
  return JSON.stringify([step, branch]);
}
