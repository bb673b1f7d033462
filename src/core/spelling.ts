import { toMatchText } from './words.js';

const UMLAUT = /[äöü]/giu;
const UMLAUT_WITHOUT_DOTS: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
]);

/** The match texts under which a phrase of our data is met: "hör auf" is typed "hör auf", "hor auf" and "hoer auf". */
export function spellings(phrase: string): readonly string[] {
  const digraphs = phrase.replace(
    UMLAUT,
    (letter) => UMLAUT_WITHOUT_DOTS.get(letter.toLowerCase()) ?? letter,
  );
  return [...new Set([toMatchText(phrase), toMatchText(digraphs)])];
}
