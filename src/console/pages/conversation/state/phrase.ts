export type PhraseValues = Readonly<Record<string, string | null | undefined>>;

interface PhrasePart {
  /** Words, or the name of the place. */
  readonly text: string;
  readonly isPlace: boolean;
}

const place = /\{([a-z]+)\}/g;

/** `{by} took over` → a place and some words. */
export function partsOfPhrase(phrase: string): readonly PhrasePart[] {
  return phrase
    .split(place)
    .map((text, index) => ({ text, isPlace: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** The first of the phrases whose places can all be filled; the last, where none is. */
export function phraseFor(phrases: readonly string[], values: PhraseValues): string {
  const fits = (phrase: string): boolean =>
    partsOfPhrase(phrase).every(({ text, isPlace }) => !isPlace || isThere(text, values));
  return phrases.find(fits) ?? phrases.at(-1) ?? '';
}

function isThere(name: string, values: PhraseValues): boolean {
  return Object.hasOwn(values, name) && values[name] != null && values[name] !== '';
}
