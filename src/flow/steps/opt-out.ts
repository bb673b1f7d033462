import { passing, to } from '../compile/step-state.js';
import { walkTo } from '../compile/way.js';
import { name } from '../shape/values.js';
import { lookUp } from '../vocabulary.js';
import { defineStep } from './step.js';

const everything = 'all';

export const optOutStep = defineStep({
  verb: 'opt_out',
  meaning: `Withdraws the contact's consent: to one topic, or, with \`all\`, to every message of ours, as if they had
written STOP; then one confirmation is sent and the flow is over.`,
  example: `flow: fewer
start:
  - keyword: fewer messages
steps:
  - opt_out: weekly_tips
  - say: Done. No more weekly tips.
  - outcome: opted_out
`,
  shape: { opt_out: name },
  read: ({ opt_out: purpose }, step) => {
    if (purpose !== everything) lookUp(step.vocabulary.topics, purpose, step.place('opt_out'), step.report);
    return { verb: 'opt_out', path: step.path, purpose };
  },
  state: ({ path, purpose }, next) =>
    passing(path, [{ type: 'optOut', params: { step: path, purpose } }], [to(next)]),
  ways: ({ purpose }, next) => (purpose === everything ? [] : [walkTo(next)]),
});
