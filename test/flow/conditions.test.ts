import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/core/condition.js';
import { firstStep } from './reading.js';

describe('a condition', () => {
  const conditionOf = (text: string): Condition =>
    firstStep(
      'if',
      `\n  - ask: Why?\n    save: x\n  - if: { ${text} }\n    then: end\n  - set: { contact.f: g }\n  - outcome: done`,
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
      'office_hours: yes',
      { kind: 'test', subject: { kind: 'office_hours' }, test: { kind: 'is', value: 'yes' } },
    ],
  ])('%s is one test', (text, condition) => {
    expect(conditionOf(text)).toEqual(condition);
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
