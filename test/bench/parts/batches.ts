import type { Contestant } from '../contestants/contestant.js';
import type { Field } from '../contestants/field.js';
import { once } from '../contestants/once.js';
import { underLoad } from '../measures/under-load.js';
import type { Part, Subject } from './part.js';

/** Meta delivers from few places at once. */
const connections = 4;

/** The most updates that Meta puts into a delivery. */
const largest = 1000;

/** Deliveries that hold many messages, as after a pause of the platform. */
export function batches({ limit, heyword, onOneProcess }: Field): Part {
  const baseline = subjectOf(limit, largest);
  return {
    name: 'batches',
    isUnderLoad: true,
    subjects: [
      baseline,
      subjectOf(heyword, 100),
      subjectOf(heyword, largest),
      subjectOf(onOneProcess, largest),
    ],
    relate(round) {
      const most = round.get(baseline.name)?.['perSecond'] ?? Number.NaN;
      return new Map(
        [...round].map(([name, { perSecond = Number.NaN }]) => [name, { ofLimit: perSecond / most }]),
      );
    },
  };
}

function subjectOf(contestant: Contestant, batch: number): Subject {
  return {
    name: `${contestant.name}, ${batch.toLocaleString('en')} a delivery`,
    missing: () => contestant.missing(),
    measure: (lengths) => once(contestant, (running) => underLoad(running, lengths, { connections, batch })),
  };
}
