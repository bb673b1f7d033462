import type { Question } from '../../core/flow.js';
import { entryOf } from '../compile/entry.js';
import { choosing, otherwiseWays, questionState } from '../compile/question-state.js';
import { to } from '../compile/step-state.js';
import type { StateAction } from '../compile/step-state.js';
import { answerTo } from '../compile/way.js';
import type { Way } from '../compile/way.js';
import type { AskStep } from '../definition.js';
import { checkLength } from '../check/check-length.js';
import { name, text } from '../shape/values.js';
import { choicesShape, readBranches, readChoices } from './choices.js';
import { patienceShape, readPatience, readTries } from './patience.js';
import { defineStep } from './step.js';
import type { StepReading } from './step.js';

export const askStep = defineStep({
  verb: 'ask',
  meaning: `Asks a question and waits for the answer. \`save\` keeps the answer under a name. With \`choices\` only
these are answers: they are shown as quick replies, and typing one, its value or a word under \`also\` counts too; a
choice may have steps of its own under \`then\`, after which the flow goes on below. An answer that is none of them gets
\`retry\` and the question again, up to \`tries\` times (3). After that, or when nobody answers \`within\` a time (20h),
the steps under \`otherwise\` are done and the flow ends.`,
  example: `flow: size
start:
  - keyword: size
steps:
  - ask: How large is your team?
    id: team_size
    save: team_size
    choices:
      - Just me
      - title: 2 to 10
        also: [small, a few]
      - title: More than 10
        value: large
        then:
          - handoff: any
    retry: Please choose one of these.
    tries: 2
    within: 20h
    otherwise: end
  - say: "{{answer.team_size}}: got it!"
  - outcome: qualified
`,
  shape: {
    ask: text,
    save: name.optional(),
    choices: choicesShape.optional(),
    retry: text.optional(),
    ...patienceShape,
  },
  read: (written, step) => {
    const choices = readChoices(written.choices ?? [], step);
    return {
      verb: 'ask',
      path: step.path,
      question: { ...readQuestion(step), choices },
      save: written.save ?? null,
      branches: readBranches(written.choices ?? [], choices, step),
      tries: readTries(written),
      patience: readPatience(written, step),
    };
  },
  state: (step, next) => {
    const save: readonly StateAction[] =
      step.save === null ? [] : [{ type: 'saveAnswer', params: { name: step.save } }];
    const branches = Object.entries(step.branches).map(([value, branch]) =>
      choosing(value, branch, next, save),
    );
    return questionState(step, next, [...branches, { ...to(next), actions: save }]);
  },
  ways: (step, next) => [...answerWays(step, next), ...otherwiseWays(step, next)],
  branches: ({ branches, patience }) => [...Object.values(branches), patience.otherwise],
  texts: ({ question }) => [question.text, question.retry ?? []],
  question: ({ question }) => question,
});

function answerWays({ question, branches, save }: AskStep, next: string): readonly Way[] {
  const saves = save === null ? [] : [save];
  return question.choices.length === 0
    ? [answerTo(next, saves)]
    : question.choices.map(({ value }) => answerTo(entryOf(branches[value] ?? [], next), saves, value));
}

function readQuestion(step: StepReading): Omit<Question, 'choices'> {
  const asked = step.template('ask');
  checkLength(asked, 'text', step.place('ask'), step);
  return { text: asked, retry: step.node('retry') === undefined ? null : step.template('retry') };
}
