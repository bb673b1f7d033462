import { describe, expect, it } from 'vitest';
import { readFiles } from './reading.js';

const pricing = `flow: pricing
start: [{ keyword: prices }, { keyword: { contains: how much } }]
steps:
  - say: It depends.
  - outcome: told
`;

/** What is wrong with questions that stand from line 2 on, as `3:5 unknown-link`. */
function problems(questions: string): readonly string[] {
  return issues(questions).map(({ line, column, code }) => `${line}:${column} ${code}`);
}

function issues(questions: string) {
  return readFiles({ 'pricing.yaml': pricing, 'faq.yaml': `questions:\n${questions}` }).issues;
}

function read(questions: string) {
  const { workspaces, issues: found } = readFiles({
    'pricing.yaml': pricing,
    'faq.yaml': `questions:\n${questions}`,
  });
  expect(found).toEqual([]);
  return workspaces[0]?.definition.faq?.entries ?? [];
}

describe('faq.yaml', () => {
  it('holds questions in one wording or several, answered by a text or a flow', () => {
    const entries = read(`  - ask: Where are you?
    answer: In Hamburg.
  - { id: cost, ask: [What do you charge?, Your rates?], flow: pricing, tags: asked_price }
  - id: work
    title: Our work
    ask: { en: Can I see your work?, de: [Kann ich etwas sehen?, Zeig mal] }
    answer: { en: 'Here, {{contact.first_name or "you"}}.', de: Hier. }
    link: guide
    from: 2026-01-01
    until: "2026-12-31"
    channels: [instagram, messenger]
`);
    expect(entries).toMatchObject([
      {
        id: 'where_are_you',
        phrasings: [{ text: 'Where are you?', language: '' }],
        question: ['Where are you?'],
        title: ['Where are you?'],
        response: { kind: 'answer', text: ['In Hamburg.'], link: null, needsProfile: false },
        from: null,
        channels: null,
      },
      { id: 'cost', response: { kind: 'flow', flow: 'pricing' }, tags: ['asked_price'] },
      {
        id: 'work',
        question: [{ byLanguage: { en: ['Can I see your work?'], de: ['Kann ich etwas sehen?'] } }],
        title: ['Our work'],
        response: { kind: 'answer', link: { name: 'guide' }, needsProfile: true },
        from: '2026-01-01',
        until: '2026-12-31',
        channels: ['instagram', 'messenger'],
      },
    ]);
  });

  it('asks back where it is unsure, unless it says otherwise', () => {
    const asksBack = (line: string) =>
      readFiles({ 'faq.yaml': `${line}questions: [{ ask: Where?, answer: Here. }]\n` }).workspaces[0]
        ?.definition.faq?.asksBack;
    expect(asksBack('')).toBe(true);
    expect(asksBack('did_you_mean: false\n')).toBe(false);
  });

  it('counts as what starts a flow', () => {
    const unstarted = pricing.replace(/start: .*\n/u, '');
    const codes = (questions: string) =>
      readFiles({ 'pricing.yaml': unstarted, 'faq.yaml': questions }).issues.map(({ code }) => code);
    expect(codes('questions: [{ ask: Where?, answer: Here. }]\n')).toEqual(['never-started']);
    expect(codes('questions: [{ ask: Your rates?, flow: pricing }]\n')).toEqual([]);
  });
});

