import { describe, expect, it } from 'vitest';
import { holds, type Condition, type Facts, type Subject, type Test } from '../../src/core/condition.js';

const facts: Facts = {
  contact: { tags: ['lead'], fields: { city: 'São Paulo', empty: '' }, firstName: 'Ada' },
  consentedTopics: ['weekly_tips'],
  channel: 'instagram',
  windowIsOpen: true,
  isOfficeHours: false,
  today: '2026-05-03',
  answers: { project: 'My little Shop, since 2019!', mood: '👍' },
};

function check(subject: Subject, test: Test): boolean {
  return holds({ kind: 'test', subject, test }, facts);
}

const answer = (name: string): Subject => ({ kind: 'answer', name });
const contact = (name: string): Subject => ({ kind: 'contact', name });
const is = (value: string): Test => ({ kind: 'is', value });
const hasWord = (...words: readonly string[]): Test => ({ kind: 'has_word', words });
const isKnown = (known = true): Test => ({ kind: 'is_known', known });

describe('a subject', () => {
  it.each<[string, Subject, string]>([
    ['an answer', answer('project'), 'my little shop since 2019'],
    ['a field of the contact', contact('city'), 'Sao Paulo'],
    ['the contact’s first name', contact('first_name'), 'ada'],
    ['a tag that is there', { kind: 'tag', name: 'lead' }, 'yes'],
    ['a tag that is not', { kind: 'tag', name: 'vip' }, 'no'],
    ['a topic that was agreed to', { kind: 'consent', topic: 'weekly_tips' }, 'yes'],
    ['a topic that was not', { kind: 'consent', topic: 'offers' }, 'no'],
    ['the channel', { kind: 'channel' }, 'instagram'],
    ['the reply window', { kind: 'reply_window' }, 'open'],
    ['the office hours', { kind: 'office_hours' }, 'no'],
  ])('is %s', (_, subject, value) => {
    expect(check(subject, is(value))).toBe(true);
    expect(check(subject, is(`${value} not`))).toBe(false);
  });

  it.each([
    answer('unknown'),
    contact('unknown'),
    answer('constructor'),
    contact('__proto__'),
    contact('toString'),
  ])('of which nothing is known passes no test but that: %o', (subject) => {
    expect(check(subject, isKnown(false))).toBe(true);
    expect(check(subject, isKnown())).toBe(false);
    expect(check(subject, is(''))).toBe(false);
    expect(check(subject, { kind: 'is_one_of', values: ['', 'x'] })).toBe(false);
    expect(check(subject, hasWord('x'))).toBe(false);
  });

  it('may be a closed window, or a name that nobody told', () => {
    const others: Facts = { ...facts, windowIsOpen: false, contact: { ...facts.contact, firstName: null } };

    expect(holds({ kind: 'test', subject: { kind: 'reply_window' }, test: is('closed') }, others)).toBe(true);
    expect(holds({ kind: 'test', subject: contact('first_name'), test: isKnown() }, others)).toBe(false);
  });
});

describe('a test', () => {
  it('compares as people read: without case, accents and punctuation', () => {
    expect(check(contact('city'), is('SAO PAULO!'))).toBe(true);
    expect(check(contact('city'), { kind: 'is_one_of', values: ['Rio', 'são paulo'] })).toBe(true);
    expect(check(contact('city'), { kind: 'is_one_of', values: [] })).toBe(false);
  });

  it('finds whole words and phrases only', () => {
    expect(check(answer('project'), hasWord('store', 'SHOP'))).toBe(true);
    expect(check(answer('project'), hasWord('little shop'))).toBe(true);
    expect(check(answer('project'), hasWord('shopping', 'tle'))).toBe(false);
  });

  it('tells one emoji from another', () => {
    expect(check(answer('mood'), is('👍'))).toBe(true);
    expect(check(answer('mood'), is('🎉'))).toBe(false);
    expect(check(answer('mood'), { kind: 'is_one_of', values: ['🎉', '🙏'] })).toBe(false);
    expect(check(answer('mood'), hasWord('🎉'))).toBe(false);
    expect(check(answer('mood'), hasWord('👍'))).toBe(true);
    expect(check(answer('project'), hasWord('!'))).toBe(false);
  });

  it('knows what is empty', () => {
    expect(check(contact('empty'), isKnown())).toBe(true);
    expect(check(contact('empty'), is('x'))).toBe(false);
  });
});

