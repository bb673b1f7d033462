import { createContext, useContext } from 'react';
import { catalogues, type Language, type Words } from './words.js';

interface Wording {
  readonly language: Language;
  /** For this device; what is kept of whoever is signed in is changed by `changeMe`. */
  readonly choose: (language: Language) => void;
}

export const WordingContext = createContext<Wording>({ language: 'en', choose: () => undefined });

/** Everything that the pages say, in the reader's language. */
export function useWords(): Words {
  return catalogues[useWording().language];
}

/** The language that the pages are in, and how to change it. */
export function useWording(): Wording {
  return useContext(WordingContext);
}
