import { createContext, useContext } from 'react';
import { en, type Words } from './en.js';
import type { Language } from './words.js';

export interface Wording {
  readonly language: Language;
  readonly words: Words;
}

interface ChangeableWording extends Wording {
  /** For this device; what is kept of whoever is signed in is changed by `changeMe`. */
  readonly choose: (language: Language) => void;
}

export const WordingContext = createContext<ChangeableWording>({
  language: 'en',
  words: en,
  choose: () => undefined,
});

/** Everything that the pages say, in the reader's language. */
export function useWords(): Words {
  return useWording().words;
}

/** The language that the pages are in, and how to change it. */
export function useWording(): ChangeableWording {
  return useContext(WordingContext);
}