describe('a mistake in faq.yaml', () => {
  it.each([
    [
      'duplicate-question',
      '  - { id: a, ask: Where?, answer: Here. }\n  - { id: a, ask: When?, answer: Now. }\n',
      ['3:11 duplicate-question'],
    ],
    ['answer-or-flow', '  - { ask: Where?, answer: Here., flow: pricing }\n', ['2:35 answer-or-flow']],
    ['answer-or-flow', '  - { ask: Where? }\n', ['2:5 answer-or-flow']],
    [
      'link-without-answer',
      '  - { ask: Where?, flow: pricing, link: guide }\n',
      ['2:41 link-without-answer'],
    ],
    ['answer-not-here', '  - { ask: Where?, answer: "For {{answer.project}}" }\n', ['2:33 answer-not-here']],
    ['blank-phrasing', '  - { ask: [Where?, "???"], answer: Here. }\n', ['2:21 blank-phrasing']],
    ['long-phrasing', `  - { ask: ${'why '.repeat(90)}, answer: Here. }\n`, ['2:12 long-phrasing']],
    [
      'shared-phrasing',
      '  - { ask: How long?, answer: Long. }\n  - { id: b, ask: "how long!", answer: Short. }\n',
      ['3:19 shared-phrasing'],
    ],
    [
      'repeated-phrasing',
      '  - { ask: [How long?, "How long"], answer: Long. }\n',
      ['2:24 repeated-phrasing'],
    ],
    ['phrasing-unheard', '  - { ask: [Your rates?, prices], answer: Low. }\n', ['2:26 phrasing-unheard']],
    ['phrasing-unheard', '  - { ask: [Your rates?, help], answer: Low. }\n', ['2:26 phrasing-unheard']],
    ['phrasing-overlap', '  - { ask: How much is a logo?, answer: Low. }\n', ['2:12 phrasing-overlap']],
    ['missing-language', '  - { ask: { en: Where? }, answer: Here. }\n', ['2:12 missing-language']],
    ['missing-language', '  - { ask: Where?, answer: { de: Hier. } }\n', ['2:28 missing-language']],
    ['bad-date', '  - { ask: Where?, answer: Here., from: 24.12.2026 }\n', ['2:41 bad-date']],
    ['bad-date', '  - { ask: Where?, answer: Here., until: 2026-02-30 }\n', ['2:42 bad-date']],
    [
      'never-valid',
      '  - { ask: Where?, answer: Here., from: 2026-12-24, until: 2026-01-06 }\n',
      ['2:60 never-valid'],
    ],
    ['stop-word', '  - { ask: [Where?, unsubscribe me], answer: Here. }\n', ['2:21 stop-word']],
    ['unknown-flow', '  - { ask: Where?, flow: pricin }\n', ['2:26 unknown-flow']],
    ['unknown-link', '  - { ask: Where?, answer: Here., link: giude }\n', ['2:41 unknown-link']],
    [
      'unknown-channel',
      '  - { ask: Where?, answer: Here., channels: instagramm }\n',
      ['2:45 unknown-channel'],
    ],
    [
      'unknown-language',
      '  - { ask: { en: Where?, de: Wo?, fr: Où? }, answer: Here. }\n',
      ['2:35 unknown-language'],
    ],
    [
      'placeholder-not-here',
      '  - { ask: "Where is {{contact.name}}?", answer: Here. }\n',
      ['2:12 placeholder-not-here'],
    ],
    [
      'placeholder-not-here',
      '  - { title: "{{contact.name}}", ask: Where?, answer: Here. }\n',
      ['2:14 placeholder-not-here'],
    ],
    [
      'long-title',
      '  - { title: "A title of so very many words", ask: Where?, answer: Here. }\n',
      ['2:14 long-title'],
    ],
    ['never-say', '  - { ask: Where?, answer: Delivery is guaranteed. }\n', ['2:28 never-say']],
  ])('%s: %s', (_, questions, expected) => {
    expect(problems(questions)).toEqual(expected);
  });

  it('is that it stands in a folder of its own', () => {
    const { issues: found } = readFiles({
      'spring/faq.yaml': 'questions: [{ ask: Where?, answer: Here. }]\n',
    });
    expect(found.map(({ code }) => code)).toEqual(['misplaced-faq']);
  });

  it('says where the first of two stands', () => {
    const [issue] = issues(
      '  - { ask: How long?, answer: Long. }\n  - { id: b, ask: "how long!", answer: Short. }\n',
    );
    expect(issue?.message).toContain('(line 2)');
    expect(issue?.severity).toBe('error');
  });

  it('hides no other', () => {
    expect(
      problems(
        '  - { ask: Where? }\n  - { ask: "?!", answer: Here. }\n  - { ask: When?, answer: Now., from: x }\n',
      ),
    ).toEqual(['2:5 answer-or-flow', '3:12 blank-phrasing', '4:39 bad-date']);
  });

  it('does no harm where the flow that a keyword starts is the answer anyway', () => {
    expect(problems('  - { ask: [How much is a logo?, Your rates?], flow: pricing }\n')).toEqual([]);
  });
});
