const english = 'zero one two three four five six seven eight nine ten eleven twelve';
const german = 'null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf';

/** Numbers that people write as words, folded as `toWords` does. */
const numbers: ReadonlyMap<string, number> = new Map([
  ...[english, german].flatMap((words) => words.split(' ').map((word, value) => [word, value] as const)),
  ...['fuenf', 'zwoelf', 'zwo'].map((word, index) => [word, [5, 12, 2][index] ?? 0] as const),
  ...['ein', 'eine', 'einen', 'einer', 'einem'].map((word) => [word, 1] as const),
]);

/** Words that count only in a message of two words at most: "I have one question" gives no number. */
const articles = new Set(['one', 'ein', 'eine', 'einen', 'einer', 'einem']);

/** The number that a word is; null where it is none, or hardly meant as one among so many. */
export function numberOfWord(word: string, among: readonly string[]): number | null {
  if (articles.has(word) && among.length > 2) return null;
  return numbers.get(word) ?? null;
}
