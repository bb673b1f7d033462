import { de } from './de.js';
import { en } from './en.js';

/** Everything that the pages say, by the part of the pages that says it. */
export type Words = typeof en;

export const languages = ['en', 'de'] as const;

export type Language = (typeof languages)[number];

export const catalogues: Readonly<Record<Language, Words>> = { en, de };
