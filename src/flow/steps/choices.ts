import { z } from 'zod';
import type { Choice } from '../../core/flow.js';
import { toMatchText } from '../../core/words.js';
import { checkChoices } from '../check/check-choices.js';
import type { AskStep } from '../definition.js';
import { mapping, oneOrMore, steps, text } from '../shape/values.js';
import type { NodePath } from '../yaml/source-node.js';
import type { StepReading } from './step.js';
import { spoken } from '../translation/spoken.js';

const choice = z.union([
  text,
  mapping({
    title: spoken,
    value: text.optional(),
    also: oneOrMore(text).optional(),
    then: steps.optional(),
  }),
]);

export const choicesShape = z.array(choice).min(1);

type WrittenChoice = z.output<typeof choice>;

/** @param beside Buttons that are shown beside them. */
export function readChoices(
  written: readonly WrittenChoice[],
  beside: number,
  step: StepReading,
): readonly Choice[] {
  const choices = written.map((one, index) => readChoice(one, ['choices', index], step));
  checkChoices(choices, (index) => step.place('choices', index), step, beside);
  return choices;
}

/** Steps of the choices that have any, by the choice's value. */
export function readBranches(
  written: readonly WrittenChoice[],
  choices: readonly Choice[],
  step: StepReading,
): AskStep['branches'] {
  return Object.fromEntries(
    written.flatMap((one, index) => {
      const value = choices[index]?.value;
      if (typeof one === 'string' || one.then === undefined || value === undefined) return [];
      return [[value, step.steps(`choice-${index + 1}`, 'choices', index, 'then')]];
    }),
  );
}

/** What goes with one choice only, and not where several may be taken. */
export function checkSeveral(
  written: readonly WrittenChoice[],
  choices: readonly Choice[],
  step: StepReading,
): void {
  for (const [index, one] of written.entries()) {
    if (typeof one !== 'string' && one.then !== undefined) {
      step.report.error(
        step.place('choices', index, 'then'),
        'branch-not-here',
        'Where several may be chosen none has steps of its own.',
        {
          hint: 'Look at the answer afterwards: if: { answer.<name>: { includes: … } }',
        },
      );
    }
    if (choices[index]?.value.includes(',') === true) {
      step.report.error(
        step.place('choices', index),
        'comma-in-value',
        'Several choices are kept with commas between them: this one has one of its own.',
        {
          hint: 'Give it a short value without a comma: value: …',
        },
      );
    }
  }
}

function readChoice(written: WrittenChoice, at: NodePath, step: StepReading): Choice {
  const isBare = typeof written === 'string';
  const { text: title, byLanguage: titles } = step.wording(...(isBare ? at : [...at, 'title']));
  const { value = title, also = [] } = isBare ? {} : written;
  const words = [title, ...Object.values(titles ?? {}), value, ...also]
    .map(toMatchText)
    .filter((word) => word !== '');
  return { title, ...(titles && { titles }), value, words: [...new Set(words)] };
}
