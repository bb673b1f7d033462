import { placeSteps } from '../compile/placed-steps.js';
import type { ReadFlow } from '../flow-source.js';
import type { Place } from '../issue.js';
import { mentionsOf } from '../mention.js';
import type { Mention } from '../mention.js';
import { didYouMean } from '../nearest-word.js';
import { profileNames } from '../profile-names.js';
import type { Report } from '../report.js';
import { kindOf } from '../steps/step-kinds.js';

/** Known of contacts though no flow sets them: from the platform, and from what they write. */
const knownOfAll: readonly string[] = [...profileNames, 'language'];

/** Names of steps, flows and contact fields that nothing answers to, and flows that nothing starts. */
export function checkReferences(
  flows: readonly ReadFlow[],
  names: readonly string[],
  elsewhere: readonly Mention[],
  report: Report,
): void {
  const fields = [...new Set([...knownOfAll, ...flows.flatMap(fieldsSetBy)])];
  for (const { notes } of flows) checkSteps(notes, names, report);
  const mentions = [...flows.flatMap(({ notes }) => notes.mentions), ...elsewhere];
  const leads = mentionsOf(mentions, 'flow');
  for (const { name, place } of leads) checkFlowName(name, names, place, report);
  for (const { name, place } of mentionsOf(mentions, 'contact')) checkField(name, fields, place, report);
  checkOutcomes(flows, report);
  checkStarted(flows, new Set(leads.map(({ name }) => name)), report);
}

export function checkFlowName(name: string, names: readonly string[], place: Place, report: Report): void {
  if (names.includes(name)) return;
  report.error(place, 'unknown-flow', `There is no flow "${name}".`, {
    allowed: names,
    hint: didYouMean(name, names),
  });
}

function checkSteps({ mentions, ids }: ReadFlow['notes'], flows: readonly string[], report: Report): void {
  const known = [...ids.keys()];
  for (const { id, place } of mentionsOf(mentions, 'step')) {
    if (ids.has(id)) continue;
    report.error(place, 'unknown-step', `There is no step "${id}" in this flow.`, {
      allowed: known,
      hint: flows.includes(id)
        ? `To go on in the flow of that name, write go: { flow: ${id} }`
        : (didYouMean(id, known) ?? `Give the step that is meant its name: id: ${id}`),
    });
  }
}

function checkField(name: string, fields: readonly string[], place: Place, report: Report): void {
  if (fields.includes(name)) return;
  report.warning(place, 'unknown-field', `No flow sets contact.${name}.`, {
    allowed: fields,
    hint: didYouMean(name, fields),
  });
}

function checkOutcomes(flows: readonly ReadFlow[], report: Report): void {
  // The step that reaches it may be one that could not be read.
  if (flows.some(({ notes }) => notes.hasGaps)) return;
  const steps = flows.flatMap(({ definition }) => placeSteps(definition.steps));
  const known = [...new Set(steps.flatMap(({ step }) => kindOf(step).outcomes(step)))];
  for (const { name, place } of flows.flatMap(({ notes }) => mentionsOf(notes.mentions, 'outcome'))) {
    if (known.includes(name)) continue;
    report.error(place, 'unreached-outcome', `No flow reaches an outcome "${name}".`, {
      allowed: known,
      hint: didYouMean(name, known),
    });
  }
}

function fieldsSetBy({ definition }: ReadFlow): readonly string[] {
  return placeSteps(definition.steps).flatMap(({ step }) => kindOf(step).fields(step));
}

function checkStarted(flows: readonly ReadFlow[], ledTo: ReadonlySet<string>, report: Report): void {
  for (const { definition, hasStart, place } of flows) {
    if (hasStart || ledTo.has(definition.name)) continue;
    report.warning(place, 'never-started', `Nothing starts the flow "${definition.name}".`, {
      hint: 'Give it a `start`, or lead to it from another flow with `go` or `run`.',
    });
  }
}
