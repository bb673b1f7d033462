import { type Language, languages } from './words.js';

const place = 'heyword.language';

/** The language before anybody is known: the one of the last time here, else the first that the browser asks for. */
export function likelyLanguage(): Language {
  const known = [localStorage.getItem(place), ...navigator.languages].map((tag) => tag?.slice(0, 2));
  return languages.find((language) => language === known.find(isLanguage)) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(place, language);
}

function isLanguage(tag: string | undefined): tag is Language {
  return languages.some((language) => language === tag);
}
