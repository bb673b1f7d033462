import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerKind, AnswerSetting } from '../../../src/core/answers/answer-kind.js';
import { readAnswer } from '../../../src/core/answers/read-answer.js';
import type { Question } from '../../../src/core/flow.js';
import { american, choice, english, german, question, thursdayNight } from './asking.js';

const choices = [choice('Apples'), choice('Red apples'), choice('Yes', 'ja'), choice('No', 'nein')];

const kinds: readonly (AnswerKind | undefined)[] = [
  undefined,
  { kind: 'text', longest: 40 },
  { kind: 'yes_no' },
  { kind: 'several', atLeast: 1, atMost: 3 },
  { kind: 'number' },
  { kind: 'number', atLeast: 2, atMost: 2000, isWhole: true },
  { kind: 'date' },
  { kind: 'date', atLeast: 'today', atMost: '2030-01-01' },
  { kind: 'email' },
  { kind: 'phone', country: 'DE' },
  { kind: 'phone' },
  { kind: 'url' },
  { kind: 'rating', scale: 5 },
  { kind: 'rating', scale: 10 },
  { kind: 'pattern', pattern: '[a-z]+[0-9]*' },
];

const questions: readonly Question[] = [
  ...kinds.map((kind) => question(kind, kind?.kind === 'several' || kind?.kind === 'yes_no' ? choices : [])),
  question(undefined, choices),
];

const settings: readonly AnswerSetting[] = [thursdayNight, english, german, american];

/** Pieces of which answers are made, so that many of the texts are nearly one. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '1',
      '200',
      '.',
      ',',
      '-',
      '/',
      ':',
      ' ',
      '@',
      'a',
      'example',
      '.com',
      'https://',
      '+49',
      '170 1234567',
    ],
    ...[
      'may',
      'Mai',
      'friday',
      'in',
      'two',
      'weeks',
      'tomorrow',
      '3rd',
      '2026',
      '05',
      '⭐',
      'von',
      '5',
      'not',
      '\n',
    ],
    ...['apples', 'red', 'and', 'yes', 'nein', "'", '\u00a0', '٣', '１'],
  ),
  fc.string({ maxLength: 4, unit: 'grapheme' }),
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ maxLength: 60, unit: 'binary' }),
);

describe.each(questions.map((one) => [one.kind?.kind ?? 'none', one] as const))(
  'an answer of kind %s',
  (_, one) => {
    it('reads its canonical form as itself, and throws at nothing', () => {
      fc.assert(
        fc.property(text, fc.constantFrom(...settings), (written, setting) => {
          const value = readAnswer(one, written, setting);
          if (value === null) return;
          expect(value).not.toBe('');
          expect(readAnswer(one, value, setting)).toBe(value);
        }),
        { numRuns: 300 },
      );
    });

    it.each(['a', '1', ' ', '1.', 'a@', '@', '.', '⭐', 'apples ', 'no ', '+', '-', '(', 'https://a.'])(
      'is found, or not, in good time in a flood of %j',
      (unit) => {
        const start = performance.now();
        readAnswer(one, unit.repeat(20_000), thursdayNight);
        expect(performance.now() - start).toBeLessThan(500);
      },
    );
  },
);
