import { changeMe } from '../../contract/identity.js';
import { useDeed } from '../api/use-deed.js';
import { useKeepMe } from '../session/use-keep-me.js';
import { useWording } from '../words/use-words.js';
import type { Language } from '../words/words.js';

/** Changes the language of the pages, here at once and for whoever is signed in wherever they sign in. */
export function useLanguageChange(): (language: Language) => void {
  const { choose } = useWording();
  const keep = useKeepMe();
  const { mutate } = useDeed(changeMe, { onDone: keep });
  return (language) => {
    choose(language);
    mutate({ body: { language } });
  };
}
