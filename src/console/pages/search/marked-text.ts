/** A piece of an excerpt; what was searched for is marked. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Takes an excerpt apart at U+E000 and U+E001, between which stands what was found. */
export function piecesOf(excerpt: string): readonly Piece[] {
  return excerpt.split(/(\u{E000}[^\u{E001}]*\u{E001}?)/u).flatMap((part) => {
    const isMarked = part.startsWith('\u{E000}');
    const text = part.replace(/[\u{E000}\u{E001}]/gu, '');
    return text === '' ? [] : [{ text, isMarked }];
  });
}
