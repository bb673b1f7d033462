import { type ReactNode, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { localeOf } from '../words/locale-of.js';
import { likelyLanguage, rememberLanguage } from '../words/language-choice.js';
import { WordingContext } from '../words/use-words.js';

/** Lets all pages speak one language: what is known of the reader is set by `KnownLanguage`. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(likelyLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    rememberLanguage(language);
  }, [language]);
  return (
    <WordingContext value={{ language, choose: setLanguage }}>
      <I18nProvider locale={localeOf(language)}>{children}</I18nProvider>
    </WordingContext>
  );
}
