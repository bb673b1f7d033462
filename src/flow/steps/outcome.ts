import { name } from '../shape/values.js';
import { passing, to } from '../compile/step-state.js';
import { defineStep } from './step.js';

export const outcomeStep = defineStep({
  verb: 'outcome',
  meaning: `Counts a result of the run under a name of your own, such as \`delivered\` or \`qualified\`. A run that ends
without an outcome, a handoff or an \`end\` goes to a person.`,
  example: `flow: hours
start:
  - keyword: opening hours
steps:
  - say: We are there from nine to six.
  - outcome: answered
`,
  shape: { outcome: name },
  read: ({ outcome }, step) => ({ verb: 'outcome', path: step.path, outcome }),
  state: ({ path, outcome }, next) =>
    passing(path, [{ type: 'recordOutcome', params: { step: path, outcome } }], [to(next)]),
  outcomes: ({ outcome }) => [outcome],
});
