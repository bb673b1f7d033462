import { z } from 'zod';
import type { Place } from '../issue.js';
import { didYouMean } from '../nearest-word.js';
import type { Report } from '../report.js';
import { refuse } from '../shape/values.js';

/** An IANA name. */
export const timezone = z.string().transform((value, context) =>
  isTimezone(value)
    ? value
    : refuse(context, {
        code: 'unknown-timezone',
        message: `"${value}" is not a time zone.`,
        hint:
          didYouMean(value, Intl.supportedValuesOf('timeZone')) ?? 'Write continent and city: Europe/Berlin.',
      }),
);

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** @param place Of the hours, which are those of a place. */
export function reportMissingTimezone(place: Place, report: Report): void {
  report.error(place, 'missing-key', '"timezone" is missing: hours are those of a place.', {
    hint: 'Add a line such as timezone: Europe/Berlin.',
  });
}
