import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesIn } from '../../../src/core/decide/places.js';
import { answer, ask, comment, end, flow, keyword, outcome, say, type Line } from '../world/flows.js';
import { answering } from '../world/questions.js';
import { order } from '../world/studio.js';
import { World } from '../world/world.js';

describe('numbers and nothing else', () => {
  it.each([
    ['2', [2]],
    ['2.', [2]],
    [' 2 🙏', [2]],
    ['2️⃣', [2]],
    ['nr 2', [2]],
    ['No. 2', [2]],
    ['#2', [2]],
    ['Option 2, please', [2]],
    ['1 and 3', [1, 3]],
    ['1,3', [1, 3]],
    ['3 und 1', [3, 1]],
    ['2 2', [2]],
  ])('are read in %j', (text, places) => {
    expect(placesIn(text)).toEqual(places);
  });

  it.each(['two of them', '2 weeks', '', '1234', 'no', 'a1'])('are not read in %j', (text) => {
    expect(placesIn(text)).toEqual([]);
  });
});

function onX(...lines: readonly Line[]): World {
  const world = new World([flow('show', [keyword('show')], ...lines), order], { channel: 'x' });
  world.writes('show');
  return world;
}

const pick = (asking: Parameters<typeof ask>[2]) => ask('pick', 'Which?', { save: 'pick', ...asking });

