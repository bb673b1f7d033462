import type { Contestant, Running } from '../contestants/contestant.js';
import { allOf, type Field } from '../contestants/field.js';
import { once } from '../contestants/once.js';
import { generateAt, manyConnections } from '../load/generate.js';
import type { Rates } from '../measures/rates.js';
import { warmUp } from '../measures/under-load.js';
import type { Figures, Lengths, Part } from './part.js';

/** All of the field at half of what each has acknowledged in this run. */
export function latency(field: Field, rates: Rates): Part {
  return {
    name: 'latency',
    isUnderLoad: true,
    subjects: allOf(field).map((contestant) => ({
      name: contestant.name,
      missing: () => contestant.missing(),
      measure: (lengths) =>
        once(contestant, (running) => atHalfLoad(contestant, running, { lengths, rates })),
    })),
    relate: () => new Map(),
  };
}

interface Setting {
  readonly lengths: Lengths;
  readonly rates: Rates;
}

async function atHalfLoad(
  { name }: Contestant,
  running: Running,
  { lengths, rates }: Setting,
): Promise<Figures> {
  await warmUp(running, { ...manyConnections, seconds: lengths.warmUp });
  const rate = (rates.of(name) ?? (await rateOf(name, running, { lengths, rates }))) / 2;
  const figures = await generateAt(running, rate, lengths.seconds);
  const known = Object.entries(figures).map(([figure, value]) => [figure, value ?? Number.NaN] as const);
  return { rate, ...Object.fromEntries(known) };
}

/** Where the run has left the throughput out. */
async function rateOf(name: string, running: Running, { lengths, rates }: Setting): Promise<number> {
  const { perSecond } = await warmUp(running, { ...manyConnections, seconds: lengths.seconds });
  rates.note(name, perSecond);
  return perSecond;
}
