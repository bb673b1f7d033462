import type { ReactNode } from 'react';
import { partsOfPhrase, phraseFor, type PhraseValues } from '../state/phrase.js';

interface PhraseProps {
  /** The richest first: the first whose places can all be filled is said. */
  readonly text: string | readonly string[];
  readonly values?: PhraseValues;
}

/** A sentence with names in it. Each stands in a direction of its own, so that none turns the words around it. */
export function Phrase({ text, values = {} }: PhraseProps): ReactNode {
  const phrase = typeof text === 'string' ? text : phraseFor(text, values);
  return partsOfPhrase(phrase).map((part, index) =>
    part.isPlace ? <bdi key={index}>{values[part.text] ?? ''}</bdi> : part.text,
  );
}