describe('a question in a numbered list', () => {
  it('is answered by number, by words, or by what stands there', () => {
    for (const text of ['2', 'nr 2', '#2', '2.', 'extra large', 'Extra large!']) {
      const world = new World([order], { channel: 'x' });
      world.writes('order');
      expect(world.said()).toEqual(['Which size?\n1. Small\n2. Extra large\n3. Cancel']);
      world.writes(text);
      expect(world.said()).toEqual(['One extra large, noted.']);
    }
  });

  it('is not answered by a number that nothing stands at', () => {
    for (const text of ['4', '0', '1 and 2']) {
      const world = new World([order], { channel: 'x' });
      world.writes('order');
      world.writes(text);
      expect(world.place).toBe('order › size');
    }
  });

  it('is answered by number after something else was said', () => {
    const world = new World([order], { channel: 'x' });
    world.writes('order');
    world.answersStory('nice');
    expect(world.conversation.offered ?? null).toBeNull();
    world.writes('1');
    expect(world.said()).toEqual(['One small, noted.']);
  });

  it('leaves the number to a choice that says it itself', () => {
    const world = onX(pick({ choices: ['5', '3', '1'] }), end);
    world.writes('3');
    expect(world.conversation.run).toBeNull();
    expect(world.decision?.trace).toContainEqual(expect.objectContaining({ rule: 'route' }));

    const people = onX(pick({ choices: ['2 people', '4 people'] }), end);
    people.writes('2');
    expect(people.place).toBe('show › pick');
    people.writes('4 people');
    expect(people.place).toBeNull();
  });

  it('takes several numbers where several may be chosen, and the number of being done', () => {
    const kind = { kind: 'several', atLeast: 1, atMost: 3 } as const;
    const several = pick({ choices: ['Red', 'Green', 'Blue'], more: { kind } });
    const both = onX(several, say('Noted.'), outcome('noted'));
    both.writes('1 and 3');
    expect(both.said()).toEqual(['Noted.']);

    const steps = onX(several, say('Noted.'), outcome('noted'));
    steps.writes('2');
    expect(steps.said()[0]).toContain('1. Red\n2. Blue\n3. ');
    steps.writes('2');
    steps.writes('2');
    expect(steps.said()).toEqual(['Noted.']);
  });

  it('of a number takes the number', () => {
    const more = { kind: { kind: 'number', atLeast: 1, atMost: 50 } } as const;
    const world = onX(pick({ choices: ['10', '20'], more }), say('Good.'), ask('q', 'More?'), end);
    world.writes('2');
    expect(world.answersSoFar).toEqual({ pick: '2' });
  });

  it('is none where the choices can be tapped', () => {
    const world = new World([order], { channel: 'messenger' });
    world.writes('order');
    world.writes('2');

    expect(world.place).toBe('order › size');
    expect(world.conversation.offered).toBeUndefined();
  });

  it('is one where the choices are more than the channel shows', () => {
    const choices = Array.from({ length: 11 }, (_, index) => `Choice ${String.fromCharCode(65 + index)}`);
    const world = new World([flow('show', [keyword('show')], pick({ choices }), end)], {
      channel: 'whatsapp',
    });
    world.writes('show');
    expect(world.said()[0]).toContain('11. Choice K');
    world.writes('11');
    expect(world.place).toBeNull();
  });

  it('is one in a private reply that carries no quick replies', () => {
    const sizes = flow(
      'sizes',
      [comment(['sizes'])],
      pick({ choices: ['Small', 'Large'] }),
      say('Good.'),
      end,
    );
    const world = new World([sizes], { channel: 'instagram' });
    world.comments('sizes');
    expect(world.said()).toEqual(['Which?\n1. Small\n2. Large']);
    expect(world.messages[0]?.body.quickReplies).toBeUndefined();
    world.writes('2');
    expect(world.said()).toEqual(['Good.']);
  });

  it('gives exactly the choice that stands at the number', () => {
    const words = fc.stringMatching(/^[a-z]{3,8}( [a-z]{3,8})?$/u).filter((text) => text.trim() !== '');
    const choices = fc.uniqueArray(words, {
      minLength: 1,
      maxLength: 20,
      selector: (text) => text.split(' ')[0],
    });
    fc.assert(
      fc.property(choices, fc.integer({ min: 0, max: 25 }), (titles, place) => {
        const world = onX(pick({ choices: titles }), ask('next', 'And then?'), end);
        fc.pre(world.place === 'show › pick');
        world.writes(String(place));
        expect(world.answersSoFar['pick']).toBe(titles[place - 1]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('quick replies in a numbered list', () => {
  const offering =
    (...titles: readonly string[]): Line =>
    (place) => ({
      verb: 'say',
      path: `${place}-say`,
      text: ['Well?'],
      link: null,
      extras: { quickReplies: titles.map((title) => [title]) },
    });

  it('count as if their words had been typed', () => {
    const world = onX(offering('Hello', 'order'), end);
    expect(world.conversation.offered).toEqual([
      { title: 'Hello', payload: 'say:Hello' },
      { title: 'order', payload: 'say:order' },
    ]);
    world.writes('2');
    expect(world.place).toBe('order › size');
  });

  it('answer a question that takes any words, and leave one that takes a number alone', () => {
    const world = onX(offering('A shop', 'A blog'), ask('q', 'What?', { save: 'q' }), ask('r', 'Why?'), end);
    world.writes('2');
    expect(world.answersSoFar).toEqual({ q: 'A blog' });

    const number = { more: { kind: { kind: 'number' } }, save: 'q' } as const;
    const count = onX(offering('A shop', 'A blog'), ask('q', 'How many?', number), ask('r', 'Why?'), end);
    count.writes('2');
    expect(count.answersSoFar).toEqual({ q: '2' });
  });

  it('are forgotten once the contact has answered in any way', () => {
    const world = onX(offering('order'), end);
    world.writes('something else');
    world.writes('1');
    expect(world.place).toBeNull();
  });

  it('are not kept where they repeat something confidential', () => {
    const secret = ask('secret', 'Secret?', { save: 'secret', more: { isSensitive: true } });
    const repeating: Line = (place) => ({
      verb: 'say',
      path: `${place}-say`,
      text: ['Well?'],
      link: null,
      extras: { quickReplies: [[answer('secret')], ['order']] },
    });
    const world = onX(secret, repeating, end);
    world.writes('hush');

    expect(world.said()).toEqual(['Well?\n1. hush\n2. order']);
    expect(JSON.stringify(world.conversation)).not.toContain('hush');
  });

  it('are never STOP', () => {
    const world = onX(offering('Stop'), end);
    world.writes('1');
    expect(world.isStopped).toBe(false);
  });
});

describe('buttons that have no place on the message', () => {
  const button = { kind: 'flow', title: ['Order now'], flow: 'order' } as const;

  it('start their flow by number', () => {
    const world = onX(
      (place) => ({
        verb: 'say',
        path: `${place}-say`,
        text: ['Well?'],
        link: null,
        extras: { buttons: [button] },
      }),
      end,
    );
    expect(world.said()).toEqual(['Well?\n1. Order now']);
    world.writes('1');
    expect(world.place).toBe('order › size');
  });
});

describe('questions of the FAQ that are offered in a numbered list', () => {
  const unclear = 'can I get a website from you';

  it('stand there once, in full, and are taken by number', () => {
    const world = new World([], { brand: answering(), channel: 'x' });
    world.writes(unclear);
    const [text = ''] = world.said();
    expect(text.match(/Can I pay in instalments\?/gu)).toHaveLength(1);
    const place = text.split('\n').find((line) => line.includes('instalments'))?.[0] ?? '';
    world.writes(`nr ${place}`);
    expect(world.said()).toEqual(['Half now, half later.']);
  });

  it('end with none of these, which has a number too', () => {
    const world = new World([], { brand: answering(), channel: 'x' });
    world.writes(unclear);
    const lines = world.said()[0]?.split('\n') ?? [];
    expect(lines.at(-1)).toBe(`${lines.length - 1}. None of these`);
    world.writes(String(lines.length - 1));
    expect(world.said()[0]).toContain('I did not get that');
  });

  it('are taken by number in any of its spellings where they can be tapped', () => {
    const world = new World([], { brand: answering(), channel: 'instagram' });
    world.writes(unclear);
    const line =
      world
        .said()[0]
        ?.split('\n')
        .find((one) => one.includes('instalments')) ?? '';
    world.writes(`#${line[0] ?? ''}`);
    expect(world.said()).toEqual(['Half now, half later.']);
  });
});
