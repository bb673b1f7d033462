import { useId, useState, type KeyboardEvent } from 'react';
import { askedAtCaret, putInstead, type Asked } from '../state/asked-at-caret.js';

/** One line that may be put in the place of what is typed. */
export interface Suggestion {
  readonly id: string;
  readonly name: string;
  readonly more: string;
  /** What is put there. */
  readonly instead: string;
}

interface SuggestionsPlace {
  readonly text: string;
  readonly sign: Asked['sign'];
  readonly find: (query: string) => readonly Suggestion[];
  readonly onPut: (text: string, caret: number) => void;
}

export interface Suggestions {
  readonly listId: string;
  readonly isOpen: boolean;
  readonly found: readonly Suggestion[];
  readonly chosen: number;
  readonly optionId: (index: number) => string;
  readonly put: (suggestion: Suggestion) => void;
  readonly choose: (index: number) => void;
  /** To be called whenever the caret has moved. */
  readonly follow: (caret: number) => void;
  readonly close: () => void;
  /** Returns whether the key was meant for the list. */
  readonly press: (event: KeyboardEvent) => boolean;
}

/** A list that opens while a `/word` or an `@name` is being written, worked by the keys of the field. */
export function useSuggestions({ text, sign, find, onPut }: SuggestionsPlace): Suggestions {
  const listId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const asked = caret === null ? null : askedAtCaret(text, caret, [sign]);
  const found = asked === null ? [] : find(asked.query);
  const isOpen = asked !== null && (found.length > 0 || asked.query === '');
  const at = Math.min(chosen, Math.max(0, found.length - 1));

  const close = (): void => {
    setCaret(null);
    setChosen(0);
  };
  const put = ({ instead }: Suggestion): void => {
    if (asked === null) return;
    const changed = putInstead(text, asked, instead);
    close();
    onPut(changed.text, changed.caret);
  };
  const press = ({ key }: KeyboardEvent): boolean => {
    const suggestion = found[at];
    if (!isOpen) return false;
    if (key === 'Escape') close();
    else if (suggestion === undefined) return false;
    else if (key === 'ArrowDown') setChosen((at + 1) % found.length);
    else if (key === 'ArrowUp') setChosen((at + found.length - 1) % found.length);
    else if (key === 'Enter' || key === 'Tab') put(suggestion);
    else return false;
    return true;
  };
  return {
    ...{ listId, isOpen, found, put, close, press },
    chosen: at,
    choose: setChosen,
    optionId: (index) => `${listId}-${index}`,
    follow: (place) => {
      setCaret(place);
      setChosen(0);
    },
  };
}
