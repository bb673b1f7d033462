import type { Language } from './words.js';

/** The browser's own variant of the language, such as en-GB, so that dates look as the reader is used to. */
export function localeOf(language: Language): string {
  return navigator.languages.find((tag) => tag.startsWith(language)) ?? language;
}
