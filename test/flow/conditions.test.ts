import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/core/condition.js';
import { firstStep, problemsOfSteps } from './reading.js';

describe('a condition', () => {
  const conditionOf = (text: string): Condition =>
    firstStep(
      'if',
      `\n  - ask: Why?\n    id: q\n    save: x\n  - if: { ${text} }\n    then: end\n  - set: { contact.f: g }\n  - score: { interest: 1 }\n  - outcome: done`,
    ).condition;
  const answer = { kind: 'answer', name: 'x' };

  it.each<[string, unknown]>([
    ['answer.x: a', { kind: 'test', subject: answer, test: { kind: 'is', value: 'a' } }],
    ['answer.x: [a]', { kind: 'test', subject: answer, test: { kind: 'is', value: 'a' } }],
    ['answer.x: [a, b]', { kind: 'test', subject: answer, test: { kind: 'is_one_of', values: ['a', 'b'] } }],
    [
      'answer.x: { has_word: a b }',
      { kind: 'test', subject: answer, test: { kind: 'has_word', words: ['a b'] } },
    ],
    ['answer.x: { known: yes }', { kind: 'test', subject: answer, test: { kind: 'is_known', known: true } }],
    [
      'answer.x: { known: false }',
      { kind: 'test', subject: answer, test: { kind: 'is_known', known: false } },
    ],
    [
      'contact.f: a',
      { kind: 'test', subject: { kind: 'contact', name: 'f' }, test: { kind: 'is', value: 'a' } },
    ],
    ['tag: vip', { kind: 'test', subject: { kind: 'tag', name: 'vip' }, test: { kind: 'is', value: 'yes' } }],
    [
      'consent.weekly_tips: no',
      { kind: 'test', subject: { kind: 'consent', topic: 'weekly_tips' }, test: { kind: 'is', value: 'no' } },
    ],
    [
      'channel: [instagram, x]',
      { kind: 'test', subject: { kind: 'channel' }, test: { kind: 'is_one_of', values: ['instagram', 'x'] } },
    ],
    [
      'reply_window: open',
      { kind: 'test', subject: { kind: 'reply_window' }, test: { kind: 'is', value: 'open' } },
    ],
    [
      'score.interest: { at_least: 5 }',
      {
        kind: 'test',
        subject: { kind: 'score', name: 'interest' },
        test: { kind: 'at_least', number: 5 },
      },
    ],
    [
      'visits: { more_than: 2 }',
      { kind: 'test', subject: { kind: 'visits', step: null }, test: { kind: 'more_than', number: 2 } },
    ],
    [
      'visits.q: { less_than: 2 }',
      { kind: 'test', subject: { kind: 'visits', step: 'q' }, test: { kind: 'less_than', number: 2 } },
    ],
    [
      'outcome.done: yes',
      { kind: 'test', subject: { kind: 'outcome', name: 'done' }, test: { kind: 'is', value: 'yes' } },
    ],
    ['language: de', { kind: 'test', subject: { kind: 'language' }, test: { kind: 'is', value: 'de' } }],
    [
      'weekday: [sat-mon, mon]',
      {
        kind: 'test',
        subject: { kind: 'weekday' },
        test: { kind: 'is_one_of', values: ['sat', 'sun', 'mon'] },
      },
    ],
    [
      'time: { from: "22:00", to: "24:00" }',
      { kind: 'test', subject: { kind: 'time' }, test: { kind: 'minute_between', from: 1320, to: 1440 } },
    ],
    [
      'office_hours: yes',
      { kind: 'test', subject: { kind: 'office_hours' }, test: { kind: 'is', value: 'yes' } },
    ],
  ])('%s is one test', (text, condition) => {
    expect(conditionOf(text)).toEqual(condition);
  });

  it.each([
    ['visits: 3', 'wrong-type'],
    ['visits: {}', 'missing-key'],
    ['tag: {}', 'missing-key'],
    ['outcome.don: yes', 'unreached-outcome'],
    ['visits.nowhere: { at_least: 1 }', 'unknown-step'],
    ['language: fr', 'unknown-word'],
    ['weekday: weekend', 'bad-days'],
    ['time: { from: 9, to: "17:00" }', 'unquoted-value'],
    ['time: { from: "25:00", to: "17:00" }', 'bad-time'],
  ])('%s is refused', (text, code) => {
    expect(problemsOfSteps(`\n  - if: { ${text} }\n    then: end\n  - outcome: done`)).toEqual([
      expect.stringContaining(code),
    ]);
  });

  it('tells which tags there must be, and which not', () => {
    const tag = (name: string) => ({
      kind: 'test',
      subject: { kind: 'tag', name },
      test: { kind: 'is', value: 'yes' },
    });
    expect(conditionOf('tag: { all: [a, b], none: [c, d] }')).toEqual({
      kind: 'all',
      of: [tag('a'), tag('b'), { kind: 'not', of: { kind: 'any', of: [tag('c'), tag('d')] } }],
    });
  });

  it('of several lines holds when all do, and can be combined', () => {
    const tag = (name: string) => ({
      kind: 'test',
      subject: { kind: 'tag', name },
      test: { kind: 'is', value: 'yes' },
    });
    expect(conditionOf('tag: [a, b], not: { tag: c }')).toEqual({
      kind: 'all',
      of: [
        { kind: 'any', of: [tag('a'), tag('b')] },
        { kind: 'not', of: tag('c') },
      ],
    });
    expect(conditionOf('any: [{ tag: a }, { all: [{ tag: b }, { tag: c }] }]')).toEqual({
      kind: 'any',
      of: [tag('a'), { kind: 'all', of: [tag('b'), tag('c')] }],
    });
  });
});
