import { UsageError } from '../command.js';
import type { CoverageLine } from './run-tests.js';

/** Shares that all flows together must be covered to, in per cent. */
export interface Gate {
  readonly steps: number;
  readonly branches: number;
}

/** Covered of all. */
export interface Share {
  readonly covered: number;
  readonly all: number;
}

export interface TotalCoverage {
  readonly steps: Share;
  readonly branches: Share;
}

/** @param written What stands behind the option; undefined: no share is demanded. */
export function readShare(option: string, written: string | undefined): number {
  if (written === undefined) return 0;
  const share = Number(written);
  if (/^\d{1,3}(\.\d+)?$/u.test(written) && share <= 100) return share;
  throw new UsageError(`--${option} takes a share from 0 to 100, not "${written}".`);
}

export function totalCoverage(coverage: readonly CoverageLine[]): TotalCoverage {
  return {
    steps: shareOf(coverage.map(({ steps, missed }) => [steps, missed.length])),
    branches: shareOf(coverage.map(({ branches, missedBranches }) => [branches, missedBranches.length])),
  };
}

/** In per cent; all of nothing is everything. */
function percentOf({ covered, all }: Share): number {
  return all === 0 ? 100 : (covered / all) * 100;
}

/** Which shares are too small, a sentence each. */
export function shortfalls(gate: Gate, { steps, branches }: TotalCoverage): readonly string[] {
  return [...shortfall('steps', gate.steps, steps), ...shortfall('branches', gate.branches, branches)];
}

function shortfall(what: string, demanded: number, share: Share): readonly string[] {
  return percentOf(share) >= demanded
    ? []
    : [`${formatShare(share)} of the ${what} are covered; ${demanded} % are demanded.`];
}

/** `71 % (5/7)`, never more than it is. */
export function formatShare(share: Share): string {
  return `${Math.floor(percentOf(share))} % (${share.covered}/${share.all})`;
}

function shareOf(counts: readonly (readonly [all: number, missed: number])[]): Share {
  const all = counts.reduce((sum, [count]) => sum + count, 0);
  return { covered: all - counts.reduce((sum, [, missed]) => sum + missed, 0), all };
}
