import { didYouMean } from '../flow/nearest-word.js';
import { UsageError } from './command.js';

interface Named {
  readonly definition: { readonly name: string };
}

/** The flows of that name; without one all of them. */
export function chooseFlows<T extends Named>(flows: readonly T[], only: string | undefined): readonly T[] {
  const chosen = flows.filter(({ definition }) => only === undefined || definition.name === only);
  if (only === undefined || chosen.length > 0) return chosen;
  const names = flows.map(({ definition }) => definition.name);
  throw new UsageError(`There is no flow "${only}". ${didYouMean(only, names) ?? ''}`.trim());
}
