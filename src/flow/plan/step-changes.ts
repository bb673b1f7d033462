import { canonicalJson } from '../compile/canonical-json.js';
import { placeSteps } from '../compile/placed-steps.js';
import type { FlowDefinition, StepDefinition } from '../definition.js';

/** Paths of the steps in which two versions of a flow differ. */
export interface StepChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Steps are the same step by their path; one whose inner steps alone have changed has not. */
export function compareSteps(before: FlowDefinition, after: FlowDefinition): StepChanges {
  const [earlier, later] = [before, after].map(contentsByPath) as [Contents, Contents];
  return {
    added: [...later.keys()].filter((path) => !earlier.has(path)),
    changed: [...later].flatMap(([path, content]) =>
      earlier.has(path) && earlier.get(path) !== content ? [path] : [],
    ),
    removed: [...earlier.keys()].filter((path) => !later.has(path)),
  };
}

type Contents = ReadonlyMap<string, string>;

function contentsByPath({ steps }: FlowDefinition): Contents {
  return new Map(placeSteps(steps).map(({ step }) => [step.path, contentOf(step)]));
}

function contentOf(step: StepDefinition): string {
  const shallow = JSON.parse(
    JSON.stringify(step, (_key, value: unknown) => (value !== step && isStep(value) ? value.path : value)),
  ) as unknown;
  return canonicalJson(shallow);
}

function isStep(value: unknown): value is StepDefinition {
  return typeof value === 'object' && value !== null && 'verb' in value && 'path' in value;
}
