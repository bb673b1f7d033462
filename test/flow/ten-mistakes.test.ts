import { describe, expect, it } from 'vitest';
import { formatIssue } from '../../src/flow/format-issue.js';
import { problemsOf, readFiles } from './reading.js';

const withTenMistakes = `flow: guide
title: The guide: part one
start:
  - keyword: [guide, cancel]
steps:
  - say: {{contact.first_name or "Hi"}}, here it is
    link: giude
  - sya: Another line
  - ask: How large is your team?
    save: size
    choices: [Small, Large, Large]
    within: 30h
  - say: Your {{answer.size}} team is 100% safe with us
  - outcome: delivered
  - handoff: sale
  - say: Nobody ever reads this
`;

describe('a flow file with ten mistakes', () => {
  it('shows all ten at once, each where it stands', () => {
    expect(problemsOf({ 'guide.yaml': withTenMistakes })).toEqual([
      'guide.yaml:2:8 colon-in-text',
      'guide.yaml:4:22 stop-word',
      'guide.yaml:6:10 unquoted-braces',
      'guide.yaml:7:11 unknown-link',
      'guide.yaml:8:5 unknown-verb',
      'guide.yaml:11:29 duplicate-choice',
      'guide.yaml:12:13 outside-window',
      'guide.yaml:13:10 never-say',
      'guide.yaml:15:14 unknown-team',
      'guide.yaml:16:5 unreachable-step',
    ]);
  });

  it('says what is allowed and what was probably meant', () => {
    const shown = readFiles({ 'guide.yaml': withTenMistakes }).issues.map((issue) =>
      formatIssue(issue, 'flows/'),
    );
    expect(shown[3]).toBe(
      [
        'flows/guide.yaml:7:11 error unknown-link: There is no link "giude" in workspace.yaml.',
        '    allowed: guide',
        '    Did you mean "guide"?',
      ].join('\n'),
    );
    expect(shown[0]).toContain('"The guide: part one"');
    expect(shown[4]).toContain('Did you mean "say"?');
  });
});
