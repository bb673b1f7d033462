import { isWanted, placedWords, type PlacedWord, type Wanted } from './search-words.js';

/** Between these stands what was found; no text has them, since they are taken out. */
const opening = '\uE000';
const closing = '\uE001';

/** How much is shown before the first hit, and in all, UTF-16 code units. */
const before = 40;
const most = 160;

/** A piece of the text around what was found in it, the hits marked by U+E000 and U+E001, in one line. */
export function excerptOf(text: string, wanted: Wanted): string {
  const words = placedWords(text);
  const hits = words.filter(({ word }) => isWanted(word, wanted));
  const from = startOf(words, hits[0]?.from ?? 0);
  const to = endOf(text, words, from);
  const shown = hits.filter((hit) => hit.to <= to);
  const parts = shown.map((hit, place) => {
    const gapFrom = shown[place - 1]?.to ?? from;
    return `${plain(text.slice(gapFrom, hit.from))}${opening}${plain(text.slice(hit.from, hit.to))}${closing}`;
  });
  const rest = plain(text.slice(shown.at(-1)?.to ?? from, to));
  return `${from > 0 ? '…' : ''}${parts.join('')}${rest}${to < text.length ? '…' : ''}`.trim();
}

/** At the beginning of a word. */
function startOf(words: readonly PlacedWord[], hit: number): number {
  if (hit <= before) return 0;
  return words.find((word) => word.from >= hit - before)?.from ?? hit;
}

/** At the end of a word; one that is longer than all that is shown is cut. */
function endOf(text: string, words: readonly PlacedWord[], from: number): number {
  if (text.length - from <= most) return text.length;
  const last = words.findLast(({ from: begins, to }) => begins >= from && to <= from + most);
  return last?.to ?? cutAt(text, from + most);
}

/** Never between the halves of a surrogate pair. */
function cutAt(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code < 0xdc00 ? end - 1 : end;
}

function plain(text: string): string {
  return text.replace(/[\uE000\uE001]/gu, '').replace(/\s+/gu, ' ');
}
