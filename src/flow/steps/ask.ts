import type { Question } from '../../core/flow.js';
import { checkLength } from '../check/check-length.js';
import { entryOf } from '../compile/entry.js';
import { choosing, otherwiseWays, patienceBranches, questionState } from '../compile/question-state.js';
import { to } from '../compile/step-state.js';
import type { StateAction } from '../compile/step-state.js';
import { answerTo } from '../compile/way.js';
import type { Way } from '../compile/way.js';
import type { AskStep } from '../definition.js';
import { name, steps } from '../shape/values.js';
import { answerKindShape, choicesOfKind, readAnswerKind } from './answer-kinds.js';
import type { WrittenKind } from './answer-kinds.js';
import { checkSeveral, choicesShape, readBranches, readChoices } from './choices.js';
import { patienceShape, readPatience, readTries } from './patience.js';
import { isFreeText, questionShape, readQuestionOptions, readRetries } from './question-options.js';
import type { WrittenQuestion } from './question-options.js';
import { defineStep } from './step.js';
import type { StepReading } from './step.js';
import { spoken } from '../translation/spoken.js';

export const askStep = defineStep({
  verb: 'ask',
  meaning: `Asks a question and waits for the answer. \`save\` keeps the answer under a name. With \`choices\` only
these are answers: they are shown as quick replies, and typing one, its value or a word under \`also\` counts too; a
choice may have steps of its own under \`then\`, after which the flow goes on below. Without choices any words are an
answer, unless \`kind\` says what is looked for: \`number\` (\`at_least\`, \`at_most\`, \`whole: yes\`), \`date\`
(\`at_least: today\`), \`yes_no\` (steps under \`yes\` and \`no\`), \`several\` of the choices (\`at_least\`,
\`at_most\`), \`rating\` (\`scale: 5\` or \`10\`), \`email\`, \`phone\` (\`country: DE\` for numbers without a
country code), \`url\`, \`text\` (\`longest: 200\`) or \`pattern\` (a regular expression for the whole answer, with
an \`example\` to show). It is understood as people write it and kept in one form: "about 20" as 20, "next friday" as
2026-05-08. Anything else gets \`retry\`, one text or a list for one miss after the other, and the question again, up to
\`tries\` times (3). After that, or when nobody answers \`within\` a time (20h), the steps under \`otherwise\` are done
and the flow ends; steps under \`missed\` are done instead where answers came and none fitted. \`unless_known:
contact.email\` takes what is known for the answer and asks only where nothing is. \`settle: 4s\` waits for more after
each message and takes all that comes in one breath as one answer. An answer that is \`sensitive: yes\` is never shown
or logged.`,
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
  - ask: How many of them will join?
    kind: number
    at_least: 1
    whole: yes
    save: seats
  - ask: Where may we send the offer?
    kind: email
    save: email
    unless_known: contact.email
    retry:
      - That does not look like an e-mail address.
      - One more try, please, such as name@example.com.
    missed:
      - handoff: any
        note: Wants an offer for {{answer.seats}} and gave no address.
  - set:
      contact.email: "{{answer.email}}"
  - say: "{{answer.team_size}}: got it!"
  - outcome: qualified
`,
  shape: {
    ask: spoken,
    save: name.optional(),
    choices: choicesShape.optional(),
    ...answerKindShape,
    yes: steps.optional(),
    no: steps.optional(),
    ...questionShape,
    ...patienceShape,
  },
  read: (written, step) => {
    // Where several may be chosen one more button is needed, to be done.
    const choices = readChoices(written.choices ?? [], written.kind === 'several' ? 1 : 0, step);
    const tries = readTries(written);
    const question = readQuestion(written, { choices, tries }, step);
    if (question.kind?.kind === 'several') checkSeveral(written.choices ?? [], choices, step);
    return {
      verb: 'ask',
      path: step.path,
      question,
      save: written.save ?? null,
      branches:
        question.kind?.kind === 'yes_no'
          ? readYesAndNo(step)
          : readBranches(written.choices ?? [], choices, step),
      tries,
      patience: readPatience(written, step),
    };
  },
  state: (step, next) => {
    const save = savingOf(step);
    const branches = Object.entries(step.branches).map(([value, branch]) =>
      choosing(value, branch, next, save),
    );
    return questionState(step, next, [...branches, { ...to(next), actions: save }]);
  },
  ways: (step, next) => {
    const answers = answerWays(step, next);
    // What is known already is passed without a word from the contact.
    const passed = step.question.unlessKnown === undefined ? [] : answers.map(passedBy);
    return [...answers, ...passed, ...otherwiseWays(step, next)];
  },
  branches: ({ branches, patience }) => [...Object.values(branches), ...patienceBranches(patience)],
  texts: ({ question }) => [question.text, question.retry ?? [], ...(question.laterRetries ?? [])],
  question: ({ question }) => question,
});

function savingOf({ save, question }: AskStep): readonly StateAction[] {
  if (save === null) return [];
  const sensitive = question.isSensitive ? ({ isSensitive: true } as const) : {};
  return [{ type: 'saveAnswer', params: { name: save, ...sensitive } }];
}

function answerWays({ question, branches, save }: AskStep, next: string): readonly Way[] {
  const saves = save === null ? [] : [save];
  return question.choices.length === 0
    ? [answerTo(next, saves)]
    : question.choices.map(({ value }) => answerTo(entryOf(branches[value] ?? [], next), saves, value));
}

function passedBy(way: Way): Way {
  return { ...way, by: 'walk' };
}

function readQuestion(
  written: WrittenKind & WrittenQuestion,
  { choices, tries }: { readonly choices: Question['choices']; readonly tries: number },
  step: StepReading,
): Question {
  const asked = step.speech('ask');
  const kind = readAnswerKind(written, choices, step);
  const offered = [...choices, ...choicesOfKind(kind, step)];
  checkLength(asked, offered.length > 0 ? 'replyText' : 'text', step.place('ask'), step);
  return {
    text: asked,
    choices: offered,
    ...readRetries(tries, step),
    ...(kind === undefined ? {} : { kind }),
    ...readQuestionOptions(written, isFreeText(kind, offered), step),
  };
}

function readYesAndNo(step: StepReading): AskStep['branches'] {
  return Object.fromEntries(
    ['yes', 'no'].flatMap((key) => (step.node(key) === undefined ? [] : [[key, step.steps(key, key)]])),
  );
}
