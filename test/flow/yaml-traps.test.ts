import { describe, expect, it } from 'vitest';
import { definitionOf, issuesOfSteps, onlyIssueOf, problemsOf, problemsOfSteps } from './reading.js';

/** A step with this value, and the outcome that keeps the flow sound. */
const saying = (value: string): string => `
  - say: ${value}
  - outcome: done`;

describe('a text that YAML would misread', () => {
  it.each([
    ['{{contact.first_name or "You"}}, hello', 'unquoted-braces', `'{{contact.first_name or "You"}}, hello'`],
    ['Remember: breathe', 'colon-in-text', '"Remember: breathe"'],
    ['We are #1 in town', 'cut-by-comment', '"We are #1 in town"'],
    ['#guide', 'cut-by-comment', '"#guide"'],
    ['"Hi" she said', 'text-after-quote', `'"Hi" she said'`],
    ["'it's fine'", 'text-after-quote', `"it's fine"`],
    ['[New] The guide', 'text-after-quote', '"[New] The guide"'],
    ['@studio_nord has it', 'reserved-character', '"@studio_nord has it"'],
    ['100% true', null, ''],
    ['%20 off', 'reserved-character', '"%20 off"'],
    ['*Really* good', 'yaml-alias', '"*Really* good"'],
    ['- first', 'dash-in-text', '"- first"'],
    ['> look here', 'text-after-marker', '"> look here"'],
  ])('%s is explained and quoted', (value, code, quoted) => {
    if (code === null) return expect(problemsOfSteps(saying(value))).toEqual([]);
    const issue = onlyIssueOf(saying(value));
    expect(`${issue.line}:${issue.column} ${issue.code}`).toBe(`4:10 ${code}`);
    expect(issue.hint).toBe(`Put the whole text in quotes: ${quoted}`);
  });

  it('is read as it was meant, so that its own mistakes show too', () => {
    expect(problemsOfSteps(saying('{{contact.frst_name}}: hello'))).toEqual([
      '4:10 unquoted-braces',
      '4:10 unknown-field',
    ]);
  });

  it('between brackets is found as well', () => {
    const steps = `
  - ask: Who?
    choices: [{{answer.name}}, Me]
  - outcome: done`;
    expect(problemsOfSteps(steps)).toEqual(['5:15 unquoted-braces', '5:15 placeholder-not-here']);
  });

  it('does not move what stands after it on its line', () => {
    const steps = `
  - ask: Who?
    choices: [{{answer.name}}, { title: Me, valu: me }]
  - outcome: done`;
    expect(problemsOfSteps(steps)).toContain('5:45 unknown-key');
  });

  it('cut by a comma between braces is explained at what looks like a key', () => {
    const steps = `
  - ask: Who?
    choices: [{ title: You, me, value: us }]
  - outcome: done`;
    const issue = onlyIssueOf(steps);
    expect(issue).toMatchObject({ line: 5, column: 29, code: 'unknown-key' });
    expect(issue.hint).toContain('comma');
  });
});

describe('a quote that is never closed', () => {
  it('is shown where it opens, and the lines below are still checked', () => {
    const steps = `
  - say: "Hello
  - say: Fine
  - sayy: Wrong
  - outcome: done`;
    expect(problemsOfSteps(steps)).toEqual(['4:10 unclosed-quote', '6:5 unknown-verb']);
  });

  it.each([`"C:\\\\"`, `'C:\\'`, `"say \\"hi\\""`, `'it''s'`, `''''`])('is none in %s', (value) => {
    expect(problemsOfSteps(saying(value))).toEqual([]);
  });

  it('is found again below another one', () => {
    const steps = `
  - say: "Hello
  - say: 'There
  - say: {{workspace.brand}} is here
  - outcome: done`;
    expect(problemsOfSteps(steps)).toEqual([
      '4:10 unclosed-quote',
      '5:10 unclosed-quote',
      '6:10 unquoted-braces',
    ]);
  });
});

describe('words that YAML takes for something else', () => {
  it.each([
    ['42', 'a number (42)', '"42"'],
    ['007', 'a number (007)', '"007"'],
    ['1e3', 'a number (1e3)', '"1e3"'],
    ['true', 'true or false (true)', '"true"'],
    ['null', '"null", which YAML reads as nothing', '"null"'],
    ['~', '"~", which YAML reads as nothing', '"~"'],
  ])('%s is no text until it is quoted', (value, found, quoted) => {
    const issue = onlyIssueOf(saying(value));
    expect(issue).toMatchObject({ line: 4, column: 10, code: 'unquoted-value' });
    expect(issue.message).toBe(`Expected a text or a list, found ${found}.`);
    expect(issue.hint).toBe(`Put it in quotes: ${quoted}`);
  });

  it('are not yes, no, on and off: these are the words that they look like', () => {
    const [ask] = definitionOf(`
  - ask: Ready?
    choices: [yes, no, on, off]
  - outcome: done`).steps;
    expect(ask?.verb === 'ask' && ask.question.choices.map(({ value }) => value)).toEqual([
      'yes',
      'no',
      'on',
      'off',
    ]);
  });
});

