const LINE = 32;

/** A text in up to so many lines of a picture, cut at words; what is left out is shown by an ellipsis. */
export function wrap(text: string, mostLines: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).flatMap(pieces)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LINE) lines[lines.length - 1] = `${last} ${word}`;
    else if (word !== '') lines.push(word);
  }
  return lines.length <= mostLines
    ? lines
    : [...lines.slice(0, mostLines - 1), cut(lines[mostLines - 1] ?? '')];
}

/** In one line of up to so many characters. */
export function shorten(text: string, most: number): string {
  const characters = [...text.replaceAll(/\s+/gu, ' ').trim()];
  return characters.length <= most
    ? characters.join('')
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

function cut(line: string): string {
  const characters = [...line];
  return `${characters
    .slice(0, LINE - 1)
    .join('')
    .replace(/[\s.,;:]+$/u, '')}…`;
}

/** Words longer than a line, such as addresses, in pieces. */
function pieces(word: string): readonly string[] {
  const characters = [...word];
  const count = Math.max(1, Math.ceil(characters.length / LINE));
  return Array.from({ length: count }, (_, index) =>
    characters.slice(index * LINE, (index + 1) * LINE).join(''),
  );
}
