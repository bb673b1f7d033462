import { z } from 'zod';
import { waitingTag } from '../../core/flow.js';
import type { Template } from '../../core/flow.js';
import { arrive, to } from '../compile/step-state.js';
import { walkTo } from '../compile/way.js';
import type { ComparedValue } from '../mention.js';
import { byName, name, oneOrMore, text } from '../shape/values.js';
import { keyPlaceAt, nodeAt } from '../yaml/source-node.js';
import { defineStep } from './step.js';
import type { StepReading } from './step.js';

export const runStep = defineStep({
  verb: 'run',
  meaning: `Runs another flow and goes on here when that has come to the end of its steps. Under \`with\` it is given what
it declares as its \`inputs\`, which it reads as its own answers; \`save\` keeps answers of it here, under the same name
or, as \`save: { ours: theirs }\`, under another. Its other answers stay with it; its outcomes count. If it hands off or
ends, everything has ended.`,
  example: `flow: welcome
start:
  - keyword: welcome
steps:
  - ask: What shall I call you?
    save: called
  - run: welcome_question
    with:
      who: "{{answer.called}}"
    save: [source]
  - say: So {{answer.source or "somebody"}} sent you. Nice to meet you!
  - outcome: welcomed
---
flow: welcome_question
inputs: [who]
steps:
  - ask: How did you find us, {{answer.who}}?
    save: source
`,
  shape: {
    run: name,
    with: byName(text).optional(),
    save: z.union([oneOrMore(name), byName(name)]).optional(),
  },
  // What is sensitive stays so under its new name.
  isDiscreet: true,
  read: ({ run, with: inputs, save = [] }, step) => {
    const place = step.place('run');
    const results = Array.isArray(save) ? Object.fromEntries(save.map((one) => [one, one])) : save;
    step.mention({ kind: 'flow', name: run, place });
    step.mention({
      kind: 'call',
      flow: run,
      place,
      inputs: namesUnder('with', Object.keys(inputs ?? {}), step),
      results: resultsOf(Object.entries(results), step),
    });
    return {
      verb: 'run',
      path: step.path,
      flow: run,
      ...(inputs && { inputs: readInputs(Object.keys(inputs), step) }),
      ...(Object.keys(results).length > 0 && { results }),
    };
  },
  state: ({ path, flow, inputs, results }, next) => ({
    entry: [arrive(path), { type: 'runFlow', params: { step: path, flow, ...(inputs && { inputs }) } }],
    tags: [waitingTag],
    on: {
      returned: [
        { ...to(next), ...(results && { actions: [{ type: 'saveResults' as const, params: { results } }] }) },
      ],
    },
  }),
  ways: ({ results = {} }, next) => [{ ...walkTo(next), saves: Object.keys(results) }],
  texts: ({ inputs = {} }) => Object.values(inputs),
  flows: ({ flow }) => [flow],
});

function readInputs(names: readonly string[], step: StepReading): Readonly<Record<string, Template>> {
  return Object.fromEntries(names.map((one) => [one, step.template('with', one)]));
}

function namesUnder(key: string, names: readonly string[], step: StepReading): readonly ComparedValue[] {
  return names.map((value) => ({ value, place: keyPlaceAt(step.node(key), value) ?? step.place(key) }));
}

/** Where the other flow's name of each stands. */
function resultsOf(
  results: readonly (readonly [string, string])[],
  step: StepReading,
): readonly ComparedValue[] {
  const node = step.node('save');
  return results.map(([name, theirs], index) => ({
    value: theirs,
    place: (node && nodeAt(node, [node.kind === 'list' ? index : name]))?.place ?? step.place('save'),
  }));
}
