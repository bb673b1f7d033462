import { describe, expect, it } from 'vitest';
import { definitionOf, problemsOf, problemsOfSteps, workspace } from '../reading.js';

const done = '  - outcome: done';
const list = (count: number, item: string) => Array.from({ length: count }, () => item).join(', ');

describe('what goes with a text', () => {
  it('is read, and nothing is stored of what is not there', () => {
    const { steps } = definitionOf(`
  - say: Plain
  - say: [Hi, Hello]
    image: https://example.com/a.png
    alt: Our shop
    buttons: [{ link: guide }, { title: Again, flow: guide }]
    quick_replies: [Yes, No]
    typing: 2s
${done}`);

    expect(steps.slice(0, 2)).toEqual([
      { verb: 'say', path: '1-say', text: ['Plain'], link: null },
      {
        verb: 'say',
        path: '2-say',
        text: ['Hi'],
        variants: [['Hello']],
        link: null,
        extras: {
          media: { kind: 'image', url: 'https://example.com/a.png', alt: ['Our shop'] },
          buttons: [
            { kind: 'link', title: null, link: expect.objectContaining({ name: 'guide' }) },
            { kind: 'flow', title: ['Again'], flow: 'guide' },
          ],
          quickReplies: [['Yes'], ['No']],
          typing: 2_000,
        },
      },
    ]);
  });

  it.each([
    ['image: http://example.com/a.png\n    alt: A', '5:12 media-not-https'],
    ['image: shop.png\n    alt: A', '5:12 media-not-https'],
    ['image: "https://example.com/{{answer.x}}.png"\n    alt: A', '5:12 placeholder-not-here'],
    ['image: https://me:secret@example.com/a.png\n    alt: A', '5:12 secret-in-file'],
    ['image: https://example.com/a.png', '5:12 missing-alt'],
    ['alt: A', '5:10 alt-alone'],
    ['alt: A\n    image: https://e.com/a\n    video: https://e.com/b', '7:12 two-media'],
    [`buttons: [${list(4, '{ link: guide }')}]`, '5:66 too-many-buttons'],
    [`link: guide\n    buttons: [${list(3, '{ link: guide }')}]`, '6:49 too-many-buttons'],
    [`cards: [${list(11, '{ title: A, text: B }')}]`, '5:243 too-many-cards'],
    [
      `quick_replies: [${Array.from({ length: 14 }, (_, index) => `A${index + 10}`).join(', ')}]`,
      '5:86 too-many-quick-replies',
    ],
    ['quick_replies: [Yes, yes!]', '5:26 duplicate-quick-reply'],
    ['quick_replies: [Unsubscribe]', '5:21 choice-like-stop'],
    ['quick_replies: [I would like to see the prices]', '5:21 long-title'],
    ['buttons: [{ link: guide }]\n    cards: [{ title: A, text: B }]', '5:14 buttons-and-cards'],
    ['cards: [{ title: A }]', '5:13 bare-card'],
    [`cards: [{ title: A, text: ${'long '.repeat(20)} }]`, '5:31 long-card-text'],
    ['buttons: [{ title: A }]', '5:15 bad-button'],
    ['buttons: [{ title: A, flow: guide, link: guide }]', '5:15 bad-button'],
    ['buttons: [{ flow: guide }]', '5:15 missing-key'],
    ['buttons: [{ title: A, flow: nowhere }]', '5:33 unknown-flow'],
    ['buttons: [{ link: nothing }]', '5:23 unknown-link'],
    ['buttons: [{ title: A, call: "030 1234567" }]', '5:33 bad-phone'],
    ['buttons: [{ title: A, call: "+49 30 1234567" }]', '5:33 cannot-call'],
    ['cards: [{ title: A, link: nothing, button: B }]', '5:31 unknown-link'],
    ['typing: 1m', '5:13 bad-typing'],
    ['quick_replies: [guaranteed]', '5:21 never-say'],
  ])('is shown where it is wrong: %s', (extra, problem) => {
    expect(problemsOfSteps(`\n  - say: Hi\n    ${extra}\n${done}`)).toEqual([problem]);
  });

  it('has a text above it', () => {
    expect(problemsOfSteps(`\n  - say:\n    cards: [{ title: A, text: B }]\n${done}`)).toEqual([
      '4:9 missing-key',
    ]);
  });
});

describe('a text with variants', () => {
  it('is checked in each of them', () => {
    const steps = `\n  - say: [Hi, "Results are guaranteed", "Hi {{name}}"]\n${done}`;
    expect(problemsOfSteps(steps)).toEqual(['4:15 never-say', '4:45 unknown-source']);
  });

  it('has twenty of them at most', () => {
    expect(problemsOfSteps(`\n  - say: [${list(21, 'Hi')}]\n${done}`)).toEqual(['4:91 too-many-variants']);
  });
});

describe('a booking', () => {
  const bookings = (entry: string) => `${workspace}bookings:\n  call: { ${entry} }\n`;
  const flow = (steps: string) => `flow: guide\nstart:\n  - keyword: guide\nsteps:\n${steps}\n${done}\n`;
  const problems = (entry: string, steps: string) =>
    problemsOf({ 'workspace.yaml': bookings(entry), 'guide.yaml': flow(steps) });
  const sound = 'to: "https://cal.example/me", label: Pick a time';

  it('is named by a step, whichever of its keys comes first', () => {
    expect(problems(sound, '  - book: call\n    say: Pick a time')).toEqual([]);
    expect(problems(sound, '  - say: Pick a time\n    book: call')).toEqual([]);
  });

  it('must be in the workspace, and is said with a text', () => {
    expect(problems(sound, '  - book: cal\n    say: Pick a time')).toEqual([
      'guide.yaml:5:11 unknown-booking',
    ]);
    expect(problems(sound, '  - book: call')).toEqual(['guide.yaml:5:5 missing-key']);
  });

  it('has a parameter that an address can carry', () => {
    const steps = '  - book: call\n    say: Pick a time';
    expect(problems(`${sound}, reference: utm_content`, steps)).toEqual([]);
    expect(problems(`${sound}, reference: "my code"`, steps)).toEqual([
      expect.stringMatching(/^workspace\.yaml:\d+:\d+ bad-reference$/),
    ]);
  });
});
