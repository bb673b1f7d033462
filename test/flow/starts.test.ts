import { describe, expect, it } from 'vitest';
import { problemsOf, readFiles } from './reading.js';

const simulated = 'brand: Studio Nord\nlanguages: [en, de]\n';

/** A sound flow with these triggers, which begin in line 3. */
const flow = (name: string, start: string, steps = '  - outcome: done'): string =>
  `flow: ${name}\nstart:\n${start}\nsteps:\n${steps}\n`;

const one = (start: string): Record<string, string> => ({
  'workspace.yaml': simulated,
  'a.yaml': flow('a', start),
});

const two = (first: string, second: string): Record<string, string> => ({
  ...one(first),
  'b.yaml': flow('b', second),
});

describe('a trigger', () => {
  it.each([
    ['keyword: { near: [cancle] }', 'a.yaml:3:23 near-stop-word'],
    ['keyword: { near: stop }', 'a.yaml:3:22 stop-word'],
    ['keyword: { near: tips }', 'a.yaml:3:22 short-near-word'],
    ['keyword: { pattern: "(a" }', 'a.yaml:3:25 bad-pattern'],
    ['keyword: { pattern: ["a+", "a(?=b)"] }', 'a.yaml:3:32 bad-pattern'],
    ['keyword: { pattern: ".*" }', 'a.yaml:3:25 loose-pattern'],
    ['keyword: { pattern: "straße.+" }', 'a.yaml:3:25 accent-in-pattern'],
    ['keyword: { near: guide, contains: price }', 'a.yaml:3:14 two-ways'],
    ['keyword: {}', 'a.yaml:3:14 missing-key'],
    ['keyword: { starts_with: "!" }', 'a.yaml:3:29 blank-keyword'],
    ['keyword: hi\n    priority: 10', 'a.yaml:4:15 bad-number'],
    ['keyword: hi\n    language: fr', 'a.yaml:4:15 foreign-language'],
    ['keyword: hi\n    language: French', 'a.yaml:4:15 unknown-language'],
    ['comment: "🙏"', 'a.yaml:3:14 blank-keyword'],
    [`comment: hi\n    reply_publicly: ["{{answer.x}}"]`, 'a.yaml:4:22 placeholder-not-here'],
    [`comment: hi\n    reply_publicly: ${'x'.repeat(301)}`, 'a.yaml:4:21 long-public-reply'],
    ['comment: hi\n    posts: [123]', 'a.yaml:4:13 unquoted-value'],
    [`ice_breaker: ${'x'.repeat(81)}`, 'a.yaml:3:18 long-button-title'],
    [`menu: ${'x'.repeat(31)}`, 'a.yaml:3:11 long-button-title'],
    ['ice_breaker: [A, B, C, D, E]', 'a.yaml:3:31 too-many-ice-breakers'],
    ['first_message: hello', 'a.yaml:3:20 unknown-word'],
    ['outside_hours: sometimes', 'a.yaml:3:20 unknown-word'],
    ['after: { outcome: done, wait: soon }', 'a.yaml:3:35 bad-duration'],
    ['after: { outcome: done }', 'a.yaml:3:12 missing-key'],
    ['after: { outcome: elsewhere, wait: 2d }', 'a.yaml:3:23 unknown-outcome'],
    ['after: { outcome: done, wait: 2d }', 'a.yaml:3:23 endless-follow-up'],
  ])('%s is shown where it is wrong', (trigger, problem) => {
    expect(problemsOf(one(`  - ${trigger}`))).toEqual([problem]);
  });

  it('of which a workspace may have only so many is shown at the first too many', () => {
    const patterns = Array.from({ length: 51 }, (_, number) => `x${number}`).join(', ');
    expect(problemsOf(one(`  - keyword: { pattern: [${patterns}] }`))).toEqual([
      expect.stringMatching(/^a\.yaml:3:\d+ too-many-patterns$/u),
    ]);
    const titles = (count: number) =>
      Array.from({ length: count }, (_, number) => `Title ${number}`).join(', ');
    expect(problemsOf(one(`  - menu: [${titles(20)}]`))).toEqual([]);
    expect(problemsOf(one(`  - menu: [${titles(21)}]`))).toEqual([
      expect.stringMatching(/^a\.yaml:3:\d+ too-many-menu-entries$/u),
    ]);
  });

  it('may be read whole', () => {
    const start = `  - keyword: { near: [guide] }
    priority: 2
    language: de
  - comment: any
    posts: ["17900000000000001"]
    reply_publicly: [Sent!]
  - story_reply: [wow, great]
  - ad: any
  - after: { outcome: bought, wait: 3d, unless: booked }`;
    const { workspaces } = readFiles(one(start));
    expect(workspaces[0]?.flows[0]?.start).toEqual([
      { kind: 'keyword', match: 'near', phrases: ['guide'], priority: 2, language: 'de' },
      { kind: 'comment', words: [], posts: ['17900000000000001'], publicReplies: ['Sent!'] },
      { kind: 'story_reply', words: ['wow', 'great'] },
      { kind: 'ad', ads: [] },
      { kind: 'after', outcome: 'bought', wait: 3 * 86_400_000, unless: ['booked'] },
    ]);
  });
});

