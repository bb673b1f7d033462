import type { Condition } from '../../core/condition.js';
import { entryOf } from '../compile/entry.js';
import { passing, to } from '../compile/step-state.js';
import { walkTo } from '../compile/way.js';
import { readCondition } from '../condition-syntax.js';
import { part, steps } from '../shape/values.js';
import { defineStep } from './step.js';

export const ifStep = defineStep({
  verb: 'if',
  meaning: `Takes one of two ways. The condition is a mapping of what is looked at to what it must be: a value, a list
of values of which one must fit, \`{ has_word: [...] }\` or \`{ known: yes }\`. It can look at \`answer.<name>\`,
\`contact.<field>\`, \`tag\`, \`consent.<topic>\`, \`channel\`, \`reply_window\` and \`office_hours\`. Several lines must all
hold; \`any\`, \`all\` and \`not\` combine them. Afterwards the flow goes on below.`,
  example: `flow: sort
start:
  - keyword: sort
steps:
  - ask: What are you working on?
    save: project
  - if:
      answer.project: { has_word: [shop, store] }
      office_hours: "yes"
    then:
      - handoff: any
        note: Runs a shop.
    else:
      - say: Good luck with {{answer.project}}!
      - outcome: delivered
`,
  shape: {
    if: part('condition'),
    then: steps.optional(),
    else: steps.optional(),
  },
  read: (_written, step) => {
    if (step.node('then') === undefined) {
      step.report.error(step.place('if'), 'missing-key', '"then" is missing; it takes a list.');
    }
    const node = step.node('if');
    const condition = node === undefined ? null : readCondition(node, step);
    const branches = { then: step.steps('then', 'then'), else: step.steps('else', 'else') };
    return condition === null ? null : { verb: 'if', path: step.path, condition, ...branches };
  },
  state: ({ path, condition, then, else: otherwise }, next) =>
    passing(
      path,
      [],
      [
        { ...to(entryOf(then, next)), guard: { type: 'holds', params: { condition } } },
        to(entryOf(otherwise, next)),
      ],
    ),
  ways: ({ condition, then, else: otherwise }, next) => [
    { ...walkTo(entryOf(then, next), 'then'), needsWindow: impliesOpenWindow(condition) },
    walkTo(entryOf(otherwise, next), 'else'),
  ],
  branches: ({ then, else: otherwise }) => [then, otherwise],
  conditions: ({ condition }) => [condition],
});

function impliesOpenWindow(condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.some(impliesOpenWindow);
    case 'any':
      return condition.of.every(impliesOpenWindow);
    case 'not':
      return false;
    case 'test': {
      const { subject, test } = condition;
      return subject.kind === 'reply_window' && test.kind === 'is' && test.value === 'open';
    }
  }
}
