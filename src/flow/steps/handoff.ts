import { z } from 'zod';
import { handoffPriorities } from '../../core/resources.js';
import { leaving } from '../compile/step-state.js';
import { name, text } from '../shape/values.js';
import { lookUp } from '../vocabulary.js';
import { defineStep } from './step.js';

/** Leaves it to whoever is free. No team can have this name. */
export const anyTeam = 'any';

export const handoffStep = defineStep({
  verb: 'handoff',
  meaning: `Hands the chat to a person and ends the flow: to a team of the workspace, or to \`any\`. The contact is told
what to expect; \`note\` tells the team what they should know, and \`priority\` (\`low\`, \`normal\`, \`high\` or
\`urgent\`) how much it presses.`,
  example: `flow: human
start:
  - keyword: talk to us
steps:
  - handoff: any
    note: "{{contact.first_name or \\"Someone\\"}} wants to talk."
`,
  shape: { handoff: name, note: text.optional(), priority: z.enum(handoffPriorities).optional() },
  read: ({ handoff, priority }, step) => {
    const team =
      handoff === anyTeam ? null : lookUp(step.vocabulary.teams, handoff, step.place('handoff'), step.report);
    const note = step.template('note');
    return { verb: 'handoff', path: step.path, team, note, ...(priority ? { priority } : {}) };
  },
  state: ({ path, team, note, priority }) =>
    leaving(path, [
      { type: 'openHandoff', params: { step: path, team, note, ...(priority ? { priority } : {}) } },
    ]),
  ways: () => [],
  texts: ({ note }) => [note],
  isDiscreet: true,
});