describe('a comparison', () => {
  const given = (value: string, test: Test): boolean =>
    holds({ kind: 'test', subject: answer('x'), test }, { ...facts, answers: { x: value } });

  it.each<[string, Test, boolean]>([
    ['12.5', { kind: 'at_least', number: 12.5 }, true],
    ['12', { kind: 'at_least', number: 12.5 }, false],
    ['9', { kind: 'at_least', number: 10 }, false],
    ['-3', { kind: 'at_most', number: -3 }, true],
    ['-2', { kind: 'at_most', number: -3 }, false],
    ['10', { kind: 'more_than', number: 10 }, false],
    ['10.1', { kind: 'more_than', number: 10 }, true],
    ['10', { kind: 'less_than', number: 10 }, false],
    ['9', { kind: 'less_than', number: 10 }, true],
    ['many', { kind: 'less_than', number: 10 }, false],
    ['', { kind: 'less_than', number: 10 }, false],
    ['1e3', { kind: 'at_least', number: 10 }, false],
    ['2026-05-02', { kind: 'before', date: 'today' }, true],
    ['2026-05-03', { kind: 'before', date: 'today' }, false],
    ['2026-05-03', { kind: 'before', date: 'tomorrow' }, true],
    ['2026-05-04', { kind: 'after', date: '2026-05-03' }, true],
    ['2026-05-03', { kind: 'after', date: '2026-05-03' }, false],
    ['2026-02-30', { kind: 'after', date: '2026-01-01' }, false],
    ['tomorrow', { kind: 'after', date: 'today' }, false],
    ['red apples, pears', { kind: 'includes', values: ['Pears'] }, true],
    ['red apples, pears', { kind: 'includes', values: ['apples', 'RED APPLES'] }, true],
    ['red apples, pears', { kind: 'includes', values: ['apples'] }, false],
    ['+4917012', { kind: 'starts_with', values: ['+49'] }, true],
    ['Straße', { kind: 'starts_with', values: ['STRASS'] }, true],
    ['a', { kind: 'starts_with', values: ['b', 'ab'] }, false],
    ['a', { kind: 'is_not', values: ['b', 'c'] }, true],
    ['A!', { kind: 'is_not', values: ['b', 'a'] }, false],
  ])('of %j with %o is %s', (value, test, expected) => {
    expect(given(value, test)).toBe(expected);
  });

  it.each<Test>([
    { kind: 'at_most', number: 3 },
    { kind: 'before', date: 'today' },
    { kind: 'includes', values: ['a'] },
    { kind: 'starts_with', values: ['a'] },
    { kind: 'is_not', values: ['a'] },
  ])('with nothing never holds: %o', (test) => {
    expect(check(answer('unknown'), test)).toBe(false);
  });
});

describe('a condition of conditions', () => {
  const yes: Condition = { kind: 'test', subject: { kind: 'channel' }, test: is('instagram') };
  const no: Condition = { kind: 'not', of: yes };

  it.each<[boolean, string, Condition]>([
    [true, 'all of nothing', { kind: 'all', of: [] }],
    [false, 'any of nothing', { kind: 'any', of: [] }],
    [true, 'all true', { kind: 'all', of: [yes, yes] }],
    [false, 'one of all false', { kind: 'all', of: [yes, no] }],
    [true, 'one of any true', { kind: 'any', of: [no, yes] }],
    [false, 'none true', { kind: 'any', of: [no, no] }],
    [true, 'nested', { kind: 'not', of: { kind: 'all', of: [yes, { kind: 'any', of: [no, no] }] } }],
  ])('is %s for %s', (expected, _, condition) => {
    expect(holds(condition, facts)).toBe(expected);
  });
});
