import { german } from './de.js';
import { english } from './en.js';

/** Every language in which commands are heard. A word that several share belongs to the first, unless told otherwise. */
export const COMMAND_LANGUAGES = [english, german] as const;

/** ISO 639-1 code of a language in which commands are heard. */
export type CommandLanguageCode = (typeof COMMAND_LANGUAGES)[number]['code'];
