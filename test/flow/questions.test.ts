import { describe, expect, it } from 'vitest';
import { definitionOf, firstStep, issuesOfSteps, onlyIssueOf, problemsOfSteps } from './reading.js';

/** A question with these lines below it, from line 5 on. */
function asking(...lines: readonly string[]): string {
  return ['', '  - ask: What is it?', ...lines.map((line) => `    ${line}`), '  - outcome: done'].join('\n');
}

describe('a question', () => {
  it.each([
    ['kind: text, longest: 20', { kind: 'text', longest: 20 }],
    ['kind: text', { kind: 'text' }],
    ['kind: number', { kind: 'number' }],
    [
      'kind: number, at_least: 0, at_most: 2.5, whole: yes',
      { kind: 'number', atLeast: 0, atMost: 2.5, isWhole: true },
    ],
    ['kind: date', { kind: 'date' }],
    [
      'kind: date, at_least: today, at_most: 2030-01-01',
      { kind: 'date', atLeast: 'today', atMost: '2030-01-01' },
    ],
    ['kind: several, choices: [a, b, c]', { kind: 'several', atLeast: 1, atMost: 3 }],
    ['kind: several, choices: [a, b, c], at_least: 2', { kind: 'several', atLeast: 2, atMost: 3 }],
    ['kind: email', { kind: 'email' }],
    ['kind: url', { kind: 'url' }],
    ['kind: phone, country: de', { kind: 'phone', country: 'DE' }],
    ['kind: rating, scale: 10', { kind: 'rating', scale: 10 }],
    [
      'kind: pattern, pattern: "[a-z]+", example: abc',
      { kind: 'pattern', pattern: '[a-z]+', example: 'abc' },
    ],
  ])('says what counts as an answer: %s', (lines, kind) => {
    expect(firstStep('ask', asking(...lines.split(/, (?=[a-z_]+:)/u))).question.kind).toEqual(kind);
  });

  it('brings its buttons with it where its kind has some', () => {
    const titles = (line: string) =>
      firstStep('ask', asking(line)).question.choices.map(({ title }) => title);
    expect(titles('kind: yes_no')).toEqual(['Yes', 'No']);
    expect(titles('kind: rating').at(-1)).toBe('⭐⭐⭐⭐⭐');
    expect(titles('kind: number')).toEqual([]);
  });

  it('keeps its stored form where it says nothing new', () => {
    expect(Object.keys(firstStep('ask', asking('save: x')).question)).toEqual(['text', 'choices', 'retry']);
  });

  it('has steps for a yes and for a no', () => {
    const step = firstStep('ask', asking('kind: yes_no', 'yes: [{ say: Good }]', 'no: end'));
    expect(step.branches).toMatchObject({ yes: [{ verb: 'say' }], no: [{ verb: 'end' }] });
  });

  it('has one retry after the other, and reads its options', () => {
    const step = firstStep(
      'ask',
      asking(
        'retry: [Sorry?, Once more.]',
        'settle: 4s',
        'sensitive: yes',
        'unless_known: contact.first_name',
      ),
    );
    expect(step.question).toMatchObject({
      retry: ['Sorry?'],
      laterRetries: [['Once more.']],
      settle: 4_000,
      isSensitive: true,
      unlessKnown: { source: 'contact', name: 'first_name' },
    });
  });

  it('ends after the steps of those who missed, too', () => {
    const { patience } = firstStep('ask', asking('choices: [a]', 'missed: [{ say: Well. }]'));
    expect(patience.missed?.map(({ verb }) => verb)).toEqual(['say', 'end']);
  });

  it.each<[string, readonly string[], string]>([
    ['a kind that is none', ['kind: nummer'], '5:11 unknown-word'],
    ['an option of another kind', ['kind: email', 'at_least: 1'], '6:15 option-not-here'],
    ['an option without a kind', ['at_least: 1'], '5:15 option-not-here'],
    ['choices of a number', ['kind: number', 'choices: [a]'], '6:14 option-not-here'],
    ['steps for yes where nobody says it', ['kind: number', 'yes: end'], '6:10 option-not-here'],
    ['a pause of a number', ['kind: number', 'settle: 4s'], '6:13 option-not-here'],
    ['a pause of a choice', ['choices: [a]', 'settle: 4s'], '6:13 settle-not-here'],
    ['a pause that is too long', ['settle: 31s'], '5:13 long-settle'],
    ['a range that is upside down', ['kind: number', 'at_least: 3', 'at_most: 2'], '6:15 impossible-range'],
    [
      'a range without a whole number',
      ['kind: number', 'whole: yes', 'at_least: 1.2', 'at_most: 1.8'],
      '7:15 impossible-range',
    ],
    ['days upside down', ['kind: date', 'at_least: tomorrow', 'at_most: today'], '6:15 impossible-range'],
    [
      'dates upside down',
      ['kind: date', 'at_least: 2026-05-03', 'at_most: 2026-05-02'],
      '6:15 impossible-range',
    ],
    ['a number that is a text', ['kind: number', 'at_least: many'], '6:15 bad-number'],
    ['a day that is none', ['kind: date', 'at_most: 2026-02-30'], '6:14 bad-date'],
    ['a length that is none', ['kind: text', 'longest: 0'], '6:14 bad-number'],
    ['a scale that is none', ['kind: rating', 'scale: 7'], '6:12 bad-number'],
    ['a country that is none', ['kind: phone', 'country: Germany'], '6:14 unknown-country'],
    ['no pattern', ['kind: pattern'], '5:11 missing-key'],
    ['a pattern that is broken', ['kind: pattern', 'pattern: "[a-z"'], '6:14 bad-pattern'],
    ['a pattern that looks back', ['kind: pattern', 'pattern: "(a)\\\\1"'], '6:14 bad-pattern'],
    [
      'an example that does not fit',
      ['kind: pattern', 'pattern: "[a-z]+"', 'example: "12"'],
      '7:14 bad-example',
    ],
    ['nothing to choose several of', ['kind: several'], '5:11 several-without-choices'],
    [
      'more choices than there are',
      ['kind: several', 'choices: [a, b]', 'at_least: 3'],
      '7:15 impossible-range',
    ],
    ['a half choice', ['kind: several', 'choices: [a, b]', 'at_most: 1.5'], '7:14 bad-number'],
    [
      'steps of one of several',
      ['kind: several', 'choices: [{ title: a, then: end }, b]'],
      '6:33 branch-not-here',
    ],
    ['a comma in one of several', ['kind: several', 'choices: ["a, b", c]'], '6:15 comma-in-value'],
    ['too many retries', ['choices: [a]', 'tries: 2', 'retry: [x, y]'], '7:16 unused-retry'],
    ['a source that is none', ['unless_known: first_name'], '5:19 unknown-source'],
    ['a name that is none', ['unless_known: contact.First'], '5:19 bad-name'],
    ['an answer that nobody gave', ['unless_known: answer.x'], '5:19 unknown-answer'],
    ['a field that nobody sets', ['unless_known: contact.x'], '5:19 unknown-field'],
  ])('is told of %s', (_, lines, problem) => {
    expect(problemsOfSteps(asking(...lines))).toEqual([problem]);
  });

  it('leaves room for the button that ends the choosing', () => {
    const choices = (count: number) =>
      `choices: [${Array.from({ length: count }, (_, at) => `c${at}`).join(', ')}]`;
    expect(problemsOfSteps(asking('kind: several', choices(12)))).toEqual([]);
    expect(issuesOfSteps(asking('kind: several', choices(13))).map(({ code }) => code)).toEqual([
      'too-many-choices',
    ]);
    expect(problemsOfSteps(asking(choices(13)))).toEqual([]);
  });

  it('says what goes with its kind', () => {
    expect(onlyIssueOf(asking('kind: phone', 'longest: 20'))).toMatchObject({
      allowed: ['country'],
      hint: 'It goes with kind: text.',
    });
  });

  it('that is passed when it is known is no stop in a loop', () => {
    const loop = (...more: readonly string[]) => `
  - ask: Who are you?
    id: who
    save: who
    ${more.join('')}
  - if: { contact.x: y }
    then: end
  - set: { contact.x: y }
  - go: who`;
    expect(problemsOfSteps(loop())).toEqual([]);
    expect(problemsOfSteps(loop('unless_known: contact.x'))).toEqual(['11:5 endless-loop']);
  });

  it('says things inside the window after it was missed, too', () => {
    expect(
      definitionOf(asking('choices: [a]', 'within: 20h', 'missed: [{ say: Well. }]')).steps,
    ).toHaveLength(2);
  });
});

