import type { TranscriptFailure } from '../../flow/transcript/chat-player.js';

/** Characters of each text that are shown, and how many of them stand before the first difference. */
const shown = 72;
const shownBefore = 40;

/**
 * What was expected above what was said, with a mark under the first character that differs. Case and what is not a
 * letter or a digit do not count, as in the test itself.
 */
export function showDifference({
  expected,
  said,
}: NonNullable<TranscriptFailure['difference']>): readonly string[] {
  const [wanted, found] = [oneLine(expected), oneLine(said)];
  const start = likeliestStart(wanted, found);
  const same = sameLength(wanted, found.slice(start));
  const left = clip(wanted, same);
  const right = clip(found, start + same);
  const indent = ' '.repeat(Math.max(0, right.mark - left.mark));
  const shift = ' '.repeat(Math.max(0, left.mark - right.mark));
  return [
    `expected  ${indent}${left.text}`,
    `said      ${shift}${right.text}`,
    `          ${' '.repeat(Math.max(left.mark, right.mark))}^`,
  ];
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ');
}

/** Where in what was said the most of what was expected begins: expected is a part. */
function likeliestStart(wanted: string, found: string): number {
  const starts = [...found.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
  const lengths = starts.map((start) => sameLength(wanted, found.slice(start)));
  const longest = Math.max(0, ...lengths);
  return longest === 0 ? 0 : (starts[lengths.indexOf(longest)] ?? 0);
}

function sameLength(a: string, b: string): number {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** The text around a place in it, and where that place is now. */
function clip(text: string, at: number): { readonly text: string; readonly mark: number } {
  const from = text.length <= shown ? 0 : Math.max(0, at - shownBefore);
  const part = text.slice(from, from + shown);
  const [head, tail] = [from > 0 ? '…' : '', from + shown < text.length ? '…' : ''];
  return { text: `${head}${part}${tail}`, mark: at - from + head.length };
}
