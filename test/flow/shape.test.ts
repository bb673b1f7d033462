import { describe, expect, it } from 'vitest';
import { issuesOfSteps, onlyIssueOf, problemsOf, problemsOfSteps } from './reading.js';

describe('a step', () => {
  it('with an unknown key shows the keys that it has, and the nearest', () => {
    const issue = onlyIssueOf('\n  - say: Hi\n    lnk: guide\n  - outcome: done');
    expect(issue).toMatchObject({
      line: 5,
      column: 5,
      code: 'unknown-key',
      allowed: [
        ...['say', 'link', 'image', 'video', 'audio', 'file', 'alt'],
        ...['cards', 'buttons', 'quick_replies', 'typing', 'outside_window', 'id'],
      ],
      hint: 'Did you mean "link"?',
    });
  });

  it('with an unknown verb shows the verbs, and the nearest', () => {
    const issue = onlyIssueOf('\n  - hand_off: sales\n  - outcome: done');
    expect(issue).toMatchObject({
      line: 4,
      column: 5,
      code: 'unknown-verb',
      hint: 'Did you mean "handoff"?',
    });
    expect(issue.allowed).toContain('ask_consent');
  });

  it('that is only a text is told how to say it', () => {
    const issue = onlyIssueOf('\n  - Hello there\n  - outcome: done');
    expect(issue).toMatchObject({ line: 4, column: 5, code: 'no-verb' });
    expect(issue.hint).toBe('To say it, write say: "Hello there"');
  });

  it('does one thing only', () => {
    const issue = onlyIssueOf('\n  - say: Hi\n    outcome: done\n  - end');
    expect(issue).toMatchObject({ line: 5, column: 5, code: 'two-verbs' });
  });

  it.each([
    ['- say:', '4:9 missing-key'],
    ['- say: [Hi, { there: 1 }]', '4:15 wrong-type'],
    ['- say: { Hi, there }', '4:10 wrong-type'],
    ['- say: "  "', '4:10 empty-text'],
    ['- tag: []', '4:10 empty-list'],
    ['- []', '4:5 no-verb'],
    ['- {}', '4:5 no-verb'],
    ['- ask: Why?\n    choices: []', '5:14 empty-list'],
    ['- ask: Why?\n    choices: [{ value: x }]', '5:15 missing-key'],
    ['- ask: Why?\n    tries: "2"', '5:12 wrong-type'],
    ['- ask: Why?\n    tries: 0', '5:12 bad-number'],
    ['- ask: Why?\n    tries: 1.5', '5:12 bad-number'],
    ['- ask: Why?\n    within: 20', '5:13 bad-duration'],
    ['- ask: Why?\n    within: soon', '5:13 bad-duration'],
    ['- ask: Why?\n    otherwise: stop', '5:16 unknown-word'],
    ['- ask: Why?\n    save: My Name', '5:11 bad-name'],
    ['- ask: Why?\n    id: 1st', '5:9 bad-name'],
    ['- outcome: Very Good', '4:14 bad-name'],
    ['- if: { tag: vip }', '4:9 missing-key'],
    ['- if: { tag: vip }\n    then: stop', '5:11 unknown-word'],
    ['- if: vip\n    then: end', '4:9 wrong-type'],
    ['- if: {}\n    then: end', '4:9 wrong-type'],
    ['- set: { size: big }', '4:12 bad-name'],
    ['- set: { contact.first_name: Lea }', '4:12 reserved-name'],
  ])('%s is shown where it is wrong', (step, problem) => {
    expect(problemsOfSteps(`\n  ${step}\n  - outcome: done`)).toEqual([problem]);
  });

  it('that is broken does not hide the steps inside it', () => {
    const steps = `
  - iff: { tag: vip }
    then:
      - sya: Hi
  - ask_consent: [weekly_tips]
    yes:
      - outcme: yes_please
  - outcome: done`;
    expect(problemsOfSteps(steps)).toEqual([
      '4:5 unknown-verb',
      '6:9 unknown-verb',
      '7:18 wrong-type',
      '9:9 unknown-verb',
    ]);
  });

  it('shows every key that is wrong', () => {
    const steps = `
  - ask: [Why?]
    save: 1
    within: x
    choices: [{ titel: A }, { title: 2 }]
    otherwize: end
  - outcome: done`;
    expect(problemsOfSteps(steps)).toEqual([
      '4:10 wrong-type',
      '5:11 unquoted-value',
      '6:13 bad-duration',
      '7:17 unknown-key',
      '7:38 unquoted-value',
      '8:5 unknown-key',
    ]);
  });
});

