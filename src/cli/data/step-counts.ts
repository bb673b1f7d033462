import type { StepCounts } from '../../flow/graph/picture.js';
import type { RunPlace, StepReach } from '../../store/reads.js';
import type { Terminal } from '../command.js';
import type { CountsOf, CountsReading } from '../graph.js';
import { withStore } from './with-store.js';

/** Who came by each step, as the database knows it. */
export async function readStepCounts(
  address: string | undefined,
  terminal: Terminal,
): Promise<CountsReading> {
  const named = address ?? terminal.environment['DATABASE_URL'];
  if (named === undefined || named === '') return { kind: 'none_named' };
  const read: CountsOf[] = [];
  const exit = await withStore(
    { ...terminal, environment: { ...terminal.environment, DATABASE_URL: named } },
    async (store) => {
      const [reach, places] = [await store.stepReach(), await store.runPlaces()];
      read.push((workspace, flow) =>
        countsOf(reach.filter(isOf(workspace, flow)), places.filter(isOf(workspace, flow))),
      );
      return 0;
    },
  );
  const [counts] = read;
  return counts === undefined ? { kind: 'refused', exit } : { kind: 'counted', counts };
}

function isOf(workspace: string, flow: string) {
  return (one: { readonly workspace: string; readonly flow: string }): boolean =>
    one.workspace === workspace && one.flow === flow;
}

/** Versions of a flow together: a step is the same one by its path. */
function countsOf(reach: readonly StepReach[], places: readonly RunPlace[]): StepCounts {
  const steps = new Set([...reach, ...places].map(({ step }) => step));
  return new Map(
    [...steps].map((step) => [
      step,
      {
        reached: sumOf(reach.filter((one) => one.step === step).map(({ contacts }) => contacts)),
        here: sumOf(places.filter((one) => one.step === step).map(({ runs }) => runs)),
      },
    ]),
  );
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
