import { writeTest } from '../../flow/explore/write-test.js';
import type { ExploredFlow } from './show-explorations.js';

/** An exploration as machines read it. */
export function reportExploration({ workspace, exploration }: ExploredFlow): object {
  const { flaws, ...rest } = exploration;
  return {
    workspace,
    ...rest,
    flaws: flaws.map((flaw) => ({
      code: flaw.code,
      flow: flaw.flow,
      step: flaw.step,
      message: flaw.message,
      test: writeTest(exploration.flow, flaw),
    })),
  };
}
