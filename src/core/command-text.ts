import { EDGES } from './phrase-pattern.js';
import { endsOf, foldText } from './words.js';

const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*|\n|\.{2,}|[.:](?!\S)|[?？؟]|[!;。！]|[,،、–—]|\s-+(?=\s)/gu;
const WORD_START = /^[\p{L}\p{N}]/u;
const QUESTION_MARKS = '?？؟';
const SENTENCE_MARKS = '\n.!;。！';
const EDGE_BY_STRENGTH: readonly string[] = [EDGES.clause, EDGES.sentence, EDGES.question];

/**
 * A message as phrase patterns read it: its words, and between them the edges of its clauses and sentences. It begins
 * and ends with an edge. "S T O P" and "stoppp" are the word that they spell. Of a long text, its two ends.
 */
export function toCommandTokens(text: string): readonly string[] {
  const tokens: string[] = [EDGES.sentence];
  for (const piece of foldText(endsOf(text)).match(TOKEN) ?? []) {
    if (WORD_START.test(piece)) tokens.push(withoutDrawl(piece));
    else pushEdge(tokens, edgeOf(piece));
  }
  pushEdge(tokens, EDGES.sentence);
  return joinSpelledWords(tokens);
}

function edgeOf(mark: string): string {
  const sign = mark.charAt(0);
  if (QUESTION_MARKS.includes(sign)) return EDGES.question;
  return SENTENCE_MARKS.includes(sign) ? EDGES.sentence : EDGES.clause;
}

function pushEdge(tokens: string[], edge: string): void {
  const last = tokens.at(-1) ?? '';
  if (!EDGE_BY_STRENGTH.includes(last)) tokens.push(edge);
  else if (EDGE_BY_STRENGTH.indexOf(edge) > EDGE_BY_STRENGTH.indexOf(last)) tokens[tokens.length - 1] = edge;
}

/** A letter written three times or more in a row counts once: "stoppp", "pleeease". */
function withoutDrawl(word: string): string {
  let kept = '';
  let run = 0;
  for (let at = 0; at < word.length; at += 1) {
    run = word[at] === word[at - 1] ? run + 1 : 1;
    if (run === 3) kept = kept.slice(0, -1);
    if (run < 3) kept += word.charAt(at);
  }
  return kept;
}

function joinSpelledWords(tokens: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let letters: string[] = [];
  const endRun = (): void => {
    joined.push(...(letters.length >= 3 ? [letters.join('')] : letters));
    letters = [];
  };
  for (const token of tokens) {
    if (token.length === 1 && WORD_START.test(token)) letters.push(token);
    else {
      endRun();
      joined.push(token);
    }
  }
  endRun();
  return joined;
}
