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

/** One kind of answer: what it takes for one, and which keys say more of it. */
interface KindOfAnswer {
  /** For the author: a sentence. */
  readonly meaning: string;
  readonly options: readonly string[];
}

/** What a question may look for. */
export const answerKinds = {
  text: { meaning: 'Any words, up to a length.', options: ['longest', 'settle'] },
  number: {
    meaning: 'A number, in digits or words: "about 20" is 20, "25k" is 25000.',
    options: ['at_least', 'at_most', 'whole'],
  },
  date: { meaning: 'A day: "next friday", "3 May" or 2026-05-03.', options: ['at_least', 'at_most'] },
  yes_no: { meaning: 'A yes or a no, with buttons; each may have steps of its own.', options: ['yes', 'no'] },
  several: {
    meaning: 'Some of the choices: "the first and the last", or tapped one after the other.',
    options: ['choices', 'at_least', 'at_most'],
  },
  rating: { meaning: 'A mark from 1 up to the scale, with stars to tap.', options: ['scale'] },
  email: { meaning: 'An e-mail address, in a sentence too.', options: [] },
  phone: { meaning: 'A phone number, kept with its country code.', options: ['country'] },
  url: { meaning: 'A web address.', options: [] },
  pattern: { meaning: 'A text of a form of your own.', options: ['pattern', 'example'] },
} as const satisfies Readonly<Record<string, KindOfAnswer>>;

type KindName = keyof typeof answerKinds;

const answerKindNames = Object.keys(answerKinds) as [KindName, ...KindName[]];

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

function optionsOf(kind: KindName): readonly string[] {
  return answerKinds[kind].options;
}

const options = [...new Set(answerKindNames.flatMap(optionsOf))];
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
  const allowed = kind === undefined ? optionsWithoutKind : optionsOf(kind);
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
    .filter((kind) => optionsOf(kind).includes(option))
    .map((kind) => `kind: ${kind}`);
  return optionsWithoutKind.includes(option) ? [...kinds, 'no kind at all'] : kinds;
}
