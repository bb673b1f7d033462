import { z } from 'zod';
import { leaving, passing, to } from '../compile/step-state.js';
import { walkTo } from '../compile/way.js';
import { mapping, name } from '../shape/values.js';
import { defineStep } from './step.js';

export const goStep = defineStep({
  verb: 'go',
  meaning: `Goes on at another step of this flow, named by its \`id\`, or in another flow: \`go: { flow: pricing }\`. The
other flow takes this one's place and begins with no answers.`,
  example: `flow: again
start:
  - keyword: again
steps:
  - ask: Heads or tails?
    id: toss
    choices:
      - Heads
      - title: Tails
        then:
          - go: toss
  - outcome: won
`,
  shape: { go: z.union([name, mapping({ flow: name })]) },
  read: ({ go }, step) => {
    if (typeof go === 'string') {
      step.mention({ kind: 'step', id: go, place: step.place('go') });
      return { verb: 'go', path: step.path, to: { kind: 'step', path: go } };
    }
    const place = step.place('go', 'flow');
    step.mention({ kind: 'flow', name: go.flow, place });
    step.mention({ kind: 'call', flow: go.flow, inputs: [], results: [], place });
    return { verb: 'go', path: step.path, to: { kind: 'flow', flow: go.flow } };
  },
  state: ({ path, to: goal }) =>
    goal.kind === 'step'
      ? passing(path, [], [to(goal.path)])
      : leaving(path, [{ type: 'goToFlow', params: { step: path, flow: goal.flow } }]),
  ways: ({ to: goal }) => (goal.kind === 'step' ? [walkTo(goal.path)] : []),
  flows: ({ to: goal }) => (goal.kind === 'flow' ? [goal.flow] : []),
});
