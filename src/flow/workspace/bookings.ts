import { z } from 'zod';
import type { LinkTarget } from '../../core/resources.js';
import type { TextSetting } from '../check/check-length.js';
import type { SpeechSetting } from '../check/check-never-say.js';
import { mapping, name, refuse } from '../shape/values.js';
import { linkShape, readLink } from './links.js';
import type { Section } from './named-things.js';

const DEFAULT_REFERENCE = 'hw';
const DEFAULT_OUTCOME = 'booked';

/** Some booking systems hand on only parameters that they know, such as utm_content. */
const parameter = z.string().transform((written, context) =>
  /^[A-Za-z][\w-]{0,39}$/u.test(written)
    ? written
    : refuse(context, {
        code: 'bad-reference',
        message: `"${written}" cannot be a parameter of an address.`,
        hint: 'Use letters, digits, - and _; the usual one is hw.',
      }),
);

const shape = mapping({ ...linkShape, outcome: name.optional(), reference: parameter.optional() });

/** Pages where people pick a time: tracked links whose address tells the booking system whom it was sent to. */
export function bookingSection(
  setting: TextSetting & SpeechSetting,
): Section<z.output<typeof shape>, LinkTarget> {
  return {
    what: 'booking',
    shape,
    read: (entry) => {
      const { outcome = DEFAULT_OUTCOME, reference = DEFAULT_REFERENCE } = entry.written;
      const link = readLink(entry, setting);
      return link && { ...link, outcome, reference };
    },
  };
}
