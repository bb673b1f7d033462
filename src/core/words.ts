/**
 * The most UTF-16 code units of one message that are read for words. Instagram and Messenger stop below it; a longer
 * text is prose, in which keywords are not looked for any further.
 */
export const READ_LIMIT = 2_000;

const TAIL_LIMIT = 500;

/** Invisible: zero-width, format, bidirectional and variation characters, and controls that are not white space. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?![\t-\r\u0085])\p{Cc}/gu;

/** Replaced before normalising, which would turn ™ and ℹ into letters. */
const EMOJI = /\p{Extended_Pictographic}/gu;

/** The marks that accent Latin, Greek and Cyrillic letters; those that spell a word in other scripts are elsewhere. */
const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;

const INNER_APOSTROPHE = /(?<=[\p{L}\p{N}\p{M}])['’‘`′](?=[\p{L}\p{N}])/gu;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Letters that Unicode does not decompose, and the spelling that people use without them. */
const UNDECOMPOSED: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['ı', 'i'],
  ['ς', 'σ'],
  ['ʼ', "'"],
  ['ʻ', "'"],
]);
const UNDECOMPOSED_LETTER = /[ßæœøđłıςʼʻ]/gu;

const PRINTABLE_ASCII = /^[\n -~]*$/;

/**
 * The text as comparisons see it: compatibility forms made plain (full-width, circled, mathematical letters), lower
 * case, without accents, invisible characters and the apostrophes inside words; an emoji becomes a space. Punctuation
 * and line breaks stay. Total and linear; a lone surrogate passes through.
 */
export function foldText(text: string): string {
  return PRINTABLE_ASCII.test(text)
    ? text.toLowerCase().replace(INNER_APOSTROPHE, '')
    : foldLetters(text).replace(INNER_APOSTROPHE, '').normalize('NFC');
}

function foldLetters(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(EMOJI, ' ')
    .replaceAll('´', "'")
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(UNDECOMPOSED_LETTER, (letter) => UNDECOMPOSED.get(letter) ?? letter);
}

/**
 * The words of a text, folded as {@link foldText} does; punctuation, symbols and emoji separate them. Words of scripts
 * written without spaces stay in one piece. Reads the first {@link READ_LIMIT} code units. Never throws.
 */
export function toWords(text: string): readonly string[] {
  return foldText(headOf(text)).match(WORD) ?? [];
}

/** The words of a text joined by single spaces: two texts that people take for the same have the same match text. */
export function toMatchText(text: string): string {
  return toWords(text).join(' ');
}

/**
 * What is read of a text in which the end matters too: all of it up to {@link READ_LIMIT}, else its head and its last
 * 500 code units, both cut between words.
 */
export function endsOf(text: string): string {
  if (text.length <= READ_LIMIT) return text;
  const head = headOf(text);
  const tail = text.slice(Math.max(head.length, text.length - TAIL_LIMIT));
  return `${head} ${tail.slice(tail.indexOf(' ') + 1)}`;
}

function headOf(text: string): string {
  if (text.length <= READ_LIMIT) return text;
  const head = text.slice(0, READ_LIMIT);
  const lastSpace = head.lastIndexOf(' ');
  return lastSpace > 0 ? head.slice(0, lastSpace) : head;
}
