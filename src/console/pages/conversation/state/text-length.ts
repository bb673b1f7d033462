import type { Composing } from './answers.js';

export type TextUnit = Composing['text']['unit'];

/** How long a text is in what its platform counts: code points, bytes of UTF-8 or UTF-16 code units. */
export function textLength(text: string, unit: TextUnit): number {
  switch (unit) {
    case 'characters':
      return [...text].length;
    case 'bytes':
      return new TextEncoder().encode(text).length;
    case 'utf16':
      return text.length;
  }
}

/** How a text stands to its limit. `isNear`: little is left, so its writer should see how much. */
export function judgeLength(
  text: string,
  { most, unit }: Composing['text'],
): { readonly left: number; readonly isNear: boolean; readonly isOver: boolean } {
  const left = most - textLength(text, unit);
  return { left, isNear: left <= Math.max(50, most * 0.1), isOver: left < 0 };
}
