import { describe, expect, it } from 'vitest';
import { onlyIssueOf, problemsOf, problemsOfSteps } from '../reading.js';
import { playChats } from '../steps/playing.js';

const bilingual = `brand: Studio Nord
timezone: Europe/Berlin
languages: [en, de]
topics:
  weekly_tips:
    notice: { en: One short tip a week?, de: Jede Woche ein kurzer Tipp? }
links:
  guide:
    to: https://example.com/guide
    label: { en: Get the guide, de: Zum Leitfaden }
`;

const guide = `flow: guide
start:
  - keyword: guide
steps:
  - say: { en: 'Hi {{contact.first_name or "there"}}!', de: 'Hallo {{contact.first_name or "du"}}!' }
    link: guide
  - ask: What are you working on?
    save: project
    choices:
      - title: { en: A shop, de: Ein Laden }
        value: shop
      - Something else
    retry:
      - Just one of these, please.
  - if: { answer.project: shop }
    then:
      - say: A fine shop!
  - ask_consent: weekly_tips
    yes:
      - say: >-
          Lovely. You can say STOP
          at any time.
  - outcome: delivered
`;

const german = `flow: guide
texts:
  - en: What are you working on?
    de: Woran arbeitest du?
  - en: Something else
    de: Etwas anderes
  - en: Just one of these, please.
    de: Bitte eins davon.
  - en: A fine shop!
    de: Ein schöner Laden!
  - en: Lovely. You can say STOP at any time.
    de: Schön. Du kannst jederzeit STOP sagen.
`;

const files = { 'workspace.yaml': bilingual, 'guide.yaml': guide, 'guide.de.yaml': german };

describe('a flow in two languages', () => {
  it('speaks the one that the contact speaks', () => {
    const chats = `
  - name: in German
    contact: { language: de, first_name: Jonas }
    chat:
      - me: guide
      - bot: { text: Hallo Jonas!, buttons: [Zum Leitfaden] }
      - bot: Woran arbeitest du?
      - me: Weiß nicht
      - bot: Bitte eins davon.
      - tap: Ein Laden
      - bot: Ein schöner Laden!
      - bot: Jede Woche ein kurzer Tipp?
      - tap: Ja
      - bot: Du kannst jederzeit STOP sagen.
    expect:
      answers: { project: shop }
      consent: { weekly_tips: granted }
  - name: in English, and answers to the point
    contact: { language: en }
    chat:
      - me: guide
      - bot: { text: Hi there!, buttons: [Get the guide] }
      - bot: What are you working on?
      - me: Ein Laden
      - bot: A fine shop!
      - bot: One short tip a week?
      - tap: Yes
      - bot: Lovely. You can say STOP at any time.
`;
    expect(playChats({ guide, 'guide.de': german }, chats, bilingual)).toEqual([]);
  });

  it('has nothing to be found when all is said in both', () => {
    expect(problemsOf(files)).toEqual([]);
  });

  it('is missed where it is not said in one of them', () => {
    const without = german.replace('  - en: A fine shop!\n    de: Ein schöner Laden!\n', '');
    expect(problemsOf({ ...files, 'guide.de.yaml': without })).toEqual(['guide.yaml:17:14 missing-language']);
  });

  it('is missed where it is not said in the first one', () => {
    expect(
      problemsOf({
        ...files,
        'guide.yaml': guide.replace('en: A shop, ', '').replace('value: shop', 'value: shop'),
      }),
    ).toEqual(['guide.yaml:10:16 missing-language']);
  });

  it('tells of a flow that speaks only one of them', () => {
    const prices =
      'flow: prices\nstart: [{ keyword: prices }]\nsteps:\n  - say: Fair ones.\n  - outcome: told\n';
    expect(problemsOf({ ...files, 'prices.yaml': prices })).toEqual(['prices.yaml:1:7 untranslated-flow']);
  });

  it('tells of a translation whose text has changed', () => {
    const changed = {
      ...files,
      'guide.yaml': guide.replace('What are you working on?', 'What are you working at?'),
    };
    expect(problemsOf(changed)).toEqual([
      'guide.de.yaml:3:9 stale-translation',
      'guide.yaml:7:10 missing-language',
    ]);
  });

  it('counts the first of two translations', () => {
    const twice = `${german}  - { en: A fine shop!, de: Toll! }\n`;
    expect(problemsOf({ ...files, 'guide.de.yaml': twice })).toEqual([
      'guide.de.yaml:13:11 repeated-translation',
    ]);
  });
});

describe('a translation file', () => {
  it.each([
    ['guide.fr.yaml', german.replaceAll('de:', 'fr:'), 'guide.fr.yaml:1:7 unknown-language'],
    ['guide.de.yaml', german.replace('flow: guide', 'flow: guise'), 'guide.de.yaml:1:7 unknown-flow'],
    ['guide.de.yaml', 'flow: guide\ntexts:\n  - en: A fine shop!\n', 'guide.de.yaml:3:5 missing-key'],
    [
      'guide.de.yaml',
      'flow: guide\ntexts:\n  - { en: A fine shop!, de: Toll!, it: Bene! }\n',
      'guide.de.yaml:3:36 unknown-key',
    ],
  ])('%s is found at fault', (path, text, problem) => {
    const { 'guide.de.yaml': _, ...others } = files;
    expect(problemsOf({ ...others, [path]: text })).toContain(problem);
  });
});

describe('a text by language', () => {
  it('is in a language of the workspace', () => {
    expect(problemsOfSteps('\n  - say: { en: Hi, fr: Salut }\n  - outcome: done')).toEqual([
      '4:20 unknown-language',
    ]);
  });

  it('has its placeholders checked in each', () => {
    expect(onlyIssueOf('\n  - say: { en: Hi, de: "Hallo {{anser.x}}" }\n  - outcome: done')).toMatchObject({
      code: 'unknown-source',
      line: 4,
    });
  });

  it('is as long as the longest of them', () => {
    const long = 'sehr '.repeat(300);
    expect(onlyIssueOf(`\n  - say: { en: Hi, de: "${long}lang" }\n  - outcome: done`).code).toBe('long-text');
  });

  it('is no text where it names no language', () => {
    expect(onlyIssueOf('\n  - say: { english: Hi }\n  - outcome: done').code).toBe('wrong-type');
  });

  it('that titles a choice is held against STOP in each', () => {
    const title = '{ en: Keep it, de: Stopp }';
    expect(
      problemsOfSteps(`\n  - ask: Well?\n    choices: [{ title: ${title} }, Other]\n  - outcome: done`),
    ).toContain('5:15 choice-like-stop');
  });
});
