import type { Field } from '../contestants/field.js';
import { Rates } from '../measures/rates.js';
import { batches } from './batches.js';
import { growth } from './growth.js';
import { latency } from './latency.js';
import type { Part, PartName } from './part.js';
import { startUp } from './start-up.js';
import { throughput } from './throughput.js';

/** The parts that are asked for, in their order. */
export function partsOf(names: readonly PartName[], field: Field): readonly Part[] {
  const rates = new Rates();
  const parts = [throughput(field, rates), latency(field, rates), batches(field), growth(), startUp()];
  return parts.filter(({ name }) => names.includes(name));
}