describe('a condition', () => {
  const condition = (text: string): string => `
  - ask: Why?
    save: reason
  - if: { ${text} }
    then: end
  - outcome: done`;

  it.each([
    ['answr.reason: x', '6:11 unknown-subject'],
    ['reason: x', '6:11 unknown-subject'],
    ['answer.Reason: x', '6:11 bad-name'],
    ['answer.reason: "?!"', '6:26 blank-value'],
    ['answer.reason: { has_words: [x] }', '6:28 unknown-key'],
    ['answer.reason: {}', '6:26 missing-key'],
    ['answer.reason: { known: maybe }', '6:35 unknown-word'],
    ['answer.reason: 7', '6:26 unquoted-value'],
    ['channel: instagramm', '6:20 unknown-word'],
    ['reply_window: shut', '6:25 unknown-word'],
    ['office_hours: true', '6:25 unknown-word'],
    ['consent.weekly_tip: yes', '6:11 unknown-topic'],
    ['consent.weekly_tips: granted', '6:32 unknown-word'],
    ['any: x', '6:16 wrong-type'],
    ['any: []', '6:16 wrong-type'],
    ['not: [x]', '6:16 wrong-type'],
    ['all: [{ tga: x }]', '6:19 unknown-subject'],
  ])('%s is shown where it is wrong', (text, problem) => {
    expect(problemsOfSteps(condition(text))).toEqual([problem]);
  });

  it('that looks at something unknown shows what can be looked at', () => {
    const issue = onlyIssueOf(condition('offce_hours: yes'));
    expect(issue.hint).toBe('Did you mean "office_hours"?');
    expect(issue.allowed).toContain('consent.<topic>');
  });
});

describe('a flow file', () => {
  it.each([
    ['steps:\n  - end\n', ['guide.yaml:1:1 missing-key']],
    ['flow: guide\nstart: [{ keyword: guide }]\n', ['guide.yaml:1:1 missing-key']],
    ['flow: guide\nstart: [{ keyword: guide }]\nsteps: []\n', ['guide.yaml:3:8 empty-list']],
    ['flow: guide\nstart: guide\nsteps:\n  - end\n', ['guide.yaml:2:8 wrong-type']],
    ['flow: Guide\nstart: [{ keyword: guide }]\nsteps:\n  - end\n', ['guide.yaml:1:7 bad-name']],
    ['flow: guide\nstep:\n  - end\nstart: [{ keyword: guide }]\n', ['guide.yaml:2:1 unknown-key']],
    ['- flow\n', ['guide.yaml:1:1 wrong-type']],
    ['just a text\n', ['guide.yaml:1:1 wrong-type']],
  ])('%j is shown where it is wrong', (text, problems) => {
    expect(problemsOf({ 'guide.yaml': text })).toEqual(problems);
  });

  it('that stands under another name is warned about', () => {
    const text = 'flow: guide\nstart: [{ keyword: guide }]\nsteps:\n  - end\n';
    expect(problemsOf({ 'giude.yaml': text })).toEqual(['giude.yaml:1:7 file-name']);
    expect(problemsOf({ 'campaigns/guide.yaml': text })).toEqual([]);
  });
});

describe('an issue', () => {
  it('never repeats a secret, wherever it stands', () => {
    const token = `EAAG${'x9Zq'.repeat(12)}`;
    const issues = issuesOfSteps(`\n  - say: Hi\n    link: ${token}\n  - outcome: done`);
    expect(issues.map(({ code }) => code).sort()).toEqual(['bad-name', 'secret-in-file']);
    expect(JSON.stringify(issues)).not.toContain(token.slice(4));
  });
});
