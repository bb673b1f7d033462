import { describe, expect, it } from 'vitest';
import { problemsOf, readFiles } from './reading.js';

/** A sound flow with these triggers, which begin in line 3. */
const flow = (name: string, start: string): string =>
  `flow: ${name}\nstart:\n${start}\nsteps:\n  - outcome: done\n`;

const keyword = (text: string): Record<string, string> => ({
  'guide.yaml': flow('guide', `  - keyword: ${text}`),
});

describe('a keyword', () => {
  it.each([
    'stop',
    'STOP!',
    'unsubscribe',
    'cancel',
    'Opt out',
    'quit',
    'stopp',
    'abmelden',
    'please stop messaging me',
  ])('that people end all messages with is refused: %s', (word) => {
    expect(problemsOf(keyword(`"${word}"`))).toEqual(['guide.yaml:3:14 stop-word']);
  });

  it.each(['help', 'info', 'start', 'hilfe', 'agent'])(
    'that people ask us for something else with is warned about: %s',
    (word) => {
      expect(readFiles(keyword(word)).issues).toMatchObject([
        { line: 3, column: 14, code: 'command-word', severity: 'warning' },
      ]);
    },
  );

  it.each(['guide', 'stop smoking guide', 'price', 'bus stop', 'renew'])(
    'of one’s own is fine: %s',
    (word) => {
      expect(problemsOf(keyword(word))).toEqual([]);
    },
  );

  it('of which nothing is left is refused', () => {
    expect(problemsOf(keyword('["🔥", guide, "?!"]'))).toEqual([
      'guide.yaml:3:15 blank-keyword',
      'guide.yaml:3:28 blank-keyword',
    ]);
  });

  it('is no essay', () => {
    expect(problemsOf(keyword('x'.repeat(101)))).toEqual(['guide.yaml:3:14 long-keyword']);
    expect(problemsOf(keyword('x'.repeat(100)))).toEqual([]);
  });

  it('is a number only in quotes', () => {
    expect(problemsOf(keyword('2024'))).toEqual(['guide.yaml:3:14 unquoted-value']);
    expect(problemsOf(keyword('"2024"'))).toEqual([]);
  });

  it('may be contained in a message', () => {
    const { workspaces, issues } = readFiles(keyword('{ contains: [price, pricing] }'));
    expect(issues).toEqual([]);
    expect(workspaces[0]?.flows[0]?.start).toEqual([
      { kind: 'keyword', phrases: ['price', 'pricing'], match: 'contains' },
    ]);
  });

  it('says in the right words that it may be contained', () => {
    expect(problemsOf(keyword('{ contain: price }'))).toEqual(['guide.yaml:3:16 unknown-key']);
  });
});

describe('two flows', () => {
  const both = (first: string, second: string): Record<string, string> => ({
    'a.yaml': flow('a', first),
    'b.yaml': flow('b', second),
  });

  it('cannot have the same keyword, however it is written', () => {
    const { issues } = readFiles(both('  - keyword: [hello, Straße]', '  - keyword: "STRASSE!"'));
    expect(issues).toMatchObject([
      { file: 'b.yaml', line: 3, column: 14, code: 'start-collision', severity: 'error' },
    ]);
    expect(issues[0]?.message).toContain('a.yaml:3:22');
  });

  it('cannot contain the same words', () => {
    const contains = '  - keyword: { contains: price }';
    expect(problemsOf(both(contains, contains))).toEqual(['b.yaml:3:26 start-collision']);
  });

  it('are told when one has as a whole what the other contains', () => {
    const { issues } = readFiles(both('  - keyword: price', '  - keyword: { contains: price }'));
    expect(issues).toMatchObject([{ file: 'b.yaml', code: 'keyword-overlap', severity: 'warning' }]);
  });

  it.each([
    ['  - ref: spring', 'b.yaml:3:10 start-collision'],
    ['  - postback: SPRING', 'b.yaml:3:15 start-collision'],
    ['  - story_reply: any', 'b.yaml:3:18 start-collision'],
  ])('cannot both have %s', (start, problem) => {
    expect(problemsOf(both(start, start))).toEqual([problem]);
  });

  it('may have refs that differ in case, which links tell apart', () => {
    expect(problemsOf(both('  - ref: spring', '  - ref: Spring'))).toEqual([]);
  });
});

describe('one flow', () => {
  it('is warned when it has a keyword twice', () => {
    expect(problemsOf({ 'a.yaml': flow('a', '  - keyword: [hi, "Hi!"]') })).toEqual([
      'a.yaml:3:19 repeated-start',
    ]);
  });

  it('is warned when a keyword is shadowed by one that it contains', () => {
    const start = '  - keyword: { contains: hi }\n  - keyword: hi';
    expect(problemsOf({ 'a.yaml': flow('a', start) })).toEqual(['a.yaml:4:14 repeated-start']);
  });
});

describe('a trigger', () => {
  it('that is unknown shows those that there are', () => {
    const { issues } = readFiles({ 'a.yaml': flow('a', '  - keywrod: hi') });
    expect(issues).toMatchObject([
      {
        line: 3,
        column: 5,
        code: 'unknown-trigger',
        hint: 'Did you mean "keyword"?',
        allowed: [
          ...[
            'keyword',
            'comment',
            'story_reply',
            'story_mention',
            'ref',
            'ad',
            'postback',
            'ice_breaker',
            'menu',
          ],
          ...['first_message', 'outside_hours', 'after'],
        ],
      },
    ]);
  });

  it.each([
    ['ref: spring sale', 'a.yaml:3:10 bad-ref'],
    [`postback: ${'x'.repeat(1001)}`, 'a.yaml:3:15 long-payload'],
    ['story_mention: mine', 'a.yaml:3:20 unknown-word'],
    ['story_reply: any\n    keyword: hi', 'a.yaml:3:5 unknown-key'],
    ['keyword: []', 'a.yaml:3:14 empty-list'],
    ['keyword:', 'a.yaml:3:13 missing-key'],
  ])('%s is shown where it is wrong', (trigger, problem) => {
    expect(problemsOf({ 'a.yaml': flow('a', `  - ${trigger}`) })).toEqual([problem]);
  });

  it('on comments is read', () => {
    const start = '  - keyword: hi\n  - comment: guide\n    reply_publicly: [Sent!, Check your DMs.]';
    const { workspaces, issues } = readFiles({ 'a.yaml': flow('a', start) });
    expect(issues).toEqual([]);
    expect(workspaces[0]?.flows[0]?.start).toHaveLength(2);
  });
});

describe('a flow that nothing starts', () => {
  const quiet = 'flow: quiet\nsteps:\n  - outcome: done\n';

  it('is warned about', () => {
    expect(problemsOf({ 'quiet.yaml': quiet })).toEqual(['quiet.yaml:1:7 never-started']);
  });

  it('is fine where another flow leads to it', () => {
    const leading = 'flow: a\nstart: [{ keyword: a }]\nsteps:\n  - run: quiet\n';
    expect(problemsOf({ 'a.yaml': leading, 'quiet.yaml': quiet })).toEqual([]);
  });
});
