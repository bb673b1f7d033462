import { describe, expect, it } from 'vitest';
import type { NumberKind } from '../../../src/core/answers/answer-kind.js';
import { english, german, read } from './asking.js';

const any: NumberKind = { kind: 'number' };

describe('a number', () => {
  it.each([
    ['12', '12'],
    [' 12. ', '12'],
    ['about 20', '20'],
    ['so ungefähr 20', '20'],
    ['we are 20 people', '20'],
    ['~20', '20'],
    ['20€', '20'],
    ['€ 1.200,50', '1200.5'],
    ['$1,200.50', '1200.5'],
    ['1.200.300', '1200300'],
    ["1'200", '1200'],
    ['1 200', '1200'],
    ['12,5', '12.5'],
    ['12.50', '12.5'],
    ['0.125', '0.125'],
    ['-5', '-5'],
    ['−5', '-5'],
    ['-0', '0'],
    ['007', '7'],
    ['１２', '12'],
    ['five', '5'],
    ['Fünf', '5'],
    ['fuenf', '5'],
    ['zwölf Leute', '12'],
    ['just one', '1'],
    ['eine', '1'],
    ['one table for five', '5'],
    ['20k', '20000'],
    ['about 25k followers', '25000'],
    ['1.5K', '1500'],
    ['20 million', '20000000'],
    ['1,25 Mio.', '1250000'],
    ['12 Tsd.', '12000'],
    ['null', '0'],
  ])('is read from %j as %j', (text, value) => {
    expect(read(any, text)).toBe(value);
  });

  it.each([
    ['', 'there is none'],
    ['many', 'there is none'],
    ['20-30', 'there are two'],
    ['2 or 3', 'there are two'],
    ['five or six', 'there are two'],
    ['ich habe eine Frage', 'it is an article'],
    ['not 20', 'it is taken back'],
    ['nicht 20', 'it is taken back'],
    ['more than 20', 'it is a bound'],
    ['weniger als 20', 'it is a bound'],
    ['20km', 'it is a length'],
    ['20 m', 'it may be a length'],
    ['20k 30k', 'there are two'],
    ['20 hundred', 'it is multiplied'],
    ['a million', 'it has no digit'],
    ['zwei Dutzend', 'it is multiplied'],
    ['20?', 'it is a question'],
    ['A4', 'it is a name'],
    ['3.5.2026', 'it is a date'],
    ['4/5', 'it is a fraction'],
    ['1.20.300', 'its groups are uneven'],
    ['1,200,50', 'its groups are uneven'],
    ['1234567890123456', 'it has more digits than can be kept'],
    ['½', 'it is a fraction'],
  ])('is not read from %j: %s', (text) => {
    expect(read(any, text)).toBeNull();
  });

  it('with a single mark before three digits is what the language says, or nothing', () => {
    expect(read(any, '1.200')).toBeNull();
    expect(read(any, '1,200')).toBeNull();
    expect(read(any, '1.200', german)).toBe('1200');
    expect(read(any, '1,200', german)).toBe('1.2');
    expect(read(any, '1,200', english)).toBe('1200');
    expect(read(any, '1.234', english)).toBe('1.2340');
  });

  it('that may be two is the one that is allowed', () => {
    expect(read({ ...any, isWhole: true }, '1.200')).toBe('1200');
    expect(read({ ...any, isWhole: true }, 'about 25,000')).toBe('25000');
    expect(read({ ...any, isWhole: true }, '25.000')).toBe('25000');
    expect(read({ ...any, isWhole: true }, '25.000', english)).toBe('25000');
    expect(read({ ...any, isWhole: true }, '25,000', german)).toBe('25000');
    expect(read({ ...any, isWhole: true }, '1200.000')).toBe('1200');
    expect(read({ ...any, isWhole: true }, '0.000')).toBe('0');
    expect(read({ ...any, isWhole: true }, '1.250 million')).toBeNull();
    expect(read({ ...any, isWhole: true }, '1.250 million', english)).toBe('1250000');
    expect(read({ ...any, atMost: 10 }, '1.200')).toBe('1.2');
    expect(read({ ...any, atLeast: 100 }, '1.200')).toBe('1200');
  });

  it('lies in its range, both ends included', () => {
    const range: NumberKind = { kind: 'number', atLeast: 2, atMost: 4.5 };
    expect(['1.9', '2', '4,5', '4.6', 'one', 'three'].map((text) => read(range, text))).toEqual([
      null,
      '2',
      '4.5',
      null,
      null,
      '3',
    ]);
  });

  it('is whole where it has to be', () => {
    expect(read({ ...any, isWhole: true }, '2.5')).toBeNull();
    expect(read({ ...any, isWhole: true }, '2.0')).toBe('2');
  });
});
