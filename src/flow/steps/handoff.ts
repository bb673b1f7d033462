import { leaving } from '../compile/step-state.js';
import { name, text } from '../shape/values.js';
import { lookUp } from '../vocabulary.js';
import { defineStep } from './step.js';

/** Leaves it to whoever is free. No team can have this name. */
export const anyTeam = 'any';

export const handoffStep = defineStep({
  verb: 'handoff',
  meaning: `Hands the chat to a person and ends the flow: to a team of the workspace, or to \`any\`. The contact is told
what to expect; \`note\` tells the team what they should know.`,
  example: `flow: human
start:
  - keyword: talk to us
steps:
  - handoff: any
    note: "{{contact.first_name or \\"Someone\\"}} wants to talk."
`,
  shape: { handoff: name, note: text.optional() },
  read: ({ handoff }, step) => {
    const team =
      handoff === anyTeam ? null : lookUp(step.vocabulary.teams, handoff, step.place('handoff'), step.report);
    return { verb: 'handoff', path: step.path, team, note: step.template('note') };
  },
  state: ({ path, team, note }) =>
    leaving(path, [{ type: 'openHandoff', params: { step: path, team, note } }]),
  ways: () => [],
  texts: ({ note }) => [note],
  isDiscreet: true,
});
