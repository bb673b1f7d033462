import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { versionFlows } from '../../../src/flow/compile/versions.js';
import { atOnce } from '../../../src/flow/piecewise.js';
import { problemsOf, readFiles } from '../reading.js';

const accounts = {
  instagram: 'id: "1"',
  messenger: 'id: "2"',
  whatsapp: 'id: "3", business: "4"',
  telegram: 'id: "5"',
};

const workspaceOn = (
  channels: readonly (keyof typeof accounts)[],
  body = 'Hi {{1}}, your tip on {{2}} is ready.',
) =>
  `brand: N
languages: [en, de]
accounts:
${channels.map((one) => `  - { channel: ${one}, name: ${one}, token: $T, secret: $S, ${accounts[one]} }`).join('\n')}
topics:
  tips: { notice: A tip? }
templates:
  tip_ready: { category: marketing, topic: tips, language: en_US, text: ${JSON.stringify(body)} }
`;

const flowWith = (outside: string): string => `flow: guide
start: [{ keyword: guide }]
steps:
  - ask: What are you working on?
    save: project
  - wait: 3d
  - say: Your tip is ready.
${outside}  - outcome: delivered
`;

const whole = `    outside_window:
      template: tip_ready
      with: ['{{contact.first_name or "there"}}', "{{answer.project}}"]
      topic: tips
`;

const problems = (outside: string, channels: readonly (keyof typeof accounts)[]): readonly string[] =>
  problemsOf({ 'workspace.yaml': workspaceOn(channels), 'guide.yaml': flowWith(outside) });

