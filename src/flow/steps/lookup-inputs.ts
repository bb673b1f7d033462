import type { LookupInput, Template } from '../../core/flow.js';
import type { Lookup } from '../../core/lookup.js';
import { didYouMean } from '../nearest-word.js';
import { keyPlaceAt } from '../yaml/source-node.js';
import type { StepReading } from './step.js';

/**
 * What a step tells a look-up, under `with`.
 *
 * @param otherwise What stands in for an input that the step does not give; null: then it is missing.
 */
export function readInputs(
  { name: lookup, takes }: Pick<Lookup, 'name' | 'takes'>,
  step: StepReading,
  otherwise: (name: string) => Template | null,
): readonly LookupInput[] {
  reportUnknown(lookup, takes, step);
  return takes.flatMap((name) => {
    const given = step.node('with', name) === undefined ? otherwise(name) : step.template('with', name);
    if (given !== null) return [{ name, value: given }];
    step.report.error(
      step.place('with'),
      'missing-lookup-input',
      `The look-up "${lookup}" must be told "${name}".`,
      {
        hint: `Write with: { ${name}: "{{answer.${name}}}" }`,
      },
    );
    return [];
  });
}

function reportUnknown(lookup: string, takes: readonly string[], step: StepReading): void {
  const written = step.node('with');
  if (written?.kind !== 'map') return;
  for (const name of written.entries.keys()) {
    if (takes.includes(name)) continue;
    const place = keyPlaceAt(written, name) ?? written.place;
    step.report.error(place, 'unknown-lookup-input', `The look-up "${lookup}" takes no "${name}".`, {
      allowed: takes,
      hint: didYouMean(name, takes),
    });
  }
}
