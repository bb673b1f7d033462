/** What differs between the copies of a chat. */
export interface Copy {
  /** What stands in its place, by the words of the original. */
  readonly names: ReadonlyMap<string, string>;
  /** How long before the original it happened, ms. */
  readonly earlier: number;
}

/** Epoch milliseconds, from 2017 until 2033. */
const moment = String.raw`\b1[5-9]\d{11}\b`;

/** Makes of a text the text of a copy: names are exchanged, and moments are earlier. */
export function varyText(text: string, names: readonly string[]): (copy: Copy) => string {
  const wanted = new RegExp([...names, moment].join('|'), 'gu');
  const found = [...text.matchAll(wanted)].map((match) => ({ at: match.index, word: match[0] }));
  if (found.length === 0) return () => text;
  const between = [...found, { at: text.length, word: '' }].map(({ at }, place) => {
    const before = found[place - 1];
    return text.slice(before === undefined ? 0 : before.at + before.word.length, at);
  });
  return (copy) =>
    found.reduce(
      (done, { word }, place) =>
        done + (copy.names.get(word) ?? String(Number(word) - copy.earlier)) + (between[place + 1] ?? ''),
      between[0] ?? '',
    );
}
