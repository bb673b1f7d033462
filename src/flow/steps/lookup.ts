import type { Lookup } from '../../core/lookup.js';
import { entryOf } from '../compile/entry.js';
import { inquiring, resulting, to } from '../compile/step-state.js';
import { resultTo } from '../compile/way.js';
import type { KeptResult, LookupStep } from '../definition.js';
import { byName, name, steps, text } from '../shape/values.js';
import { lookUp } from '../vocabulary.js';
import { readInputs } from './lookup-inputs.js';
import { defineStep } from './step.js';

export const lookupStep = defineStep({
  verb: 'lookup',
  meaning: `Asks another system by a look-up that workspace.yaml declares under \`lookups\`. \`with\` gives each thing
that it takes. What it tells is read back under its own name, \`{{answer.status}}\`, or with \`save: order\` as
\`{{answer.order_status}}\`. \`found\`, \`not_found\` and \`failed\` are the steps that follow; \`failed\` (the system is
down, slow or wrong) must be there, be it empty. Afterwards the flow goes on below. What the contact writes meanwhile
waits its turn.`,
  example: `flow: where_is_it
start:
  - keyword: where is my order
steps:
  - ask: What is the number of your order?
    save: number
  - lookup: order_status
    with: { order: "{{answer.number}}" }
    save: order
    found:
      - say: "It is {{answer.order_status}}; we expect it on {{answer.order_eta}}."
      - outcome: answered
    not_found:
      - say: I do not find an order of that number.
      - handoff: any
    failed:
      - say: I cannot look it up at the moment.
      - handoff: any
        note: "Wants to know about order {{answer.number}}."
`,
  shape: {
    lookup: name,
    with: byName(text).optional(),
    save: name.optional(),
    found: steps.optional(),
    not_found: steps.optional(),
    failed: steps.optional(),
  },
  read: (written, step) => {
    const branches = {
      found: step.steps('found', 'found'),
      notFound: step.steps('not_found', 'not_found'),
      failed: step.steps('failed', 'failed'),
    };
    if (step.node('failed') === undefined) {
      step.report.error(
        step.place('lookup'),
        'missing-key',
        '"failed" is missing: say what happens when the other system does not answer.',
        {
          hint: 'Write failed: and the steps to be done then, or failed: [] to go on as if nothing had been asked.',
        },
      );
    }
    const { lookups } = step.vocabulary;
    const lookup = lookUp(lookups, written.lookup, step.place('lookup'), step.report);
    if (lookup === null || step.node('failed') === undefined) return null;
    return {
      verb: 'lookup',
      path: step.path,
      lookup: lookup.name,
      inputs: readInputs(lookup, step, () => null),
      within: lookup.timeout,
      keeps: keptResults(lookup, written.save),
      ...branches,
    };
  },
  state: (step, next) => {
    const { path, lookup, inputs, within } = step;
    return inquiring(path, { type: 'lookUp', params: { step: path, lookup, inputs, within } }, [
      resulting('found', to(entryOf(step.found, next)), step.keeps),
      resulting('not_found', to(entryOf(step.notFound, next))),
      resulting('failed', to(entryOf(step.failed, next))),
    ]);
  },
  ways: (step, next) => [
    { ...resultTo(entryOf(step.found, next), 'found', step.within, namesOf(step)), label: 'found' },
    { ...resultTo(entryOf(step.notFound, next), 'not_found', step.within), label: 'not found' },
    { ...resultTo(entryOf(step.failed, next), 'failed', step.within), label: 'failed' },
  ],
  branches: ({ found, notFound, failed }) => [found, notFound, failed],
  texts: ({ inputs }) => inputs.map(({ value }) => value),
  isDiscreet: true,
});

function keptResults({ results }: Lookup, save: string | undefined): readonly KeptResult[] {
  return Object.keys(results).map((result) => ({
    result,
    as: save === undefined ? result : `${save}_${result}`,
  }));
}

function namesOf({ keeps }: LookupStep): readonly string[] {
  return keeps.map(({ as }) => as);
}
