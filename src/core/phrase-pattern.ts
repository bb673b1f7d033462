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

/** Reads patterns that share classes. */
export type PatternReader = (source: string) => Pattern;

/**
 * A reader for patterns in which those classes are named; `spell` gives the forms in which a word of theirs may meet us.
 * The reader throws a `SyntaxError` at a bracket without its partner and at a class nobody named: mistakes in our own
 * data.
 */
export function patternReader(
  classes: WordClasses,
  spell: (word: string) => readonly string[],
): PatternReader {
  const read = new Map<string, Pattern>();

  function classNamed(name: string): Pattern {
    const known = read.get(name);
    if (known !== undefined) return known;
    const source = Object.hasOwn(classes, name) ? classes[name] : undefined;
    if (source === undefined) throw new SyntaxError(`unknown class "${name}"`);
    const pattern = parse(source, tokenOf);
    read.set(name, pattern);
    return pattern;
  }

  function tokenOf(lexeme: string): Pattern {
    if (lexeme.startsWith('{')) return classNamed(lexeme.slice(1, -1));
    if (lexeme.startsWith('<')) return { kind: 'gap', most: Number(lexeme.slice(1, -1)) };
    if (lexeme === '^' || lexeme === '$') return { kind: 'token', tokens: ANY_EDGE };
    return { kind: 'token', tokens: ANY_EDGE.includes(lexeme) ? [lexeme] : spell(lexeme) };
  }

  return (source) => parse(source, tokenOf);
}

/** Reads the brackets and bars; `leaf` makes the rest. */
function parse(source: string, leaf: (lexeme: string) => Pattern): Pattern {
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
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'sequence', parts };
  }

  function part(lexeme: string): Pattern {
    if (lexeme === '(') return choiceOf(alternatives(')'));
    if (lexeme === '[') return choiceOf([...alternatives(']'), NOTHING]);
    return leaf(lexeme);
  }

  return choiceOf(alternatives(undefined));
}

/** Alternatives that are single tokens become one token pattern: a class of a hundred words is one place to be in. */
function choiceOf(alternatives: readonly Pattern[]): Pattern {
  const options = alternatives.flatMap((option) => (option.kind === 'choice' ? option.options : [option]));
  const tokens = options.flatMap((option) => (option.kind === 'token' ? option.tokens : []));
  const others = options.filter(({ kind }) => kind !== 'token');
  return { kind: 'choice', options: tokens.length > 0 ? [{ kind: 'token', tokens }, ...others] : others };
}
