import type { Topic } from '../../core/resources.js';
import { checkNeverSay } from '../check/check-never-say.js';
import { titleFromName } from '../names.js';
import { mapping, refuse, text, writtenLike } from '../shape/values.js';
import type { Section } from './named-things.js';
import { z } from 'zod';

const atMost = z
  .union([z.string(), z.number()])
  .transform((value, context): NonNullable<Topic['atMost']> => {
    const [, times, per] = /^([1-9]\d{0,2})\/(day|week|month)$/u.exec(String(value)) ?? [];
    const period = (['day', 'week', 'month'] as const).find((one) => one === per);
    return period === undefined
      ? refuse(context, {
          code: 'bad-frequency',
          message: `"${value}" does not say how often.`,
          hint: 'Write a number and a period: 1/day, 1/week or 4/month.',
        })
      : { times: Number(times), per: period };
  })
  .meta(
    writtenLike('^[1-9]\\d{0,2}/(day|week|month)$', 'Write a number and a period: 1/day, 1/week or 4/month.'),
  );

export const topicShape = mapping({
  title: text.describe('What the topic is called.').optional(),
  notice: text
    .describe('What people agree to: shown word for word, and kept as proof. It takes no {{ }}.')
    .optional(),
  at_most: atMost.describe('How often they may be written to: 1/week.').optional(),
});

/** Topics that contacts can agree to. A notice is shown and kept word for word, so it takes no placeholders. */
export function topicSection(neverSay: readonly string[]): Section<z.output<typeof topicShape>, Topic> {
  return {
    what: 'topic',
    shape: topicShape,
    read: ({ name, written, place, report }) => {
      const { title = titleFromName(name), notice = '', at_most: most = null } = written;
      if (name === 'all') {
        report.error(place(), 'reserved-name', '"all" means every topic: no topic can have that name.');
      }
      if (notice.includes('{{')) {
        report.error(
          place('notice'),
          'placeholder-not-here',
          'A notice is shown word for word: it takes no {{ }}.',
        );
      }
      checkNeverSay([notice], place('notice'), { vocabulary: { neverSay }, report });
      return { name, title, notice, atMost: most };
    },
  };
}
