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
  let reading: CountsReading = { kind: 'none_named' };
  if (named === undefined || named === '') return reading;
  const exit = await withStore(
    { ...terminal, environment: { ...terminal.environment, DATABASE_URL: named } },
    async (store) => {
      const [reach, places] = [await store.stepReach(), await store.runPlaces()];
      const counts: CountsOf = (workspace, flow) =>
        countsOf(reach.filter(isOf(workspace, flow)), places.filter(isOf(workspace, flow)));
      reading = { kind: 'counted', counts };
      return 0;
    },
  );
  return exit === 0 ? reading : { kind: 'refused', exit };
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
