import { describe, expect, it } from 'vitest';
import type { TestFile } from '../../src/flow/test-definition.js';
import { flowOf, problemsOf, readFiles } from './reading.js';

const guide = flowOf('\n  - outcome: done');

const problems = (text: string): readonly string[] =>
  problemsOf({ 'guide.yaml': guide, 'guide.test.yaml': text }).map((problem) =>
    problem.replace('guide.test.yaml:', ''),
  );

function read(text: string): TestFile {
  const { workspaces, issues } = readFiles({ 'guide.yaml': guide, 'guide.test.yaml': text });
  const file = workspaces[0]?.tests[0];
  if (file === undefined || issues.length > 0) throw new Error(JSON.stringify(issues));
  return file;
}

const oneTest = (lines: string): string => `flow: guide\ntests:\n  - name: works\n${lines}`;

describe('a test file', () => {
  it('keeps every line with its place', () => {
    const text = oneTest(`    on: messenger
    at: Tue 9:30
    contact: { first_name: Lea, tags: vip, fields: { size: big } }
    chat:
      - me: Guide!
      - bot: any
      - bot: Here it is
      - tap: A shop
      - postback: MENU
      - story_reply: wow
      - ref: spring
      - agent: Hi, Jonas here
      - silence: 10m
    expect:
      outcome: [delivered, qualified]
      consent: { weekly_tips: granted, all: unasked }
      handoff: sales
      tags: hot
      answers: { project: my thesis }
      contact: { size: big }
`);
    const file = 'guide.test.yaml';
    const at = (line: number, column: number) => ({ file, line, column });
    expect(read(text)).toEqual({
      file,
      flow: 'guide',
      tests: [
        {
          name: 'works',
          place: at(3, 5),
          on: 'messenger',
          at: { weekday: 2, minute: 570 },
          contact: { firstName: 'Lea', tags: ['vip'], fields: { size: 'big' } },
          chat: [
            { kind: 'me', place: at(8, 9), text: 'Guide!' },
            { kind: 'bot', place: at(9, 9), text: null },
            { kind: 'bot', place: at(10, 9), text: 'Here it is' },
            { kind: 'tap', place: at(11, 9), title: 'A shop' },
            { kind: 'postback', place: at(12, 9), payload: 'MENU' },
            { kind: 'story_reply', place: at(13, 9), text: 'wow' },
            { kind: 'ref', place: at(14, 9), ref: 'spring' },
            { kind: 'agent', place: at(15, 9), text: 'Hi, Jonas here' },
            { kind: 'silence', place: at(16, 9), duration: 600_000 },
          ],
          expect: [
            { kind: 'outcome', place: at(18, 17), outcome: 'delivered' },
            { kind: 'outcome', place: at(18, 28), outcome: 'qualified' },
            { kind: 'consent', place: at(19, 18), topic: 'weekly_tips', state: 'granted' },
            { kind: 'consent', place: at(19, 40), topic: 'all', state: 'unasked' },
            { kind: 'handoff', place: at(20, 16), team: 'sales' },
            { kind: 'tag', place: at(21, 13), tag: 'hot' },
            { kind: 'answer', place: at(22, 27), name: 'project', value: 'my thesis' },
            { kind: 'field', place: at(23, 24), name: 'size', value: 'big' },
          ],
        },
      ],
    });
  });

  it('plays on the workspace’s first channel, and expects nothing, unless it says so', () => {
    expect(read(oneTest('    chat: [{ me: hi }]\n')).tests[0]).toMatchObject({
      on: 'instagram',
      at: null,
      contact: { firstName: null, tags: [], fields: {} },
      expect: [],
    });
  });

  it('can expect that nothing was achieved, and any team', () => {
    const expectations = (expected: string) =>
      read(oneTest(`    chat: [{ me: hi }]\n    expect: { ${expected} }\n`)).tests[0]?.expect;
    expect(expectations('outcome: none, handoff: none')).toMatchObject([
      { kind: 'no_outcome' },
      { kind: 'no_handoff' },
    ]);
    expect(expectations('handoff: any')).toMatchObject([{ kind: 'handoff', team: null }]);
  });

  it.each([
    ['flow: giude\ntests:\n  - name: works\n    chat: [{ me: hi }]\n', '1:7 unknown-flow'],
    ['flow: guide\ntests: []\n', '2:8 empty-list'],
    ['flow: guide\n', '1:1 missing-key'],
    [oneTest('    chat: []\n'), '4:11 empty-list'],
    [oneTest('    on: instagram\n'), '3:5 missing-key'],
    [oneTest('    on: instagramm\n    chat: [{ me: hi }]\n'), '4:9 unknown-channel'],
    [oneTest('    at: noon\n    chat: [{ me: hi }]\n'), '4:9 bad-week-time'],
    [oneTest('    caht: []\n    chat: [{ me: hi }]\n'), '4:5 unknown-key'],
    [oneTest('    chat: [{ mee: hi }]\n'), '4:14 unknown-line'],
    [oneTest('    chat: [hi]\n'), '4:12 unknown-line'],
    [oneTest('    chat: [{ me: 42 }]\n'), '4:18 unquoted-value'],
    [oneTest('    chat: [{ me: hi, bot: ho }]\n'), '4:22 unknown-key'],
    [oneTest('    chat: [{ silence: long }]\n'), '4:23 bad-duration'],
    [oneTest('    chat: [{ me: hi }]\n    expect: { outcom: x }\n'), '5:15 unknown-key'],
    [oneTest('    chat: [{ me: hi }]\n    expect: { handoff: sale }\n'), '5:24 unknown-team'],
    [oneTest('    chat: [{ me: hi }]\n    expect: { consent: { tips: granted } }\n'), '5:26 unknown-topic'],
    [oneTest('    chat: [{ me: hi }]\n    expect: { consent: { weekly_tips: yes } }\n'), '5:39 unknown-word'],
  ])('%j is shown where it is wrong', (text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });
});
