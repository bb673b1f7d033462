import { builtInPhrases } from '../../core/built-in-phrases.js';
import { englishPhrases } from '../../core/phrases-en.js';
import type { Choice } from '../../core/flow.js';
import type { PhraseSet } from '../../core/phrases.js';
import { toMatchText } from '../../core/words.js';

interface YesAndNo {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** How people say yes and no when they mean nothing else: an answer that could mean more is asked again. */
const wordsByLanguage: ReadonlyMap<string, YesAndNo> = new Map([
  [
    'en',
    {
      yes: [
        'yes',
        'yeah',
        'yep',
        'yup',
        'yea',
        'yess',
        'sure',
        'ok',
        'okay',
        'of course',
        'definitely',
        'absolutely',
      ],
      no: ['no', 'nope', 'nah', 'no thanks', 'no thank you', 'not now', 'rather not', 'not interested'],
    },
  ],
  [
    'de',
    {
      yes: [
        'ja',
        'jo',
        'jap',
        'jep',
        'ja bitte',
        'gern',
        'gerne',
        'klar',
        'ok',
        'okay',
        'na klar',
        'sicher',
        'auf jeden fall',
      ],
      no: ['nein', 'nee', 'ne', 'nö', 'nein danke', 'lieber nicht', 'kein interesse', 'jetzt nicht'],
    },
  ],
]);

/** Yes and no as buttons in the contact's language, heard in all of the workspace's. */
export function consentChoices(
  languages: readonly string[],
  texts: Readonly<Record<string, Partial<PhraseSet>>>,
): readonly Choice[] {
  return (['yes', 'no'] as const).map((value) => {
    const titles = languages.map((language) => titleIn(language, value, texts));
    const spoken = languages.flatMap((language) => wordsByLanguage.get(language)?.[value] ?? []);
    const words = [...titles, value, ...spoken].map(toMatchText).filter((word) => word !== '');
    return {
      title: titles[0] ?? englishPhrases[value],
      ...(languages.length > 1 && {
        titles: Object.fromEntries(languages.map((language, index) => [language, titles[index] ?? ''])),
      }),
      value,
      words: [...new Set(words)],
    };
  });
}

function titleIn(
  language: string,
  value: 'yes' | 'no',
  texts: Readonly<Record<string, Partial<PhraseSet>>>,
): string {
  const own = Object.hasOwn(texts, language) ? texts[language]?.[value] : undefined;
  return own ?? (builtInPhrases.get(language) ?? englishPhrases)[value];
}
