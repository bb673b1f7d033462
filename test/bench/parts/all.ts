import type { Field } from '../contestants/field.js';
import type { Part, PartName } from './part.js';
import { throughput } from './throughput.js';

/** The parts that are asked for, in their order. */
export function partsOf(names: readonly PartName[], field: Field): readonly Part[] {
  const parts = [throughput(field)];
  return parts.filter(({ name }) => names.includes(name));
}
