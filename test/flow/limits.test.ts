import { describe, expect, it } from 'vitest';
import {
  flowOf,
  issuesOfSteps,
  onlyIssueOf,
  problemsOf,
  problemsOfSteps,
  readFiles,
  workspace,
} from './reading.js';

const choices = (list: string): string => `\n  - ask: Which?\n    choices: [${list}]\n  - outcome: done`;

describe('what a channel cannot carry', () => {
  it('is a text of more bytes than Instagram takes, which it gets in several messages', () => {
    const issue = onlyIssueOf(`\n  - say: ${'ü'.repeat(501)}\n  - outcome: done`);
    expect(issue).toMatchObject({ line: 4, column: 10, code: 'long-text', severity: 'warning' });
    expect(issue.message).toContain('1002 bytes');
    expect(problemsOfSteps(`\n  - say: ${'ü'.repeat(500)}\n  - outcome: done`)).toEqual([]);
  });

  it('is a text above a button of more than 640 characters', () => {
    const saying = (length: number) => `\n  - say: ${'x'.repeat(length)}\n    link: guide\n  - outcome: done`;
    expect(problemsOfSteps(saying(641))).toEqual(['4:10 long-text']);
    expect(problemsOfSteps(saying(640))).toEqual([]);
  });

  it('is a title of more than 20 characters', () => {
    expect(issuesOfSteps(choices('Something quite different, Other'))).toMatchObject([
      { line: 5, column: 15, code: 'long-title', severity: 'warning' },
    ]);
  });

  it('is a fourteenth choice', () => {
    const titles = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`).join(', ');
    expect(problemsOfSteps(choices(titles(13)))).toEqual([]);
    expect(issuesOfSteps(choices(titles(14)))).toMatchObject([
      { line: 5, code: 'too-many-choices', severity: 'error' },
    ]);
  });

  it('is a button of more than 20 characters', () => {
    const text = workspace.replace('label: Get the guide', 'label: Get the guide right now');
    expect(problemsOf({ 'workspace.yaml': text })).toEqual(['workspace.yaml:12:52 long-title']);
  });

  it('is measured for the channels of the workspace', () => {
    const files = {
      'workspace.yaml': workspace.replace('channel: instagram', 'channel: messenger'),
      'guide.yaml': flowOf(`\n  - say: ${'ü'.repeat(501)}\n  - outcome: done`),
    };
    expect(problemsOf(files)).toEqual([]);
  });
});

describe('a choice', () => {
  it('cannot mean what another one means', () => {
    expect(problemsOfSteps(choices('Small, Large, "LARGE!"'))).toEqual(['5:29 duplicate-choice']);
    expect(problemsOfSteps(choices('Small, { title: Big, also: [huge, small] }'))).toEqual([
      '5:22 duplicate-choice',
    ]);
  });

  it('that reads like STOP is warned about', () => {
    expect(issuesOfSteps(choices('Go on, Stop'))).toMatchObject([
      { line: 5, column: 22, code: 'choice-like-stop', severity: 'warning' },
    ]);
  });

  it('that is offered under an ambiguous word is meant, and fine', () => {
    expect(problemsOfSteps(choices('Go on, Cancel'))).toEqual([]);
  });

  it('that cannot be typed is warned about, unless it says what means it', () => {
    expect(problemsOfSteps(choices('"👍", "No"'))).toEqual(['5:15 blank-choice']);
    expect(problemsOfSteps(choices('{ title: "👍", also: yes }, "No"'))).toEqual([]);
  });

  it('cannot have a value longer than a tap sends back', () => {
    expect(problemsOfSteps(choices(`{ title: A, value: ${'x'.repeat(201)} }, B`))).toEqual([
      '5:15 long-value',
    ]);
  });

  it('cannot have a value that JavaScript objects have', () => {
    expect(problemsOfSteps(choices('constructor, Other'))).toEqual(['5:15 reserved-name']);
  });
});

describe('what a workspace never says', () => {
  it.each([
    ['say: Results are GUARANTEED!', '4:10 never-say'],
    ['say: It is 100 % safe', '4:10 never-say'],
    ['ask: Guaranteed, or what?', '4:10 never-say'],
    ['ask: Which?\n    choices: [Guaranteed, Not]', '5:15 never-say'],
    ['ask: Which?\n    retry: It is guaranteed.', '5:12 never-say'],
  ])('is found in %s', (step, problem) => {
    expect(problemsOfSteps(`\n  - ${step}\n  - outcome: done`)).toEqual([problem]);
  });

  it('is not found in parts of words, nor across a placeholder', () => {
    expect(
      problemsOfSteps('\n  - say: Unguaranteed. 100% {{workspace.brand}} safe\n  - outcome: done'),
    ).toEqual([]);
  });

  it('is found in workspace.yaml too', () => {
    const text = workspace
      .replace('One short tip a week?', 'One guaranteed tip a week?')
      .replace('label: Get the guide', 'label: Guaranteed guide');
    expect(problemsOf({ 'workspace.yaml': text })).toEqual([
      'workspace.yaml:7:46 never-say',
      'workspace.yaml:12:52 never-say',
    ]);
  });
});

describe('a secret in a file', () => {
  const token = `EAAG${'m0PX4ZCps'.repeat(5)}`;

  it.each([
    ['in a comment', `# ${token}\n`, 'guide.yaml:1:3'],
    ['in a text', `flow: guide\ntitle: ${token}\n`, 'guide.yaml:2:8'],
  ])('is found %s', (_, text, place) => {
    expect(problemsOf({ 'guide.yaml': text })).toContain(`${place} secret-in-file`);
  });

  it.each([
    ['a Meta token', token],
    ['an Instagram token', `IGQVJ${'XaBc1-Yz_9'.repeat(4)}`],
    ['a Slack token', 'xoxb-1234567890-abcdef'],
    ['a Telegram token', '123456789:AAF1kTz9XbQ_0aBcDeFgHiJkLmNoPqRsTuV'],
    ['an app secret', '0f3a9c5b7d1e2f4a6b8c0d2e4f6a8b0c'],
    ['a random key', 'q8Zt1Lr0Xv5Bn7Mk3Jh9Gf2Ds6Aa4Pp0Wc8Ye=='],
  ])('is recognised: %s', (_, secret) => {
    expect(problemsOf({ 'guide.yaml': `# key: ${secret}\n` })).toContain('guide.yaml:1:8 secret-in-file');
  });

  it.each([
    'a long address: https://docs.example.com/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/edit',
    'a long name: spring_campaign_2026_instagram_stories_highlights',
    'a line: ----------------------------------------------',
    'a table: ================================================',
  ])('is not %s', (text) => {
    expect(problemsOf({ 'guide.yaml': `# ${text}\n` })).toEqual(['guide.yaml:1:1 empty-file']);
  });

  it('is never repeated', () => {
    const { issues } = readFiles({ 'workspace.yaml': workspace.replace('$META_APP_SECRET', token) });
    expect(issues).toMatchObject([{ file: 'workspace.yaml', line: 5, code: 'secret-in-file' }]);
    expect(JSON.stringify(issues)).not.toContain(token.slice(0, 12));
  });
});
