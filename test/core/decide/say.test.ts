import { describe, expect, it } from 'vitest';
import { linksOf } from '../../../src/core/message.js';
import type { SayExtras, Template } from '../../../src/core/flow.js';
import { ask, end, flow, keyword, say, type Line } from '../world/flows.js';
import { World } from '../world/world.js';

const link = { name: 'home', label: 'Have a look', target: 'https://example.com/?utm_medium=dm' };

function sayWith(extras: SayExtras, ...variants: readonly Template[]): Line {
  return (place) => ({
    verb: 'say',
    path: `${place}-say`,
    text: ['One'],
    link: null,
    extras,
    ...(variants.length > 0 && { variants }),
  });
}

function saying(...lines: readonly Line[]): World {
  const greet = flow('greet', [keyword('hi')], say('Hello from the other flow.'), end);
  const world = new World([flow('show', [keyword('show')], ...lines), greet], { channel: 'messenger' });
  world.writes('show');
  return world;
}

describe('a text with variants', () => {
  it('is heard in each of them before any comes again, wherever the round begins', () => {
    const world = saying(sayWith({}, ['Two'], ['Three']), end);
    for (let times = 1; times < 6; times += 1) world.writes('show');

    const said = world.messages.map(({ body }) => body.text);
    const round = said.slice(0, 3);
    expect([...round].sort()).toEqual(['One', 'Three', 'Two']);
    expect(said.slice(3)).toEqual(round);
  });

  it('counts each step by itself, and forgets the one heard longest ago', () => {
    const lines = Array.from({ length: 60 }, () => sayWith({}, ['Two']));
    const world = saying(...lines, end);
    const more = flow('more', [keyword('more')], ...lines, end);
    world.serves(more);
    world.writes('more');

    const heard = Object.keys(world.conversation.heard ?? {});
    expect(heard).toHaveLength(100);
    expect(heard.at(-1)).toBe('more/60-say');
    expect(heard).not.toContain('show/1-say');
  });
});

describe('what goes with a text', () => {
  it('is filled in, and what turns out empty is left out', () => {
    const name = { source: 'answer', name: 'nobody', fallback: '' } as const;
    const world = saying(
      sayWith({
        buttons: [
          { kind: 'flow', title: ['Start'], flow: 'greet' },
          { kind: 'flow', title: [name], flow: 'greet' },
          { kind: 'link', title: [name], link },
        ],
        cards: [
          { title: [name], text: [], image: null, button: null },
          {
            title: ['Card'],
            text: ['Text'],
            image: null,
            button: { kind: 'call', title: ['Call'], phone: '+491' },
          },
        ],
        quickReplies: [['Yes'], [name]],
      }),
      end,
    );

    expect(world.messages.map(({ body }) => body)).toMatchObject([
      {
        text: 'One',
        buttons: [
          { kind: 'postback', title: 'Start', payload: 'start:greet' },
          { kind: 'link', link: { label: 'Have a look' } },
        ],
      },
      {
        cards: [{ title: 'Card', text: 'Text', button: { kind: 'call', phone: '+491' } }],
        quickReplies: [{ title: 'Yes', payload: 'say:Yes' }],
      },
    ]);
    expect(world.messages[1]?.body.cards).toHaveLength(1);
  });

  it('gives each link of a message a code of its own', () => {
    const button = { kind: 'link', title: null, link } as const;
    const world = saying(sayWith({ buttons: [button, button], cards: [] }), end);

    const codes = world.messages.flatMap(({ body }) => linksOf(body)).map(({ code }) => code);
    expect(codes).toHaveLength(2);
    expect(new Set(codes).size).toBe(2);
  });
});

describe('a booking', () => {
  it('tells the booking system the code of its link, and what a booking counts as', () => {
    const booking = { ...link, reference: 'hw', outcome: 'booked' };
    const world = saying(
      (place) => ({ verb: 'book', path: `${place}-book`, text: ['Pick a time'], booking }),
      end,
    );

    const [found] = world.messages.flatMap(({ body }) => linksOf(body));
    expect(found).toMatchObject({ outcome: 'booked' });
    expect(found?.target).toBe(`https://example.com/?utm_medium=dm&hw=${found?.code ?? ''}`);
  });
});

describe('a button that starts a flow', () => {
  it('starts it, also in the middle of another', () => {
    const world = saying(ask('q', 'Which?', { choices: ['A'] }), end);
    world.presses('start:greet', 'Start');

    expect(world.said().at(-1)).toBe('Hello from the other flow.');
  });

  it('starts nothing that is not there', () => {
    const world = saying(say('Hi'), end);
    world.presses('start:nothing', 'Start');

    expect(world.said()).not.toContain('Hello from the other flow.');
  });
});

describe('a quick reply', () => {
  const offering = (...titles: readonly string[]) =>
    saying(sayWith({ quickReplies: titles.map((title) => [title]) }), end);

  it('counts as if its words had been typed', () => {
    const world = offering('Hi');
    world.taps('Hi');

    expect(world.said().at(-1)).toBe('Hello from the other flow.');
  });

  it('answers a question that takes any text', () => {
    const world = saying(
      sayWith({ quickReplies: [['A shop']] }),
      ask('q', 'What is it?', { save: 'q' }),
      end,
    );
    world.taps('A shop');

    expect(world.decision?.trace).toContainEqual({
      rule: 'route',
      result: expect.stringContaining('an answer to'),
    });
  });

  it('is never STOP', () => {
    const world = offering('Stop');
    world.taps('Stop');

    expect(world.conversation.consent.stopped).toBeNull();
  });

  it('may ask for a person', () => {
    const world = offering('Talk to a person');
    world.taps('Talk to a person');

    expect(world.conversation.ownership.owner).toBe('human');
  });
});
