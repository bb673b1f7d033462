import { describe, expect, it } from 'vitest';
import { flowOf, issuesOfSteps, onlyIssueOf, problemsOf, problemsOfSteps, readFiles } from './reading.js';

describe('a name that nothing answers to', () => {
  it.each([
    ['say: Hi\n    link: giude', 'unknown-link', ['guide'], 'Did you mean "guide"?'],
    ['handoff: sale', 'unknown-team', ['sales'], 'Did you mean "sales"?'],
    ['opt_out: weekly_tip', 'unknown-topic', ['weekly_tips', 'silent_topic'], 'Did you mean "weekly_tips"?'],
    [
      'ask_consent: weeky_tips',
      'unknown-topic',
      ['weekly_tips', 'silent_topic'],
      'Did you mean "weekly_tips"?',
    ],
    ['run: giude', 'unknown-flow', ['guide'], 'Did you mean "guide"?'],
    ['go: { flow: giude }', 'unknown-flow', ['guide'], 'Did you mean "guide"?'],
  ])('%s shows those that there are', (step, code, allowed, hint) => {
    const issues = readFiles({ 'guide.yaml': flowOf(`\n  - outcome: done\n  - ${step}`) }).issues;
    expect(issues).toMatchObject([{ code, severity: 'error', allowed, hint }]);
  });

  it('as a step is shown where it is gone to', () => {
    const issue = onlyIssueOf(`
  - ask: What is it?
    id: project
    choices: [{ title: Again, then: [go: projekt] }, Enough]
  - outcome: done`);
    expect(issue).toMatchObject({
      line: 6,
      column: 42,
      code: 'unknown-step',
      allowed: ['project'],
      hint: 'Did you mean "project"?',
    });
  });

  it('as a contact field is only warned about, since others may set it', () => {
    const issue = onlyIssueOf(
      '\n  - say: "{{contact.siez}}"\n  - set: { contact.size: big }\n  - outcome: done',
    );
    expect(issue).toMatchObject({
      line: 4,
      column: 11,
      code: 'unknown-field',
      severity: 'warning',
      hint: 'Did you mean "size"?',
    });
  });

  it('as a contact field is fine where another flow sets it', () => {
    const files = {
      'guide.yaml': flowOf('\n  - say: "{{contact.size}}"\n  - outcome: done'),
      'size.yaml':
        'flow: size\nstart: [{ keyword: size }]\nsteps:\n  - set: { contact.size: big }\n  - end\n',
    };
    expect(problemsOf(files)).toEqual([]);
  });

  it('as a flow is not missed while its file cannot be read', () => {
    const files = { 'guide.yaml': flowOf('\n  - run: other'), 'other.yaml': 'flow: [other' };
    expect(problemsOf(files)).not.toContain('guide.yaml:4:10 unknown-flow');
  });

  it('in workspace.yaml is not missed while that cannot be read', () => {
    const files = {
      'workspace.yaml': '- nothing\n',
      'guide.yaml': flowOf('\n  - say: Hi\n    link: home\n  - handoff: sales'),
    };
    expect(problemsOf(files)).toEqual(['workspace.yaml:1:1 wrong-type']);
  });

  it('is not missed where it is broken itself', () => {
    const files = {
      'workspace.yaml': 'brand: Nord\nlinks:\n  home: { to: nowhere, label: Home }\n',
      'guide.yaml': flowOf('\n  - say: Hi\n    link: home\n  - outcome: done'),
    };
    expect(problemsOf(files)).toEqual(['workspace.yaml:3:15 bad-link']);
  });
});

describe('a name that stands twice', () => {
  it('as an id is shown, and where it stood first', () => {
    const issue = onlyIssueOf(`
  - say: One
    id: one
  - if: { tag: vip }
    then:
      - say: Two
        id: one
  - outcome: done`);
    expect(issue).toMatchObject({ line: 9, column: 13, code: 'duplicate-id', hint: 'It stands in line 5.' });
  });

  it('as a flow is shown, and where it stood first', () => {
    const flow = flowOf('\n  - outcome: done');
    const { issues, workspaces } = readFiles({ 'guide.yaml': flow, 'more/guide.yaml': flow });
    expect(issues).toMatchObject([
      {
        file: 'more/guide.yaml',
        line: 1,
        column: 7,
        code: 'duplicate-flow',
        hint: 'It stands in guide.yaml:1:7.',
      },
    ]);
    expect(workspaces[0]?.flows).toHaveLength(1);
  });
});

describe('a topic', () => {
  it('that is asked for needs a notice', () => {
    expect(problemsOfSteps('\n  - ask_consent: silent_topic\n  - outcome: done')).toEqual([
      '4:18 topic-without-notice',
    ]);
  });
});

describe('a step that cannot be read', () => {
  it.each([
    [
      'a choice',
      `ask: What?
    within: soon
    choices:
      - title: Yes
        then:`,
    ],
    [
      'another condition',
      `if: { tga: vip }
    then: []
    else_if:
      - if: { tag: new }
        then:`,
    ],
    [
      'a way of a split',
      `split: [test]
    ways:
      none: {}
      one:
        then:`,
    ],
  ])('takes nothing from others that stands under %s: ids, answers, outcomes', (_where, broken) => {
    const inner = `
          - ask: Who?
            id: inner
            save: who
          - outcome: met`;
    const after = `
  - say: "{{answer.who}}"
  - if: { outcome.met: "yes" }
    then:
      - go: inner
  - outcome: done`;
    expect(issuesOfSteps(`  - ${broken}${inner}${after}`)).toHaveLength(1);
  });
});
