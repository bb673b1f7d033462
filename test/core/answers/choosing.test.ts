import { describe, expect, it } from 'vitest';
import type { AnswerKind, SeveralKind } from '../../../src/core/answers/answer-kind.js';
import { readAnswer } from '../../../src/core/answers/read-answer.js';
import { finishPicking, pickOne, readPicks } from '../../../src/core/answers/several.js';
import { choice, question, read, thursdayNight } from './asking.js';

describe('a rating', () => {
  it.each([
    ['4', '4'],
    ['4/5', '4'],
    ['4 of 5', '4'],
    ['4 von 5', '4'],
    ['four', '4'],
    ['vier Sterne', '4'],
    ['⭐⭐⭐⭐', '4'],
    ['★★★★☆', '4'],
    ['4 ⭐', '4'],
    ['very good', '5'],
    ['Sehr gut!', '5'],
    ['schlecht', '2'],
    ['I give it a 4', '4'],
    ['⭐', '1'],
  ])('is read from %j as %s', (text, value) => {
    expect(read({ kind: 'rating', scale: 5 }, text)).toBe(value);
  });

  it.each(['', '0', '6', '4.5', '8/10', '6/5', '⭐⭐⭐⭐⭐⭐', '⭐⭐ 4', 'whatever', '3 or 4', 'not bad'])(
    'is not read from %j',
    (text) => {
      expect(read({ kind: 'rating', scale: 5 }, text)).toBeNull();
    },
  );

  it('may go to ten', () => {
    const ten: AnswerKind = { kind: 'rating', scale: 10 };
    expect(['8', '8/10', 'zehn', '4/5', '11', 'good'].map((text) => read(ten, text))).toEqual([
      '8',
      '8',
      '10',
      null,
      null,
      null,
    ]);
  });
});

describe('a pattern', () => {
  const order: AnswerKind = { kind: 'pattern', pattern: '[A-Z]{2}-?[0-9]{4}' };

  it.each([
    ['AB1234', 'AB1234'],
    [' ab-1234\n', 'ab-1234'],
    ['AB12345', null],
    ['my order is AB1234', null],
    ['', null],
  ])('fits the whole of %j or none of it', (text, value) => {
    expect(read(order, text)).toBe(value);
  });

  it('takes no time to fail, whatever it is', () => {
    const start = performance.now();
    expect(read({ kind: 'pattern', pattern: '(a+)+b' }, 'a'.repeat(499))).toBeNull();
    expect(performance.now() - start).toBeLessThan(200);
  });

  it('that cannot be compiled fits nothing', () => {
    expect(read({ kind: 'pattern', pattern: '(' }, '(')).toBeNull();
  });
});

describe('a text', () => {
  it('is cut, or refused where it has a limit of its own', () => {
    expect(read({ kind: 'text' }, 'a'.repeat(501))).toHaveLength(500);
    expect(read({ kind: 'text', longest: 3 }, ' abc ')).toBe('abc');
    expect(read({ kind: 'text', longest: 3 }, 'abcd')).toBeNull();
    expect(read({ kind: 'text', longest: 3 }, ' ')).toBeNull();
  });
});

describe('yes and no', () => {
  const asked = question({ kind: 'yes_no' }, [choice('Yes', 'ja', 'sure'), choice('No', 'nein')]);

  it.each([
    ['yes please', 'yes'],
    ['JA!', 'yes'],
    ['nein danke', 'no'],
    ['yes and no', null],
    ['maybe', null],
  ])('are told from %j', (text, value) => {
    expect(readAnswer(asked, text, thursdayNight)).toBe(value);
  });
});

describe('several choices', () => {
  const fruits = [choice('Apples'), choice('Red apples'), choice('Pears'), choice('Plums', 'prunes')];
  const some: SeveralKind = { kind: 'several', atLeast: 2, atMost: 3 };
  const asked = question(some, fruits);
  const one = question({ ...some, atLeast: 1 }, fruits);

  it.each([
    ['pears and plums', 'pears, plums'],
    ['Plums, pears please', 'pears, plums'],
    ['red apples und prunes', 'red apples, plums'],
    ['apples, red apples', 'apples, red apples'],
    ['pears', null],
    ['apples, red apples, pears, plums', null],
    ['pears but not plums', null],
    ['pears and plums?', null],
    ['bananas', null],
  ])('in one message are read from %j', (text, value) => {
    expect(readAnswer(asked, text, thursdayNight)).toBe(value);
  });

  it('are the whole answer when two are named, and one more when one is', () => {
    expect(readPicks('pears and plums', [], one)).toEqual({ values: ['pears', 'plums'], isDone: true });
    expect(readPicks('pears', [], one)).toEqual({ values: ['pears'], isDone: false });
    expect(readPicks('plums too', ['pears'], one)).toEqual({ values: ['pears', 'plums'], isDone: false });
  });

  it('are done when somebody says so, and there are enough', () => {
    expect(readPicks('done', ['pears'], one)).toEqual({ values: ['pears'], isDone: true });
    expect(readPicks('Das war’s', ['pears'], one)).toEqual({ values: ['pears'], isDone: true });
    expect(readPicks('fertig', ['pears'], asked)).toBeNull();
    expect(readPicks('done', [], one)).toBeNull();
    expect(finishPicking(['pears'], asked)).toBeNull();
  });

  it('are done when there may be no more', () => {
    expect(pickOne('plums', ['pears', 'apples'], asked).isDone).toBe(true);
    expect(pickOne('pears', ['pears', 'apples'], asked)).toEqual({
      values: ['pears', 'apples'],
      isDone: false,
    });
  });
});
