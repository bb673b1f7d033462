import { z } from 'zod';
import type { AnswerKind } from '../../core/answers/answer-kind.js';
import { ratingChoices } from '../../core/answers/rating.js';
import type { Choice } from '../../core/flow.js';
import { text, writtenAs, yesOrNo } from '../shape/values.js';
import {
  LONGEST_TEXT,
  readCountry,
  readDateRange,
  readLongest,
  readNumberRange,
  readPatternKind,
  readPickRange,
  readScale,
  scales,
} from './answer-options.js';
import type { StepReading } from './step.js';

const answerKindNames = [
  'text',
  'number',
  'date',
  'yes_no',
  'several',
  'rating',
  'email',
  'phone',
  'url',
  'pattern',
] as const;

type KindName = (typeof answerKindNames)[number];

/** Everything that says more of an answer; which of it goes with which kind is below. */
export const answerKindShape = {
  kind: z.enum(answerKindNames).optional(),
  at_least: z.union([z.number(), text]).optional(),
  at_most: z.union([z.number(), text]).optional(),
  whole: yesOrNo.optional(),
  longest: z
    .number()
    .meta(writtenAs({ type: 'integer', minimum: 1, maximum: LONGEST_TEXT }))
    .optional(),
  scale: z
    .number()
    .meta(writtenAs({ enum: scales }))
    .optional(),
  country: text.optional(),
  pattern: text.optional(),
  example: text.optional(),
};

export type WrittenKind = {
  readonly [K in keyof typeof answerKindShape]?: z.output<(typeof answerKindShape)[K]>;
};

const optionsOf: Readonly<Record<KindName, readonly string[]>> = {
  text: ['longest', 'settle'],
  number: ['at_least', 'at_most', 'whole'],
  date: ['at_least', 'at_most'],
  yes_no: ['yes', 'no'],
  several: ['choices', 'at_least', 'at_most'],
  rating: ['scale'],
  email: [],
  phone: ['country'],
  url: [],
  pattern: ['pattern', 'example'],
};

const options = [...new Set(Object.values(optionsOf).flat())];
/** Without a kind a question takes its choices, or any words. */
const optionsWithoutKind: readonly string[] = ['choices', 'settle'];

/** What counts as an answer; undefined: one of the choices, or any words. What does not go together is reported. */
export function readAnswerKind(
  written: WrittenKind,
  choices: readonly Choice[],
  step: StepReading,
): AnswerKind | undefined {
  const { kind } = written;
  checkOptions(kind, step);
  switch (kind) {
    case undefined:
      return undefined;
    case 'text':
      return { kind, ...readLongest(written, step) };
    case 'number':
      return { kind, ...readNumberRange(written, step) };
    case 'date':
      return { kind, ...readDateRange(written, step) };
    case 'several':
      return { kind, ...readPickRange(written, choices.length, step) };
    case 'rating':
      return { kind, scale: readScale(written, step) };
    case 'phone':
      return { kind, ...readCountry(written, step) };
    case 'pattern':
      return readPatternKind(written, step);
    default:
      return { kind };
  }
}

/** The buttons that a kind brings with it. */
export function choicesOfKind(kind: AnswerKind | undefined, { vocabulary }: StepReading): readonly Choice[] {
  switch (kind?.kind) {
    case 'yes_no':
      return vocabulary.consentChoices;
    case 'rating':
      return ratingChoices(kind.scale);
    default:
      return [];
  }
}

function checkOptions(kind: KindName | undefined, step: StepReading): void {
  const allowed = kind === undefined ? optionsWithoutKind : optionsOf[kind];
  for (const option of options) {
    if (allowed.includes(option) || step.node(option) === undefined) continue;
    step.report.error(step.place(option), 'option-not-here', messageOf(option, kind), {
      allowed: kind === undefined ? [] : allowed,
      hint: `It goes with ${kindsWith(option).join(' or ')}.`,
    });
  }
}

function messageOf(option: string, kind: KindName | undefined): string {
  return kind === undefined
    ? `"${option}" says nothing of a question without a kind.`
    : `"${option}" does not go with kind: ${kind}.`;
}

function kindsWith(option: string): readonly string[] {
  const kinds = answerKindNames
    .filter((kind) => optionsOf[kind].includes(option))
    .map((kind) => `kind: ${kind}`);
  return optionsWithoutKind.includes(option) ? [...kinds, 'no kind at all'] : kinds;
}
