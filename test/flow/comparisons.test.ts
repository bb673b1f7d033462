import { describe, expect, it } from 'vitest';
import { firstStep, issuesOfSteps, problemsOfSteps } from './reading.js';

/** Question and condition; the condition stands in line 7. */
function steps(kind: string, test: string): string {
  return `
  - ask: What is it?
    save: x
    ${kind}
  - if: { answer.x: ${test} }
    then: end
  - outcome: done`;
}

const codesOf = (kind: string, test: string) => issuesOfSteps(steps(kind, test)).map(({ code }) => code);

describe('a comparison', () => {
  it.each<[string, unknown]>([
    ['{ at_least: 5 }', { kind: 'at_least', number: 5 }],
    ['{ at_most: 5.5 }', { kind: 'at_most', number: 5.5 }],
    ['{ more_than: -1 }', { kind: 'more_than', number: -1 }],
    ['{ less_than: 5 }', { kind: 'less_than', number: 5 }],
    ['{ before: today }', { kind: 'before', date: 'today' }],
    ['{ after: 2026-05-03 }', { kind: 'after', date: '2026-05-03' }],
    ['{ starts_with: ab }', { kind: 'starts_with', values: ['ab'] }],
    ['{ is_not: [a, b] }', { kind: 'is_not', values: ['a', 'b'] }],
  ])('is read from %s', (written, test) => {
    expect(firstStep('if', steps('kind: text', written)).condition).toMatchObject({ kind: 'test', test });
  });

  it('with several tests holds when all do', () => {
    const { condition } = firstStep('if', steps('kind: number', '{ at_least: 5, less_than: 9 }'));
    expect(condition).toMatchObject({
      kind: 'all',
      of: [{ test: { kind: 'at_least' } }, { test: { kind: 'less_than' } }],
    });
  });

  it.each([
    ['{ before: soon }', '7:31 bad-date'],
    ['{ at_least: "5" }', '7:33 wrong-type'],
    ['{}', '7:21 missing-key'],
    ['{ is_not: "!" }', '7:31 blank-value'],
  ])('is broken in %s', (test, problem) => {
    expect(problemsOfSteps(steps('kind: text', test))).toEqual([problem]);
  });

  it('stands where it is wrong', () => {
    expect(problemsOfSteps(steps('kind: email', '{ at_least: 5 }'))).toEqual(['7:33 test-not-here']);
    expect(problemsOfSteps(steps('choices: [a, b]', '{ is_not: [a, c] }'))).toEqual(['7:35 unknown-choice']);
  });

  it.each([
    ['kind: number', '{ at_least: 5 }'],
    ['kind: number', '"12.5"'],
    ['kind: number', '{ is_not: "12" }'],
    ['kind: rating', '{ at_most: 2 }'],
    ['choices: ["1", "2", many]', '{ at_least: 2 }'],
    ['kind: date', '{ after: 2026-05-03, before: today }'],
    ['kind: date', '2026-05-03'],
    ['kind: text', '{ at_least: 5 }'],
    ['kind: text', '{ before: today }'],
    ['choices: [apples, pears]', '{ starts_with: app }'],
    ['kind: email', '{ starts_with: info }'],
    ['kind: email', 'ada@example.com'],
    ['kind: yes_no', '{ is_not: "yes" }'],
    ['kind: several\n    choices: [a, b]', '{ includes: [a, b] }'],
    ['kind: several\n    choices: [a, b]', '"a, b"'],
  ])('with an answer of %s may be %s', (kind, test) => {
    expect(codesOf(kind, test)).toEqual([]);
  });

  it.each([
    ['kind: number\n    at_most: 10', '{ more_than: 10 }', 'never-true'],
    ['kind: number\n    at_most: 10', '{ at_least: 10.5 }', 'never-true'],
    ['kind: number\n    at_least: 2', '{ less_than: 2 }', 'never-true'],
    ['kind: number', 'a dozen', 'never-true'],
    ['kind: number\n    at_most: 10', '"12"', 'never-true'],
    ['kind: rating', '{ more_than: 5 }', 'never-true'],
    ['kind: rating', '"6"', 'unknown-choice'],
    ['kind: rating', '{ after: today }', 'test-not-here'],
    ['choices: [a, b]', '{ at_least: 2 }', 'test-not-here'],
    ['choices: [a, b]', '{ starts_with: c }', 'never-true'],
    ['choices: [a, b]', '{ includes: a }', 'test-not-here'],
    ['kind: yes_no', '{ at_least: 2 }', 'test-not-here'],
    ['kind: yes_no', 'maybe', 'unknown-choice'],
    ['kind: several\n    choices: [a, b]', '{ includes: c }', 'unknown-choice'],
    ['kind: several\n    choices: [a, b]', '"a, c"', 'unknown-choice'],
    ['kind: several\n    choices: [a, b]', '{ at_least: 2 }', 'test-not-here'],
    ['kind: date', 'tomorrow', 'never-true'],
    ['kind: date', '{ at_least: 2 }', 'test-not-here'],
    ['kind: date\n    at_least: today', '{ before: yesterday }', 'never-true'],
    ['kind: date\n    at_most: 2026-05-03', '{ after: 2026-05-03 }', 'never-true'],
    ['kind: phone\n    country: DE', '{ before: today }', 'test-not-here'],
    ['kind: phone\n    country: DE', '0170 1234567', 'never-true'],
    ['kind: pattern\n    pattern: "[a-z]+"', '"12"', 'never-true'],
  ])('with an answer of %j is never %s', (kind, test, code) => {
    expect(codesOf(kind, test)).toEqual([code]);
  });

  it('may come out where one of two questions allows it', () => {
    expect(
      problemsOfSteps(`
  - ask: How many?
    save: x
    kind: number
  - ask: When?
    save: x
    kind: date
  - if: { answer.x: { at_least: 3 } }
    then: end
  - outcome: done`),
    ).toEqual([]);
  });
});