describe('what YAML can do and flows cannot', () => {
  it.each([
    ['&greeting Hello', '4:10 yaml-anchor'],
    ['!upper Hello', '4:10 yaml-tag'],
    ['*greeting', '4:10 yaml-alias'],
  ])('%s is refused', (value, problem) => {
    expect(problemsOfSteps(saying(value))).toEqual([problem]);
  });

  it('refuses merge keys', () => {
    expect(problemsOfSteps('\n  - say: Hi\n    <<: { link: guide }\n  - outcome: done')).toEqual([
      '5:5 yaml-merge',
    ]);
  });

  it('refuses a second document', () => {
    expect(problemsOf({ 'guide.yaml': 'flow: guide\n---\nflow: other\n' })).toEqual([
      'guide.yaml:2:1 several-documents',
    ]);
  });

  it('refuses a key that is no word', () => {
    expect(problemsOfSteps('\n  - say: Hi\n    ? [a]\n    : b\n  - outcome: done')).toEqual(['5:7 bad-key']);
  });

  it('refuses names that belong to JavaScript', () => {
    const steps = `
  - say: Hi
    __proto__: { polluted: yes }
    constructor: x
  - outcome: prototype`;
    expect(problemsOfSteps(steps)).toEqual(['5:5 reserved-name', '6:5 reserved-name', '7:14 bad-name']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('broken YAML', () => {
  it('shows each tab that stands for indentation', () => {
    expect(problemsOf({ 'guide.yaml': 'flow: guide\nsteps:\n\t- say: Hi\n  \t- end\n' })).toEqual([
      'guide.yaml:3:1 tab-indent',
      'guide.yaml:4:3 tab-indent',
    ]);
  });

  it('shows a key that stands twice, and where it stood first', () => {
    const issue = onlyIssueOf('\n  - say: Hi\n    say: Ho\n  - outcome: done');
    expect(issue).toMatchObject({
      line: 5,
      column: 5,
      code: 'duplicate-key',
      hint: 'It stands first in line 4.',
    });
  });

  it('shows a list item that stands too far right', () => {
    expect(problemsOfSteps('\n  - tag: a\n  - tag:\n      - b\n       - c\n  - outcome: done')).toEqual([
      '7:7 swallowed-item',
    ]);
  });

  it.each(['    ', '     ', '        '])(
    'reads a step that stands too far right as the step that it is, after %j',
    (indent) => {
      const steps = `
  - say: Hello
${indent}- sya: How are you?
  - outcome: done`;
      expect(problemsOfSteps(steps)).toEqual([
        '5:3 swallowed-item',
        expect.stringMatching(/^5:\d+ unknown-verb$/u),
      ]);
    },
  );

  it('reads a key that stands too far right as the key that it is', () => {
    const steps = `
  - ask: Who are you?
      save: name
    within: 20h
    otherwise: end
  - say: Hello {{answer.name}}!
  - outcome: done`;
    expect(problemsOfSteps(steps)).toEqual(['5:5 yaml-syntax']);
  });

  it('shows a colon in the line in which it stands, where a text has several', () => {
    const steps = `
  - say: Hello
      and P.S.: it is free, {{contact.frst_name}}
  - outcome: done`;
    const issues = issuesOfSteps(steps);
    expect(issues.map(({ line, code }) => `${line} ${code}`)).toEqual(['4 unknown-field', '5 colon-in-text']);
    expect(issues[1]?.hint).toContain('"Hello and P.S.: it is free, {{contact.frst_name}}"');
  });

  it('leaves the lines of a text alone when something stands beside its marker', () => {
    expect(problemsOfSteps('\n  - say: | Hello\n      How are you?\n  - outcome: done')).toEqual([
      '4:12 text-after-marker',
    ]);
  });

  it('takes no remark for a part of the text', () => {
    expect(onlyIssueOf('\n  - say: One thing: it is free # our claim\n  - outcome: done').hint).toBe(
      'Put the whole text in quotes: "One thing: it is free"',
    );
  });

  it('shows a line that is indented by mistake, and the mistakes after it', () => {
    const steps = `
  - say: Hi
   - say: Ho
  - outcome: done
  - handoff: sale`;
    expect(problemsOfSteps(steps)).toEqual(['5:4 yaml-syntax', '7:14 unknown-team']);
  });

  it('shows a bracket that is never closed', () => {
    expect(
      problemsOf({ 'guide.yaml': 'flow: guide\nstart: [{ keyword: guide }\nsteps:\n  - end\n' }),
    ).toEqual(['guide.yaml:3:1 yaml-syntax']);
  });

  it('shows an empty file', () => {
    expect(problemsOf({ 'guide.yaml': '# nothing yet\n' })).toEqual(['guide.yaml:1:1 empty-file']);
  });

  it('does not mind Windows line ends', () => {
    const text = 'flow: guide\r\nstart:\r\n  - keyword: guide\r\nsteps:\r\n  - sya: Hi\r\n  - end\r\n';
    expect(problemsOf({ 'guide.yaml': text })).toEqual(['guide.yaml:5:5 unknown-verb']);
  });
});
