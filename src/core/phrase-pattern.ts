/**
 * A phrase pattern, read. The notation is one of words, for people to write:
 *
 * | written         | matches                                                                        |
 * | --------------- | ------------------------------------------------------------------------------ |
 * | `stop`          | the word, however it is cased, accented or (ä or ae) spelt                     |
 * | `(a\|b c)`      | one of the alternatives                                                        |
 * | `[please\|pls]` | one of the alternatives, or nothing                                            |
 * | `<3>`           | at most three words of any kind, within the clause                             |
 * | `{messages}`    | one of the alternatives of the class of that name                              |
 * | `,`             | the end of a clause that is not the end of a sentence                          |
 * | `.` `?`         | the end of a statement, of a question                                          |
 * | `^` `$`         | the beginning, the end of a clause, a sentence or the message                  |
 */
export type Pattern =
  | { readonly kind: 'token'; readonly tokens: readonly string[] }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] };

/** Named alternatives that patterns share, each written in the pattern notation: `messages: 'message|texts|dms'`. */
export type WordClasses = Readonly<Record<string, string>>;

/** Where clauses end, as tokens of the text: no word looks like these. */
export const EDGES = { clause: ',', sentence: '.', question: '?' } as const;

const ANY_EDGE: readonly string[] = Object.values(EDGES);
const LEXEME = /<\d+>|\{\w+\}|[()[\]|,?^$]|[^\s()[\]|,?^$<>{}]+|\S/gu;
const NOTHING: Pattern = { kind: 'sequence', parts: [] };

/**
 * Reads a pattern; `spell` gives the forms in which a word of it may meet us.
 *
 * @throws {SyntaxError} a bracket without its partner, a class nobody named: mistakes in our own data.
 */
export function parsePattern(
  source: string,
  classes: WordClasses,
  spell: (word: string) => readonly string[],
): Pattern {
  const lexemes = source.match(LEXEME) ?? [];
  let at = 0;

  function alternatives(close: string | undefined): readonly Pattern[] {
    const options = [sequence()];
    while (lexemes[at] === '|') {
      at += 1;
      options.push(sequence());
    }
    if (lexemes[at] !== close) throw new SyntaxError(`"${source}" is not balanced`);
    at += 1;
    return options;
  }

  function sequence(): Pattern {
    const parts: Pattern[] = [];
    for (let next = lexemes[at]; next !== undefined && !'|)]'.includes(next); next = lexemes[at]) {
      at += 1;
      parts.push(part(next));
    }
    return { kind: 'sequence', parts };
  }

  function part(lexeme: string): Pattern {
    if (lexeme === '(') return { kind: 'choice', options: alternatives(')') };
    if (lexeme === '[') return { kind: 'choice', options: [...alternatives(']'), NOTHING] };
    if (lexeme.startsWith('{')) return parsePattern(classNamed(lexeme.slice(1, -1)), classes, spell);
    if (lexeme.startsWith('<')) return { kind: 'gap', most: Number(lexeme.slice(1, -1)) };
    if (lexeme === '^' || lexeme === '$') return { kind: 'token', tokens: ANY_EDGE };
    return { kind: 'token', tokens: ANY_EDGE.includes(lexeme) ? [lexeme] : spell(lexeme) };
  }

  function classNamed(name: string): string {
    const found = Object.hasOwn(classes, name) ? classes[name] : undefined;
    if (found === undefined) throw new SyntaxError(`"${source}" names an unknown class "${name}"`);
    return found;
  }

  return { kind: 'choice', options: alternatives(undefined) };
}
