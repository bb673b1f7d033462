import { ratingChoices } from '../../core/answers/rating.js';
import { checkLength } from '../check/check-length.js';
import { entryOf } from '../compile/entry.js';
import { choosing, otherwiseWays, patienceBranches, questionState } from '../compile/question-state.js';
import type { StateAction } from '../compile/step-state.js';
import { answerTo } from '../compile/way.js';
import type { RateStep } from '../definition.js';
import { name, oneOrMore, steps } from '../shape/values.js';
import { wholeNumber } from '../shape/whole-number.js';
import { patienceShape, readPatience, readTries } from './patience.js';
import { readRetries } from './question-options.js';
import { defineStep } from './step.js';
import { spoken } from '../translation/spoken.js';

const scale = 5;
const USUAL_GOOD = 4;

export const rateStep = defineStep({
  verb: 'rate',
  meaning: `Asks for a mark from 1 to 5, with stars to tap; 4, 4/5, four and "very good" count too. The mark is counted
as the value of an outcome, \`rated\` or the name under \`outcome\`, and kept as an answer under \`save\`. Marks from
\`good_from\` (4) up are good, all below it are poor: the steps under \`good\` or \`poor\` follow, and afterwards the flow
goes on below. \`retry\`, \`tries\`, \`within\`, \`otherwise\` and \`missed\` are those of \`ask\`.`,
  example: `flow: feedback
start:
  - keyword: feedback
steps:
  - rate: How was your order?
    save: stars
    good:
      - say: That makes our day. Thank you!
    poor:
      - ask: What should we do better?
        save: wish
      - handoff: any
        note: "{{answer.stars}} of 5: {{answer.wish}}"
    within: 20h
    otherwise: end
`,
  shape: {
    rate: spoken,
    save: name.optional(),
    outcome: name.optional(),
    good_from: wholeNumber({
      from: 2,
      to: scale,
      usual: USUAL_GOOD,
      message: `A good mark begins somewhere from 2 to ${scale}.`,
    }).optional(),
    good: steps.optional(),
    poor: steps.optional(),
    retry: oneOrMore(spoken).optional(),
    ...patienceShape,
  },
  read: (written, step) => {
    const asked = step.speech('rate');
    checkLength(asked, 'replyText', step.place('rate'), step);
    const tries = readTries(written);
    return {
      verb: 'rate',
      path: step.path,
      question: {
        text: asked,
        choices: ratingChoices(scale),
        ...readRetries(tries, step),
        kind: { kind: 'rating', scale },
      },
      save: written.save ?? null,
      outcome: written.outcome ?? 'rated',
      goodFrom: written.good_from ?? USUAL_GOOD,
      good: step.steps('good', 'good'),
      poor: step.steps('poor', 'poor'),
      tries,
      patience: readPatience(written, step),
    };
  },
  state: (step, next) =>
    questionState(
      step,
      next,
      step.question.choices.map(({ value }) =>
        choosing(value, branchOf(step, value), next, notes(step, value)),
      ),
    ),
  ways: (step, next) => [
    ...(['good', 'poor'] as const).map((label) => ({
      ...answerTo(entryOf(step[label], next), step.save === null ? [] : [step.save], label),
      values: step.question.choices
        .map(({ value }) => value)
        .filter((value) => isGood(step, value) === (label === 'good')),
      achieves: true as const,
    })),
    ...otherwiseWays(step, next),
  ],
  branches: ({ good, poor, patience }) => [good, poor, ...patienceBranches(patience)],
  texts: ({ question }) => [question.text, question.retry ?? [], ...(question.laterRetries ?? [])],
  question: ({ question }) => question,
  outcomes: ({ outcome }) => [outcome],
});

function isGood({ goodFrom }: RateStep, value: string): boolean {
  return Number(value) >= goodFrom;
}

function branchOf(step: RateStep, value: string) {
  return isGood(step, value) ? step.good : step.poor;
}

function notes({ path: step, save, outcome }: RateStep, value: string): readonly StateAction[] {
  return [
    ...(save === null ? [] : [{ type: 'saveAnswer', params: { name: save } } as const]),
    { type: 'recordOutcome', params: { step, outcome, value: Number(value) } },
  ];
}
