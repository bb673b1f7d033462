import { describe, expect, it } from 'vitest';
import type { TriggerDefinition } from '../../../src/flow/definition.js';
import { Brand, weekdays } from '../world/brand.js';
import { containedKeyword, flow, keyword, outcome, postback, ref, say, storyReply } from '../world/flows.js';
import { mentionedInStory, written } from '../world/happenings.js';
import { guide } from '../world/studio.js';
import { day, hour, World } from '../world/world.js';

/** A flow that says its name. */
function named(name: string, ...start: readonly TriggerDefinition[]) {
  return flow(name, start, say(name), outcome('told'));
}

/** Everything that was said from the beginning. */
const texts = (world: World): readonly string[] => world.messages.map(({ body }) => body.text);

const priorities = (one: TriggerDefinition, priority: number): TriggerDefinition => ({ ...one, priority });

describe('an advertisement', () => {
  const flows = [
    named('any', { kind: 'ad', ads: [] }),
    named('seven', { kind: 'ad', ads: ['7'] }),
    named('linked', ref('spring')),
  ];

  it('starts the flow of its id, else the one for any', () => {
    const world = new World(flows);
    world.comesByAd('7');
    world.comesByAd('8');
    world.comesByAd(null);
    expect(texts(world)).toEqual(['seven', 'any', 'any']);
  });

  it('that has a ref starts the flow of the ref', () => {
    const world = new World(flows);
    world.happens({ kind: 'referralReceived', referral: { ref: 'spring', source: 'ADS', adId: '7' } });
    expect(world.said()).toEqual(['linked']);
  });

  it('that no flow answers is no answer to an open question, and gets none', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.said();
    world.comesByAd('9');
    expect(world.said()).toEqual([]);
    expect(world.place).toBe('guide › project');
  });
});

describe('a story', () => {
  it('in which we are mentioned starts its flow, in the middle of another too', () => {
    const world = new World([guide, named('thanks', { kind: 'story_mention' })]);
    world.writes('guide');
    world.said();
    world.happens(mentionedInStory());
    expect(world.said()).toEqual(['thanks']);
  });

  it('that is answered with a word starts the flow of that word, else the one for any', () => {
    const world = new World([
      named('any', storyReply),
      named('wow', { kind: 'story_reply', words: ['wow'] }),
    ]);
    world.answersStory('Wow, nice!');
    world.answersStory('nice');
    expect(texts(world)).toEqual(['wow', 'any']);
  });

  it('that is answered with a keyword starts the flow of the keyword', () => {
    const world = new World([named('any', storyReply), named('price', containedKeyword('price'))]);
    world.answersStory('what is the price?');
    expect(world.said()).toEqual(['price']);
  });
});

describe('a button of the platform', () => {
  it.each(['ice_breaker', 'menu'] as const)(
    'starts its flow by a payload that stays the same: %s',
    (kind) => {
      const world = new World([named('offers', { kind, titles: ['What do you offer?'] })]);
      world.presses('start:offers', 'What do you offer?');
      expect(world.said()).toEqual(['offers']);
    },
  );
});

describe('the first message', () => {
  const flows = [named('hello', { kind: 'first_message' }), named('price', containedKeyword('price')), guide];

  it('starts its flow, once and never again', () => {
    const world = new World(flows);
    world.writes('good morning');
    expect(world.said()).toEqual(['hello']);
    world.waits(3 * day);
    world.writes('good morning');
    expect(world.said()).not.toContain('hello');
  });

  it('gives way to everything that is more specific', () => {
    const world = new World(flows);
    world.writes('what is the price?');
    expect(world.said()).toEqual(['price']);
  });
});

describe('a message outside of the office hours', () => {
  const brand = () => new Brand({ hours: weekdays });
  const flows = [named('closed', { kind: 'outside_hours' }), named('price', containedKeyword('price'))];

  /** Monday, nine in the evening. */
  function inTheEvening(): World {
    const world = new World(flows, { brand: brand() });
    world.waits(11 * hour);
    return world;
  }

  it('starts its flow, once until we have been open again', () => {
    const world = inTheEvening();
    world.writes('anybody there?');
    world.writes('really nobody?');
    expect(texts(world).filter((text) => text === 'closed')).toEqual(['closed']);
    world.waits(day);
    world.writes('and now?');
    expect(world.said()).toContain('closed');
  });

  it('gives way to everything that is more specific', () => {
    const world = inTheEvening();
    world.writes('what is the price?');
    expect(world.said()).toEqual(['price']);
  });

  it('is any other message inside of them', () => {
    const world = new World(flows, { brand: brand() });
    world.writes('anybody there?');
    expect(world.said()).not.toContain('closed');
  });

  it('is a matter of hours that there are', () => {
    const world = new World(flows);
    world.writes('anybody there?');
    expect(world.said()).not.toContain('closed');
  });
});

describe('of several flows that a message would start', () => {
  it('the one with the better priority goes first, within one kind of trigger', () => {
    const world = new World([
      named('long', containedKeyword('price list')),
      named('short', priorities(containedKeyword('price'), 1)),
      named('whole', priorities(keyword('price list'), 9)),
    ]);
    world.writes('send the price list');
    world.writes('price list');
    expect(texts(world)).toEqual(['short', 'whole']);
  });

  it('the trace names the others, and why they gave way', () => {
    const world = new World([
      named('part', containedKeyword('price')),
      named('whole', keyword('price')),
      named('hello', { kind: 'first_message' }),
    ]);
    world.writes('Price!');
    expect(world.decision?.trace).toEqual(
      expect.arrayContaining([
        { rule: 'route', result: 'start: keyword "price"' },
        {
          rule: 'also fits',
          result:
            'part by contained keyword "price": a keyword that is the whole message goes before a keyword somewhere in it',
        },
        {
          rule: 'also fits',
          result:
            'hello by the first message: a keyword that is the whole message goes before the first message',
        },
      ]),
    );
  });
});

describe('a trigger for one language', () => {
  it('does not count for a contact of whom another is known', () => {
    const world = new World([
      named('german', { ...keyword('gift'), language: 'de' }),
      named('button', { ...postback('GO'), language: 'de' }),
    ]);
    world.writes('gift');
    expect(world.said()).toEqual(['german']);

    world.conversation = {
      ...world.conversation,
      contact: { ...world.conversation.contact, language: 'en' },
    };
    world.writes('gift');
    world.presses('GO');
    expect(world.said()).not.toContain('german');
    expect(world.place).toBeNull();
  });
});

describe('what may be misspelt', () => {
  it('starts its flow where nothing is asked, and is an answer where something is', () => {
    const near: TriggerDefinition = { kind: 'keyword', phrases: ['pricing'], match: 'near' };
    const world = new World([named('pricing', near), guide]);
    world.happens(written('prcing'));
    expect(world.said()).toEqual(['pricing']);

    world.writes('guide');
    world.said();
    world.writes('prcing');
    expect(world.said()).toEqual(['Good luck with prcing!']);
  });
});
