import { marketing } from '../../core/consent.js';
import type { Topic } from '../../core/resources.js';
import { checkNeverSay } from '../check/check-never-say.js';
import { titleFromName } from '../names.js';
import { mapping, refuse, text, writtenLike } from '../shape/values.js';
import { spoken } from '../translation/spoken.js';
import type { Wording } from '../translation/read-speech.js';
import type { NamedEntry, Section } from './named-things.js';
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
  confirm: spoken
    .describe(
      'Asked after a yes, where one yes is not enough; only the second one counts. It takes no {{ }}.',
    )
    .optional(),
  at_most: atMost.describe('How often they may be written to: 1/week.').optional(),
});

interface TopicSetting {
  readonly neverSay: readonly string[];
  readonly languages: readonly string[];
}

type TopicEntry = NamedEntry<z.output<typeof topicShape>>;

/** Topics that contacts can agree to. What they agree to is shown and kept word for word, so it takes no placeholders. */
export function topicSection(setting: TopicSetting): Section<z.output<typeof topicShape>, Topic> {
  return {
    what: 'topic',
    shape: topicShape,
    read: (entry) => {
      const { name, written, place, report } = entry;
      const { title = titleFromName(name), at_most: most = null } = written;
      const { text: notice, byLanguage: notices } = readShown(entry, 'notice', setting);
      const { text: confirm, byLanguage: confirms } = readShown(entry, 'confirm', setting);
      if (name === 'all') {
        report.error(place(), 'reserved-name', '"all" means every topic: no topic can have that name.');
      }
      if (name === marketing) {
        report.error(
          place(),
          'reserved-name',
          '"marketing" is whatever promotes, which contacts stop in the settings of their platform: no topic can have that name.',
        );
      }
      return {
        name,
        title,
        notice,
        ...(notices && { notices }),
        ...(confirm !== '' && { confirm }),
        ...(confirms && { confirms }),
        atMost: most,
      };
    },
  };
}

function readShown(
  entry: TopicEntry,
  key: 'notice' | 'confirm',
  { neverSay, languages }: TopicSetting,
): Wording {
  const { place, report } = entry;
  const wording = readWording(entry, key, languages);
  const all = Object.values(wording.byLanguage ?? { own: wording.text });
  if (all.some((one) => one.includes('{{'))) {
    report.error(
      place(key),
      'placeholder-not-here',
      'What people agree to is shown word for word: it takes no {{ }}.',
    );
  }
  for (const one of all) checkNeverSay([one], place(key), { vocabulary: { neverSay }, report });
  return wording;
}
