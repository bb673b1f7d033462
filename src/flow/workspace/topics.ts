import type { Topic } from '../../core/resources.js';
import { checkNeverSay } from '../check/check-never-say.js';
import { titleFromName } from '../names.js';
import { mapping, refuse, text, writtenLike } from '../shape/values.js';
import { spoken } from '../translation/spoken.js';
import type { Section } from './named-things.js';
import { readWording } from './wording.js';
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
  notice: spoken
    .describe('What people agree to: shown word for word, and kept as proof. It takes no {{ }}.')
    .optional(),
  at_most: atMost.describe('How often they may be written to: 1/week.').optional(),
});

/** Topics that contacts can agree to. A notice is shown and kept word for word, so it takes no placeholders. */
export function topicSection({
  neverSay,
  languages,
}: {
  readonly neverSay: readonly string[];
  readonly languages: readonly string[];
}): Section<z.output<typeof topicShape>, Topic> {
  return {
    what: 'topic',
    shape: topicShape,
    read: ({ name, written, node, place, report }) => {
      const { title = titleFromName(name), at_most: most = null } = written;
      const { text: notice, byLanguage: notices } = readWording({ node, report }, 'notice', languages);
      const all = Object.values(notices ?? { own: notice });
      if (name === 'all') {
        report.error(place(), 'reserved-name', '"all" means every topic: no topic can have that name.');
      }
      if (all.some((one) => one.includes('{{'))) {
        report.error(
          place('notice'),
          'placeholder-not-here',
          'A notice is shown word for word: it takes no {{ }}.',
        );
      }
      for (const one of all) checkNeverSay([one], place('notice'), { vocabulary: { neverSay }, report });
      return { name, title, notice, ...(notices && { notices }), atMost: most };
    },
  };
}
