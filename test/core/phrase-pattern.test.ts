import { describe, expect, it } from 'vitest';
import { buildPhraseMatcher, findPhrases } from '../../src/core/phrase-matcher.js';
import { patternReader } from '../../src/core/phrase-pattern.js';
import { toCommandTokens } from '../../src/core/command-text.js';

const CLASSES = { news: 'texts|[daily] messages', polite: 'please|pls' };

function found(pattern: string, text: string): readonly string[] {
  const matcher = buildPhraseMatcher([
    { pattern: patternReader(CLASSES, (word) => [word])(pattern), label: null },
  ]);
  const tokens = toCommandTokens(text);
  return findPhrases(matcher, tokens).map(({ start, end }) => tokens.slice(start, end + 1).join(' '));
}

describe('a phrase pattern', () => {
  it.each([
    ['stop', 'please stop it', ['stop']],
    ['stop', 'stopped', []],
    ['(stop|quit it) now', 'quit it now or stop now', ['quit it now', 'stop now']],
    [
      'stop [it|all of it] now',
      'stop now, stop it now, stop all of it now',
      ['stop now', 'stop it now', 'stop all of it now'],
    ],
    ['stop <2> now', 'stop that thing now', ['stop that thing now']],
    ['stop <2> now', 'stop that for me now', []],
    ['stop <2> now', 'stop, now', []],
    ['no {news}', 'no texts, no daily messages', ['no texts', 'no daily messages']],
    ['^ stop', 'stop. please stop', ['stop']],
    ['stop $', 'stop it, stop', ['stop']],
    ['({polite}|^) stop', 'pls stop', ['pls stop']],
    ['stop , please', 'stop, please', ['stop , please']],
    ['stop , please', 'stop. please', []],
    ['stop ?', 'stop. stop?', ['stop']],
    ['no [more [texts|calls]] please', 'no more calls please', ['no more calls please']],
  ])('%j finds in %j %j', (pattern, text, expected) => {
    expect(found(pattern, text)).toEqual(expected);
  });

  it.each(['(stop', 'stop)', '[stop|it', 'stop ]'])('%j is not balanced', (pattern) => {
    expect(() => found(pattern, '')).toThrow(SyntaxError);
  });

  it('names only classes that exist', () => {
    expect(() => found('{toString}', '')).toThrow('unknown class "toString"');
  });

  it('must ask for a word', () => {
    expect(() => found('[stop]', '')).toThrow(SyntaxError);
  });
});
