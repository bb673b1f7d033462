import { z } from 'zod';
import { channelNames } from '../../core/channel.js';
import { momentOfDate } from '../../core/wall-clock.js';
import { didYouMean } from '../nearest-word.js';
import {
  languagePattern,
  languageRule,
  mapping,
  name,
  oneOrMore,
  part,
  refuse,
  text,
  writtenAs,
  writtenLike,
} from '../shape/values.js';

const channel = z
  .string()
  .transform((value, context) => {
    const found = channelNames.find((one) => one === value);
    return (
      found ??
      refuse(context, {
        code: 'unknown-channel',
        message: `"${value}" is not a channel.`,
        allowed: channelNames,
        hint: didYouMean(value, channelNames),
      })
    );
  })
  .meta(writtenAs({ enum: channelNames }));

const dayRule = 'Write year, month and day: 2026-12-24.';

/** A day of the calendar, as `2026-12-24`. */
const day = z
  .string()
  .transform((value, context) =>
    momentOfDate('utc', value, 0) !== null
      ? value
      : refuse(context, {
          code: 'bad-date',
          message: `"${value}" is not a date.`,
          hint: dayRule,
        }),
  )
  .meta(writtenLike('^\\d{4}-\\d{2}-\\d{2}$', dayRule));

const phrasings = oneOrMore(text);

/** The same by language. */
function byLanguage<T extends z.ZodType>(schema: T) {
  return z.record(z.string().meta(writtenLike(languagePattern, languageRule)), schema);
}

export const faqShape = mapping({
  did_you_mean: z
    .boolean()
    .describe('Whether what is only nearly a question is asked back (true).')
    .optional(),
  questions: z.array(part('question')).min(1).describe('What people ask, and what they are told.'),
});

export const questionShape = mapping({
  id: name.describe('Its name: to count by. Usual: its first phrasing.').optional(),
  title: z
    .union([text, byLanguage(text)])
    .describe('What it is called where it is one of several to choose from; by language if you like.')
    .optional(),
  ask: z
    .union([phrasings, byLanguage(phrasings)])
    .describe('How people really ask it, in a few ways; by language if you speak several.'),
  answer: z
    .union([text, byLanguage(text)])
    .describe('What they are told; by language if you like.')
    .optional(),
  link: name.describe('A link of the workspace that goes with the answer.').optional(),
  flow: name.describe('The flow that answers it, instead of a text.').optional(),
  tags: oneOrMore(name).describe('Tags for whoever asks it.').optional(),
  from: day.describe('The first day on which it is answered.').optional(),
  until: day.describe('The last day on which it is answered.').optional(),
  channels: oneOrMore(channel).describe('The only channels on which it is answered.').optional(),
});

export type WrittenQuestion = z.output<typeof questionShape>;
