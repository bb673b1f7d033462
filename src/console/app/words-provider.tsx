import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { rememberLanguage } from '../words/language-choice.js';
import { localeOf } from '../words/locale-of.js';
import { type Wording, WordingContext } from '../words/use-words.js';
import { type Language, loadWords } from '../words/words.js';

interface WordsProviderProps {
  /** Before anybody is known. */
  readonly first: Wording;
  readonly children: ReactNode;
}

/** Lets all pages speak one language; it changes when its words are there. */
export function WordsProvider({ first, children }: WordsProviderProps) {
  const [wording, setWording] = useState(first);
  const { language } = wording;
  const choose = useCallback((chosen: Language): void => {
    loadWords(chosen)
      .then((words) => setWording({ language: chosen, words }))
      // Without its words the page stays in the language that it speaks.
      .catch(() => undefined);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
    rememberLanguage(language);
  }, [language]);
  // The same as long as the language is: thousands of rows look at it.
  const value = useMemo(() => ({ ...wording, choose }), [wording, choose]);
  return (
    <WordingContext value={value}>
      <I18nProvider locale={localeOf(language)}>{children}</I18nProvider>
    </WordingContext>
  );
}
