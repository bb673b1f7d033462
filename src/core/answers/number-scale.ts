/** How many digits a word behind a number adds: "25k" are 25,000. A bare "m" may be metres, and adds none. */
const scales: ReadonlyMap<string, number> = new Map([
  ...['k', 'thousand', 'tausend', 'tsd'].map((word) => [word, 3] as const),
  ...['million', 'millions', 'millionen', 'mio'].map((word) => [word, 6] as const),
]);

const SCALED = new RegExp(
  String.raw`(?<=\d)[ \u00a0\u202f]?(${[...scales.keys()].join('|')})\b\.?(?![\p{L}\p{N}])`,
  'iu',
);

export interface ScaledText {
  /** Without the word. */
  readonly text: string;
  /** Digits to be added to its number. */
  readonly digits: number;
}

/** Takes the word out that stands behind the first number, and multiplies it. */
export function takeScale(text: string): ScaledText {
  const [found, word = ''] = SCALED.exec(text) ?? [];
  if (found === undefined) return { text, digits: 0 };
  return { text: text.replace(found, ''), digits: scales.get(word.toLowerCase()) ?? 0 };
}
