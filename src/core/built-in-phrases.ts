import { germanPhrases } from './phrases-de.js';
import { englishPhrases } from './phrases-en.js';
import type { Phrases } from './phrases.js';

/** Languages that the server speaks by itself. A workspace brings complete `texts:` for any other. */
export const builtInPhrases: Phrases = new Map([
  ['en', englishPhrases],
  ['de', germanPhrases],
]);
