import { describe, expect, it } from 'vitest';
import { problemsOf, readFiles } from '../reading.js';

const workspaceWith = (languages: string, lines: string): string =>
  `brand: N\nlanguages: [${languages}]\ntopics:\n  tips: { notice: A tip? }\ntemplates:\n  tip_ready:\n${lines
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')}\n`;

const problems = (lines: string, languages = 'en'): readonly string[] =>
  problemsOf({ 'workspace.yaml': workspaceWith(languages, lines) }).map((one) => one.split(' ')[1] ?? '');

function templateOf(lines: string, languages = 'en') {
  const { workspaces, issues } = readFiles({ 'workspace.yaml': workspaceWith(languages, lines) });
  expect(issues).toEqual([]);
  return workspaces[0]?.definition.templates;
}

const utility = (text: string): string => `category: utility\nlanguage: en_US\ntext: ${JSON.stringify(text)}`;

describe('a template', () => {
  it('has its own name on the platform, a code for its language, and the topic that it is agreed to by', () => {
    expect(
      templateOf('category: marketing\ntopic: tips\nlanguage: en_US\ntext: Hi {{1}}, it is ready.'),
    ).toEqual([
      {
        name: 'tip_ready',
        platformName: 'tip_ready',
        category: 'marketing',
        topic: 'tips',
        texts: { en: { language: 'en_US', body: 'Hi {{1}}, it is ready.' } },
      },
    ]);
  });

  it('may have another name on the platform, no topic where it promotes nothing, and a text in each language', () => {
    const lines =
      'whatsapp: tip_ready_v2\ncategory: utility\nlanguage: { en: en_US, de: de }\ntext: { en: It is ready., de: Es ist fertig. }';
    expect(templateOf(lines, 'en, de')).toEqual([
      {
        name: 'tip_ready',
        platformName: 'tip_ready_v2',
        category: 'utility',
        topic: null,
        texts: {
          en: { language: 'en_US', body: 'It is ready.' },
          de: { language: 'de', body: 'Es ist fertig.' },
        },
      },
    ]);
  });

  it('is left out of a workspace that has none', () => {
    const { workspaces } = readFiles({ 'workspace.yaml': 'brand: N\n' });
    expect(workspaces[0]?.definition).not.toHaveProperty('templates');
  });

  it.each([
    ['{{1}} is ready.', 'bad-gap'],
    ['It is ready, {{1}}', 'bad-gap'],
    ['Hi {{2}}, it is ready.', 'bad-gap'],
    ['Hi {{1}} and {{3}}, it is ready.', 'bad-gap'],
    ['Hi {{1}} {{2}}, it is ready.', 'bad-gap'],
    ['Hi {{name}}, it is ready.', 'bad-gap'],
    ['Hi {{1}, it is ready.', 'bad-gap'],
    ['Hi {{1}}, it is {{2}} ready, {{1}}!', null],
    ['x'.repeat(1024), null],
    ['x'.repeat(1025), 'long-template'],
  ])('of %j is held to the rules of WhatsApp', (text, problem) => {
    expect(problems(utility(text))).toEqual(problem === null ? [] : [problem]);
  });

  it.each([
    ['category: promotion\nlanguage: en\ntext: Hi!', ['unknown-word']],
    ['category: marketing\nlanguage: en\ntext: Hi!', ['template-without-topic']],
    ['category: marketing\ntopic: tip\nlanguage: en\ntext: Hi!', ['unknown-topic']],
    ['category: utility\ntext: Hi!', ['missing-key']],
    ['category: utility\nlanguage: EN\ntext: Hi!', ['template-language']],
    ['category: utility\nlanguage: en-US\ntext: Hi!', ['template-language']],
  ])('with %j is shown where it is wrong', (lines, expected) => {
    expect(problems(lines)).toEqual(expected);
  });

  it('needs a code for each of its texts, and a text for each of its codes', () => {
    const lines = 'category: utility\nlanguage: { en: en_US }\ntext: { en: Ready., de: Fertig. }';
    expect(problems(lines, 'en, de')).toEqual(['template-language']);
  });

  it('is warned about where a language of the workspace is missing', () => {
    const lines = 'category: utility\nlanguage: { en: en_US }\ntext: { en: Ready. }';
    expect(problems(lines, 'en, de')).toEqual(['missing-language']);
  });

  it('says nothing that the workspace never says', () => {
    const file = `${workspaceWith('en', utility('It is guaranteed to work.'))}never_say: [guaranteed]\n`;
    expect(problemsOf({ 'workspace.yaml': file })).toEqual(['workspace.yaml:9:11 never-say']);
  });
});
