import type { Language } from './words.js';

/** The browser's own variant of the language, such as en-GB, so that dates look as the reader is used to. */
export function localeOf(language: Language): string {
  return navigator.languages.find((tag) => tag.startsWith(language) && isKnown(tag)) ?? language;
}

/** Browsers without a proper environment name what is no language tag, such as `en-US@posix`. */
function isKnown(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
