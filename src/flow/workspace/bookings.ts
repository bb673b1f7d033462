import { z } from 'zod';
import type { LinkTarget } from '../../core/resources.js';
import { mapping, name, refuse, writtenLike } from '../shape/values.js';
import { linkShape, readLink } from './links.js';
import type { LinkSetting } from './links.js';
import type { Section } from './named-things.js';

const DEFAULT_REFERENCE = 'hw';
const DEFAULT_OUTCOME = 'booked';

/** Some booking systems hand on only parameters that they know, such as utm_content. */
const parameter = z
  .string()
  .transform((written, context) =>
    /^[A-Za-z][\w-]{0,39}$/u.test(written)
      ? written
      : refuse(context, {
          code: 'bad-reference',
          message: `"${written}" cannot be a parameter of an address.`,
          hint: 'Use letters, digits, - and _; the usual one is hw.',
        }),
  )
  .meta(writtenLike('^[A-Za-z][\\w-]{0,39}$', 'Use letters, digits, - and _; the usual one is hw.'));

export const bookingShape = mapping({
  ...linkShape,
  outcome: name.describe('What a booking counts as (booked).').optional(),
  reference: parameter
    .describe('The parameter of the address that tells the booking system who books (hw).')
    .optional(),
});

/** Pages where people pick a time: tracked links whose address tells the booking system whom it was sent to. */
export function bookingSection(setting: LinkSetting): Section<z.output<typeof bookingShape>, LinkTarget> {
  return {
    what: 'booking',
    shape: bookingShape,
    read: (entry) => {
      const { outcome = DEFAULT_OUTCOME, reference = DEFAULT_REFERENCE } = entry.written;
      const link = readLink(entry, setting);
      return link && { ...link, outcome, reference };
    },
  };
}