describe('what is said outside of the reply window', () => {
  it('is kept with the step, template and all', () => {
    const { workspaces, issues } = readFiles({
      'workspace.yaml': workspaceOn(['whatsapp']),
      'guide.yaml': flowWith(whole),
    });
    expect(issues).toEqual([]);
    expect(workspaces[0]?.flows[0]?.steps[2]).toMatchObject({
      verb: 'say',
      extras: {
        outsideWindow: {
          topic: 'tips',
          template: {
            definition: { name: 'tip_ready', texts: { en: { language: 'en_US' } } },
            parameters: [
              [{ source: 'contact', name: 'first_name', fallback: 'there' }],
              [{ source: 'answer', name: 'project', fallback: '' }],
            ],
          },
        },
      },
    });
  });

  it('is a part of the version: another wording of the template is another flow', () => {
    const versionOf = (body?: string) => {
      const { workspaces } = readFiles({
        'workspace.yaml': workspaceOn(['whatsapp'], body),
        'guide.yaml': flowWith(whole),
      });
      const digest = (text: string) => createHash('sha256').update(text).digest('hex');
      return atOnce(versionFlows(workspaces[0]?.flows ?? [], digest)).get('guide')?.version;
    };
    expect(versionOf()).toBe(versionOf());
    expect(versionOf('Hello {{1}}, your tip on {{2}} is ready.')).not.toBe(versionOf());
  });

  it.each<[string, keyof typeof accounts, boolean]>([
    ['', 'telegram', true],
    ['', 'whatsapp', false],
    ['', 'messenger', false],
    [whole, 'whatsapp', true],
    [whole, 'messenger', true],
    [whole, 'instagram', false],
    ['    outside_window: { topic: tips }\n', 'messenger', true],
    ['    outside_window: { topic: tips }\n', 'whatsapp', false],
    ['    outside_window: { template: tip_ready, with: [you, this] }\n', 'messenger', false],
  ])('%j after three days on %s may go out: %s', (outside, channel, mayGo) => {
    expect(problems(outside, [channel])).toEqual(mayGo ? [] : ['guide.yaml:7:5 outside-window']);
  });

  it('must be so on each channel that has a window', () => {
    expect(problems(whole, ['telegram', 'messenger', 'whatsapp'])).toEqual([]);
    expect(problems(whole, ['whatsapp', 'instagram'])).toEqual(['guide.yaml:7:5 outside-window']);
  });

  it('lets a flow begin days after an outcome', () => {
    const start = 'start: [{ after: { outcome: delivered, wait: 3d } }]';
    const later = `flow: later\n${start}\nsteps:\n  - say: Your tip is ready.\n    outside_window: { template: tip_ready, with: [you, this] }\n  - outcome: reminded\n`;
    const guide = flowWith(whole);
    const files = (flow: string) => ({
      'workspace.yaml': workspaceOn(['whatsapp']),
      'guide.yaml': guide,
      'later.yaml': flow,
    });
    expect(problemsOf(files(later))).toEqual([]);
    const bare = later.replace(/ {4}outside_window.*\n/u, '');
    expect(problemsOf(files(bare))).toEqual(['later.yaml:2:29 late-follow-up']);
  });

  it.each<[string, readonly (keyof typeof accounts)[], boolean]>([
    ['{ channel: whatsapp }', ['instagram', 'whatsapp'], true],
    ['{ channel: [whatsapp, messenger] }', ['messenger', 'whatsapp'], true],
    ['{ channel: instagram }', ['instagram'], false],
    ['{ not: { channel: instagram } }', ['instagram', 'whatsapp'], true],
    ["{ channel: whatsapp, consent.tips: 'yes' }", ['instagram'], true],
    ['{ any: [{ channel: whatsapp }, { channel: messenger }] }', ['instagram'], true],
    ["{ any: [{ channel: whatsapp }, { consent.tips: 'yes' }] }", ['instagram'], false],
  ])('counts only where it is said: if %s on %j: %s', (condition, channels, mayGo) => {
    const flow = `flow: guide
start: [{ keyword: guide }]
steps:
  - wait: 3d
  - if: ${condition}
    then:
      - say: Your tip is ready.
        outside_window: { template: tip_ready, with: [you, this], topic: tips }
  - outcome: delivered
`;
    expect(problemsOf({ 'workspace.yaml': workspaceOn(channels), 'guide.yaml': flow })).toEqual(
      mayGo ? [] : ['guide.yaml:7:9 outside-window'],
    );
  });

  it('counts in `else` too, where the other way is that of a channel', () => {
    const flow = `flow: guide
start: [{ keyword: guide }]
steps:
  - wait: 3d
  - if: { channel: instagram }
    then:
      - end
    else:
      - say: Your tip is ready.
        outside_window: { template: tip_ready, with: [you, this], topic: tips }
  - outcome: delivered
`;
    const files = { 'workspace.yaml': workspaceOn(['instagram', 'whatsapp']), 'guide.yaml': flow };
    expect(problemsOf(files)).toEqual([]);
  });

  it.each([
    ['{ topic: tips, with: [you] }', ['8:42 bad-outside-window']],
    ['{ template: tip_ready }', ['8:33 wrong-gap-count']],
    ['{ template: tip_ready, with: [you, this, that] }', ['8:50 wrong-gap-count']],
    [`{ template: tip_ready, with: ["{{contact.first_name or ' '}}", this] }`, ['8:51 empty-gap']],
    ['{ template: tip_ready, with: [you, "{{answer.projct}}"] }', ['8:57 unknown-answer']],
    ['{ template: tip_ready, with: { en: you } }', ['8:50 wrong-type']],
  ])('written %s is shown where it is wrong', (written, expected) => {
    const found = problems(`    outside_window: ${written}\n`, ['telegram']);
    expect(found.map((one) => one.replace('guide.yaml:', ''))).toEqual(expected);
  });

  it('asks for another language only where there are words of its own', () => {
    const files = (filling: string) => ({
      'workspace.yaml': workspaceOn(['whatsapp']),
      'guide.yaml': flowWith(
        `    outside_window: { template: tip_ready, with: [${filling}, "{{answer.project}}"] }\n`,
      ),
      'guide.de.yaml':
        'flow: guide\ntexts:\n  - { en: What are you working on?, de: Woran arbeitest du? }\n  - { en: Your tip is ready., de: Dein Tipp ist da. }\n',
    });
    expect(problemsOf(files('there'))).toEqual(['guide.yaml:8:51 missing-language']);
    expect(problemsOf(files('{ en: there, de: du }'))).toEqual([]);
  });
});
