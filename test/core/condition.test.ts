import { describe, expect, it } from 'vitest';
import { holds, type Condition, type Facts, type Subject, type Test } from '../../src/core/condition.js';

const facts: Facts = {
  contact: { tags: ['lead'], fields: { city: 'São Paulo', empty: '', interest: '7' }, firstName: 'Ada' },
  consentedTopics: ['weekly_tips'],
  channel: 'instagram',
  windowIsOpen: true,
  isOfficeHours: false,
  today: '2026-05-03',
  language: 'de',
  outcomes: ['delivered'],
  flowVisits: 3,
  // Saturday, 21:30.
  minuteOfWeek: (5 * 24 + 21) * 60 + 30,
  visits: { offer: 2 },
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
    ['a score', { kind: 'score', name: 'interest' }, '7'],
    ['a score that nothing has been added to', { kind: 'score', name: 'city' }, '0'],
    ['how often the flow was begun', { kind: 'visits', step: null }, '3'],
    ['how often a step was come to', { kind: 'visits', step: 'offer' }, '2'],
    ['how often a step was not come to', { kind: 'visits', step: 'constructor' }, '0'],
    ['an outcome that was reached', { kind: 'outcome', name: 'delivered' }, 'yes'],
    ['an outcome that was not', { kind: 'outcome', name: 'booked' }, 'no'],
    ['the language', { kind: 'language' }, 'de'],
    ['the day of the week', { kind: 'weekday' }, 'sat'],
    ['the minute of the day', { kind: 'time' }, '1290'],
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

describe('a time of day', () => {
  const at = (hour: number, test: Test): boolean =>
    holds(
      { kind: 'test', subject: { kind: 'time' }, test },
      { ...facts, minuteOfWeek: (3 * 24 + hour) * 60 },
    );
  const between = (from: number, to: number): Test => ({
    kind: 'minute_between',
    from: from * 60,
    to: to * 60,
  });

  it.each<[number, Test, boolean]>([
    [9, between(9, 17), true],
    [17, between(9, 17), false],
    [8, between(9, 17), false],
    [23, between(22, 6), true],
    [5, between(22, 6), true],
    [6, between(22, 6), false],
    [23, between(22, 24), true],
    [0, between(22, 24), false],
  ])('of %i hours with %o is %s', (hour, test, expected) => {
    expect(at(hour, test)).toBe(expected);
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
