import { en, type Words } from './en.js';

export const languages = ['en', 'de'] as const;

export type Language = (typeof languages)[number];

/** English is always there; the others are loaded by those who read them. */
export async function loadWords(language: Language): Promise<Words> {
  switch (language) {
    case 'en':
      return en;
    case 'de':
      return (await import('./de.js')).de;
  }
}
