import { EDGES, type Pattern } from './phrase-pattern.js';

/** A pattern, and what finding it means. */
export interface LabelledPattern<L> {
  readonly pattern: Pattern;
  readonly label: L;
}

/** Where in the tokens a pattern was found; `start` and `end` are the indices of its first and last word. */
export interface PhraseMatch<L> {
  readonly label: L;
  readonly start: number;
  readonly end: number;
}

/**
 * Any number of patterns as one automaton over words, in the state that some tokens have led to. It is deterministic,
 * so a token costs one look-up however many patterns there are; patterns have no loops, so no walk through it is longer
 * than the longest of them. States are made when first reached, and there are finitely many.
 */
export interface PhraseMatcher<L> {
  /** What has been found on the way here. */
  readonly completes: readonly L[];
  /** Where one more token leads; null when no pattern goes on with it. */
  after(token: string): PhraseMatcher<L> | null;
}

/** A place inside one pattern: what has been read so far fits; what may come next is known. */
interface Place<L> {
  readonly byToken: ReadonlyMap<string, readonly Place<L>[]>;
  readonly byAnyWord: readonly Place<L>[];
  readonly completes?: { readonly label: L };
}

const EDGE_TOKENS: ReadonlySet<string> = new Set(Object.values(EDGES));
const ANY_WORD = '';

/** @throws {SyntaxError} when a pattern could match nothing at all. */
export function buildPhraseMatcher<L>(patterns: readonly LabelledPattern<L>[]): PhraseMatcher<L> {
  const beginnings = patterns.flatMap(({ pattern, label }) => {
    const completed: Place<L> = { byToken: new Map(), byAnyWord: [], completes: { label } };
    const places = placesBefore(pattern, [completed]);
    if (places.includes(completed))
      throw new SyntaxError('a pattern that matches nothing matches everything');
    return places;
  });
  return determine(beginnings);
}

/** The places from which reading the pattern leads to `after`: built from its end to its beginning. */
function placesBefore<L>(pattern: Pattern, after: readonly Place<L>[]): readonly Place<L>[] {
  switch (pattern.kind) {
    case 'token':
      return [{ byToken: new Map(pattern.tokens.map((token) => [token, after])), byAnyWord: [] }];
    case 'sequence':
      return pattern.parts.reduceRight((places, part) => placesBefore(part, places), after);
    case 'choice':
      return [...new Set(pattern.options.flatMap((option) => placesBefore(option, after)))];
    case 'gap':
      return placesBeforeGap(pattern.most, after);
  }
}

function placesBeforeGap<L>(most: number, after: readonly Place<L>[]): readonly Place<L>[] {
  let places = after;
  for (let words = 0; words < most; words += 1) {
    places = [{ byToken: new Map(), byAnyWord: places }, ...after];
  }
  return places;
}

/** Takes the places that one text can have reached together for one state. */
function determine<L>(beginnings: readonly Place<L>[]): PhraseMatcher<L> {
  const numbers = new Map<Place<L>, number>();
  const states = new Map<string, PhraseMatcher<L>>();

  function stateOf(places: ReadonlySet<Place<L>>): PhraseMatcher<L> {
    const key = keyOf(places);
    const known = states.get(key);
    if (known !== undefined) return known;
    const state = buildState(places);
    states.set(key, state);
    return state;
  }

  function keyOf(places: ReadonlySet<Place<L>>): string {
    const all = [...places].map((place) => {
      if (!numbers.has(place)) numbers.set(place, numbers.size);
      return numbers.get(place) ?? 0;
    });
    return all.sort((a, b) => a - b).join();
  }

  function buildState(places: ReadonlySet<Place<L>>): PhraseMatcher<L> {
    const options = optionsOf(places);
    const visited = new Map<string, PhraseMatcher<L>>();
    return {
      completes: [...places].flatMap(({ completes }) => (completes ? [completes.label] : [])),
      after(token) {
        const option = options.has(token) || EDGE_TOKENS.has(token) ? token : ANY_WORD;
        const known = visited.get(option);
        if (known !== undefined) return known;
        const reached = options.get(option);
        if (reached === undefined) return null;
        const state = stateOf(reached);
        visited.set(option, state);
        return state;
      },
    };
  }

  return stateOf(new Set(beginnings));
}

/** Where a text that has reached these places may go on to, by its next token, with {@link ANY_WORD} for all others. */
function optionsOf<L>(places: ReadonlySet<Place<L>>): ReadonlyMap<string, ReadonlySet<Place<L>>> {
  const anyWord = new Set([...places].flatMap(({ byAnyWord }) => byAnyWord));
  const options = new Map<string, Set<Place<L>>>(anyWord.size > 0 ? [[ANY_WORD, anyWord]] : []);
  for (const place of places) {
    for (const [token, next] of place.byToken) {
      const reached = options.get(token) ?? new Set(EDGE_TOKENS.has(token) ? [] : anyWord);
      for (const one of next) reached.add(one);
      options.set(token, reached);
    }
  }
  return options;
}

/** Every place where a pattern was found, by its beginning. */
export function findPhrases<L>(
  matcher: PhraseMatcher<L>,
  tokens: readonly string[],
): readonly PhraseMatch<L>[] {
  return tokens.flatMap((_, start) => matchesFrom(matcher, tokens, start));
}

function matchesFrom<L>(
  matcher: PhraseMatcher<L>,
  tokens: readonly string[],
  start: number,
): readonly PhraseMatch<L>[] {
  const matches: PhraseMatch<L>[] = [];
  let state: PhraseMatcher<L> | null = matcher;
  for (let end = start; end < tokens.length; end += 1) {
    state = state.after(tokens[end] ?? '');
    if (state === null) break;
    for (const label of state.completes) matches.push(withoutEdges(tokens, { label, start, end }));
  }
  return matches;
}

function withoutEdges<L>(tokens: readonly string[], match: PhraseMatch<L>): PhraseMatch<L> {
  const isEdge = (at: number): boolean => EDGE_TOKENS.has(tokens[at] ?? '');
  return {
    ...match,
    start: isEdge(match.start) ? match.start + 1 : match.start,
    end: isEdge(match.end) ? match.end - 1 : match.end,
  };
}
