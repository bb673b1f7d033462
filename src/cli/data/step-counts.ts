import type { StepCounts } from '../../flow/graph/picture.js';
import type { RunPlace, StepReach } from '../../store/reads.js';
import type { Terminal } from '../command.js';
import type { CountsOf } from '../graph.js';
import { withStore } from './with-store.js';

/** Who came by each step, as the database knows it; null: none is named, or it cannot be opened, which is told. */
export async function readStepCounts(
  address: string | undefined,
  terminal: Terminal,
): Promise<CountsOf | null> {
  const named = address ?? terminal.environment['DATABASE_URL'];
  if (named === undefined || named === '') return null;
  let counts: CountsOf | null = null;
  await withStore(
    { ...terminal, environment: { ...terminal.environment, DATABASE_URL: named } },
    async (store) => {
      const [reach, places] = [await store.stepReach(), await store.runPlaces()];
      counts = (workspace, flow) =>
        countsOf(reach.filter(isOf(workspace, flow)), places.filter(isOf(workspace, flow)));
      return 0;
    },
  );
  return counts;
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
