import { z } from 'zod';
import { channelNames } from '../../core/channel.js';
import { momentOfDate } from '../../core/wall-clock.js';
import { didYouMean } from '../nearest-word.js';
import { mapping, name, oneOrMore, refuse, text } from '../shape/values.js';

const channel = z.string().transform((value, context) => {
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
});

/** A day of the calendar, as `2026-12-24`. */
const day = z.string().transform((value, context) =>
  momentOfDate('utc', value, 0) !== null
    ? value
    : refuse(context, {
        code: 'bad-date',
        message: `"${value}" is not a date.`,
        hint: 'Write year, month and day: 2026-12-24.',
      }),
);

const phrasings = oneOrMore(text);

export const faqShape = mapping({
  did_you_mean: z.boolean().optional(),
  questions: z.array(z.unknown()).min(1),
});

export const questionShape = mapping({
  id: name.optional(),
  title: z.union([text, z.record(z.string(), text)]).optional(),
  ask: z.union([phrasings, z.record(z.string(), phrasings)]),
  answer: z.union([text, z.record(z.string(), text)]).optional(),
  link: name.optional(),
  flow: name.optional(),
  tags: oneOrMore(name).optional(),
  from: day.optional(),
  until: day.optional(),
  channels: oneOrMore(channel).optional(),
});

export type WrittenQuestion = z.output<typeof questionShape>;