describe('a sensitive answer', () => {
  const steps = (line: string) => `
  - ask: How do you feel?
    save: mood
    sensitive: yes
${line}
  - outcome: done`;

  it.each([
    ['- say: "So {{answer.mood}}"', '7:14 sensitive-shown'],
    ['- ask: "So {{answer.mood}}?"', '7:14 sensitive-shown'],
  ])('is shown by nobody: %s', (line, problem) => {
    expect(problemsOfSteps(steps(`  ${line}`))).toEqual([problem]);
  });

  it('may be kept as a field of the contact', () => {
    expect(problemsOfSteps(steps('  - set: { contact.mood: "{{answer.mood}}" }'))).toEqual([]);
  });

  it('may be told to the team, and looked at', () => {
    expect(
      problemsOfSteps(
        steps(`  - if: { answer.mood: { has_word: bad } }
    then:
      - handoff: any
        note: "{{answer.mood}}"`),
      ),
    ).toEqual([]);
  });
});

describe('a rating', () => {
  it('reads its marks and its ways', () => {
    const step = firstStep(
      'rate',
      `
  - rate: How was it?
    save: stars
    outcome: happy
    good_from: 5
    good: [{ say: Thanks }]
    poor: [{ handoff: any }]
    tries: 2`,
    );
    expect(step).toMatchObject({
      question: { kind: { kind: 'rating', scale: 5 } },
      save: 'stars',
      outcome: 'happy',
      goodFrom: 5,
      good: [{ verb: 'say' }],
      poor: [{ verb: 'handoff' }],
      tries: 2,
    });
  });

  it('is an outcome, whatever the mark, and none where nobody answers', () => {
    expect(problemsOfSteps('\n  - rate: How was it?')).toEqual([]);
    const silent =
      '\n  - rate: How was it?\n    id: rating\n    otherwise: [{ go: bye }]\n  - say: Bye\n    id: bye';
    expect(issuesOfSteps(silent).map(({ code }) => code)).toEqual(['dead-end']);
  });

  it('begins to be good somewhere', () => {
    expect(problemsOfSteps('\n  - rate: How was it?\n    good_from: 6')).toEqual(['5:16 bad-number']);
  });
});
