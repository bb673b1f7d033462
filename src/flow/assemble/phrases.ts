import { builtInPhrases } from '../../core/built-in-phrases.js';
import { englishPhrases } from '../../core/phrases-en.js';
import type { PhraseSet, Phrases } from '../../core/phrases.js';

/**
 * Lays a workspace's own words over the built-in ones, language by language. Languages that the workspace does not speak
 * stay: who writes STOP in German is answered in German.
 */
export function layPhrases(
  languages: readonly string[],
  texts: Readonly<Record<string, Partial<PhraseSet>>>,
): Phrases {
  const codes = new Set([...languages, ...builtInPhrases.keys()]);
  return new Map(
    [...codes].map((code) => [
      code,
      { ...(builtInPhrases.get(code) ?? englishPhrases), ...(Object.hasOwn(texts, code) ? texts[code] : {}) },
    ]),
  );
}