describe('two flows', () => {
  it.each([
    '  - comment: guide',
    '  - comment: any',
    '  - story_reply: wow',
    '  - story_mention: any',
    '  - ad: "1"',
    '  - first_message: any',
    '  - outside_hours: any',
    '  - ice_breaker: What do you offer?',
    '  - menu: Talk to us',
    '  - keyword: { starts_with: hello }',
    '  - keyword: { pattern: "a+" }',
    '  - keyword: { near: guide }',
  ])('cannot both have %s', (start) => {
    expect(problemsOf(two(start, start))).toEqual([
      expect.stringMatching(/^b\.yaml:3:\d+ start-collision$/u),
    ]);
  });

  it('cannot have a keyword that the other has with its misspellings', () => {
    expect(problemsOf(two('  - keyword: guide', '  - keyword: { near: guide }'))).toEqual([
      'b.yaml:3:22 start-collision',
    ]);
  });

  it('may, where a priority says who goes first', () => {
    const start = '  - keyword: guide';
    expect(problemsOf(two(start, `${start}\n    priority: 2`))).toEqual([]);
    expect(problemsOf(two(`${start}\n    priority: 2`, `${start}\n    priority: 2`))).toEqual([
      'b.yaml:3:14 start-collision',
    ]);
  });

  it('may, for contacts of different languages', () => {
    const start = '  - keyword: gift';
    expect(problemsOf(two(`${start}\n    language: de`, `${start}\n    language: en`))).toEqual([]);
    expect(problemsOf(two(start, `${start}\n    language: en`))).toEqual(['b.yaml:3:14 start-collision']);
  });

  it('may have the same word on different posts', () => {
    const on = (post: string) => `  - comment: guide\n    posts: ["${post}"]`;
    expect(problemsOf(two(on('1'), on('2')))).toEqual([]);
    expect(problemsOf(two(on('1'), on('1')))).toEqual(['b.yaml:3:14 start-collision']);
  });

  it.each([
    ['  - keyword: prices', '  - keyword: { near: [prizes] }', 'b.yaml:3:23', 'nearly the message'],
    ['  - keyword: order 66', '  - keyword: { pattern: "order [0-9]+" }', 'b.yaml:3:25', 'a pattern'],
    ['  - keyword: { contains: hi }', '  - keyword: { starts_with: hi }', 'a.yaml:3:26', 'at its beginning'],
  ])('are told who goes first, and why: %s and %s', (first, second, at, why) => {
    const { issues } = readFiles(two(first, second));
    expect(issues).toMatchObject([{ code: 'keyword-overlap', severity: 'warning' }]);
    const [{ file, line, column, message }] = issues as [(typeof issues)[number]];
    expect(`${file}:${line}:${column}`).toBe(at);
    expect(message).toContain(why);
  });

  it('are not told of what their priorities say already', () => {
    const first = '  - keyword: prices\n    priority: 1';
    expect(problemsOf(two(first, '  - keyword: { near: [prizes] }'))).toEqual([]);
  });
});

describe('a flow that a comment starts', () => {
  const start = '  - comment: guide';
  const files = (steps: string) => ({
    'workspace.yaml': simulated,
    'a.yaml': flow('a', start, steps),
  });

  it.each([
    ['one message', '  - say: Here it is.\n  - outcome: done'],
    [
      'a question, and more after the answer',
      '  - ask: Shall I?\n    save: x\n  - say: Here.\n  - outcome: done',
    ],
    [
      'more while the window is open',
      '  - say: Here.\n  - if: { reply_window: open }\n    then: [{ say: More. }]\n  - outcome: done',
    ],
  ])('may say %s', (_name, steps) => {
    expect(problemsOf(files(steps))).toEqual([]);
  });

  it('is told of the first message that would not go out', () => {
    const steps = '  - say: Here it is.\n  - outcome: done\n  - ask: What for?\n  - say: Good.';
    expect(problemsOf(files(steps))).toEqual(['a.yaml:7:5 comment-says-too-much']);
  });
});

describe('a flow that follows an outcome', () => {
  it('later than a channel allows is warned about', () => {
    const files = {
      'a.yaml': flow('a', '  - keyword: a'),
      'b.yaml': flow('b', '  - after: { outcome: done, wait: 2d }', '  - say: Hm?\n  - outcome: asked'),
    };
    expect(problemsOf(files)).toEqual(['b.yaml:3:23 late-follow-up']);
    expect(problemsOf({ ...files, 'workspace.yaml': simulated })).toEqual([]);
  });

  it('cannot go round and round by way of another', () => {
    const files = {
      'workspace.yaml': simulated,
      'a.yaml': flow('a', '  - after: { outcome: b_done, wait: 2d }', '  - outcome: a_done'),
      'b.yaml': flow('b', '  - after: { outcome: a_done, wait: 2d }', '  - outcome: b_done'),
    };
    expect(problemsOf(files)).toEqual(['a.yaml:3:23 endless-follow-up', 'b.yaml:3:23 endless-follow-up']);
  });
});
