import { z } from 'zod';
import { languagePattern, text, writtenAs } from '../shape/values.js';

const languageForm = new RegExp(languagePattern, 'u');

/** Whether a value is one text in several languages: `{ en: Hello, de: Hallo }`. */
function isByLanguage(value: unknown): value is Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(([key, said]) => languageForm.test(key) && typeof said === 'string' && said.trim() !== '')
  );
}

/**
 * What is said to a contact: a text, or the same text by language. As a value it is the first of them; the others are
 * read where it stands.
 */
export const spoken = z
  .unknown()
  .transform((value) => (isByLanguage(value) ? Object.values(value)[0] : value))
  .pipe(text)
  .meta(
    // In one schema, not two that may stand in for each other: editors tell more of the one.
    writtenAs({
      type: ['string', 'object'],
      pattern: '\\S',
      patternErrorMessage: 'This text is empty.',
      minProperties: 1,
      patternProperties: { [languagePattern]: { type: 'string', pattern: '\\S' } },
      additionalProperties: false,
    }),
  );
