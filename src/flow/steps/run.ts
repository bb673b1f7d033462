import { waitingTag } from '../../core/flow.js';
import { arrive, to } from '../compile/step-state.js';
import { name } from '../shape/values.js';
import { defineStep } from './step.js';

export const runStep = defineStep({
  verb: 'run',
  meaning: `Runs another flow and goes on here when that has come to the end of its steps. Its answers stay with it;
its outcomes count. If it hands off or ends, everything has ended.`,
  example: `flow: welcome
start:
  - keyword: welcome
steps:
  - run: welcome_question
  - say: Nice to meet you!
  - outcome: welcomed
---
flow: welcome_question
steps:
  - ask: How did you find us?
    save: source
  - set:
      contact.source: "{{answer.source}}"
`,
  shape: { run: name },
  read: ({ run }, step) => {
    step.mention({ kind: 'flow', name: run, place: step.place('run') });
    return { verb: 'run', path: step.path, flow: run };
  },
  state: ({ path, flow }, next) => ({
    entry: [arrive(path), { type: 'runFlow', params: { step: path, flow } }],
    tags: [waitingTag],
    on: { returned: [to(next)] },
  }),
  flows: ({ flow }) => [flow],
});
