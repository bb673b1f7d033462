import { describe, expect, it } from 'vitest';
import type { FaqEntry } from '../../../src/core/faq.js';
import { ask, containedKeyword, flow, keyword, outcome, say, storyReply } from '../world/flows.js';
import { written } from '../world/happenings.js';
import { answering, both, duration, instalments, place, question } from '../world/questions.js';
import { guide, order } from '../world/studio.js';
import { day, hour, World, type Setting } from '../world/world.js';

const asked = 'how long will a website take you?';

function worldOf(entries?: readonly FaqEntry[], setting: Omit<Setting, 'brand'> = {}): World {
  return new World([guide, order], { brand: answering(entries), ...setting });
}

/** The quick replies under the last message. */
function offers(world: World): readonly string[] {
  return world.messages.at(-1)?.body.quickReplies?.map(({ title }) => title) ?? [];
}

describe('a question of the FAQ', () => {
  it('is answered in words of people’s own, and the answer says whose it is', () => {
    const world = worldOf();
    world.writes(asked);

    expect(world.said()).toEqual(['Four to six weeks.']);
    expect(world.messages.at(-1)).toMatchObject({
      speaker: { kind: 'system', rule: 'faq:duration' },
      basis: { kind: 'reply_window' },
    });
    expect(world.conversation.run).toBeNull();
  });

  it('leaves behind how sure we were, and no word of the contact’s', () => {
    const world = worldOf();
    world.writes(asked);

    expect(world.decision?.trace).toContainEqual({
      rule: 'route',
      result: expect.stringMatching(/^question: faq answer: duration 0\.\d\d/u) as string,
    });
    expect(JSON.stringify(world.decision?.trace)).not.toContain('website');
  });

  it('tags who asks it, and carries its link with a code of its own', () => {
    const link = { name: 'work', label: 'Our work', target: 'https://example.com/work' };
    const world = worldOf([
      question('work', {
        en: ['Can I see your work?'],
        tags: ['curious'],
        response: { kind: 'answer', text: ['Gladly.'], link, needsProfile: false },
      }),
    ]);
    world.writes('can i see your work');

    expect(world.conversation.contact.tags).toEqual(['curious']);
    expect(world.messages.at(-1)?.body.link).toMatchObject({ label: 'Our work', target: link.target });
    expect(world.messages.at(-1)?.body.link?.code).not.toBe('');
  });

  it('waits for the name where its answer says it', () => {
    const name = { source: 'contact', name: 'first_name', fallback: 'you' } as const;
    const world = worldOf([
      question('hello', {
        en: ['How are you?'],
        response: { kind: 'answer', text: ['Fine, ', name, '!'], link: null, needsProfile: true },
      }),
    ]);
    world.writes('how are you?');
    expect(world.said()).toEqual([]);

    world.tellsProfile('Lea');
    expect(world.said()).toEqual(['Fine, Lea!']);
  });

  it('starts the flow that answers it', () => {
    const world = worldOf([question('sizes', { en: ['Which sizes are there?'], flow: 'order' })]);
    world.writes('which sizes are there?');

    expect(world.said()).toEqual(['Which size?']);
    expect(world.place).toBe('order › size');
  });

  it('goes before a keyword in it only in its very words', () => {
    const take = flow('take', [containedKeyword('take')], say('Take away!'), outcome('taken'));
    const world = new World([take], { brand: answering() });
    world.writes('How long does a website take?');
    expect(world.said()).toEqual(['Four to six weeks.']);

    world.writes('how long will a website take you');
    expect(world.said()).toEqual(['Take away!']);
  });

  it('goes before a flow that takes any first message', () => {
    const welcome = flow('welcome', [{ kind: 'first_message' }], say('Welcome!'), outcome('welcomed'));
    const world = new World([welcome], { brand: answering() });
    world.writes(asked);
    expect(world.said()).toEqual(['Four to six weeks.']);

    const other = new World([welcome], { brand: answering() });
    other.writes('good morning');
    expect(other.said()).toEqual(['Welcome!']);
  });

  it('gives way to a keyword that is the whole message', () => {
    const weeks = flow('weeks', [keyword('how many weeks do you need')], say('A flow.'), outcome('told'));
    const world = new World([weeks], { brand: answering() });
    world.writes('How many weeks do you need?');
    expect(world.said()).toEqual(['A flow.']);
  });

  it('is answered about a story, but what is unclear about one is left alone', () => {
    const world = worldOf();
    world.answersStory(asked);
    expect(world.said()).toEqual(['Four to six weeks.']);

    world.answersStory('can I get a website from you');
    expect(world.said()).toEqual([]);
  });

  it('gives way to a flow for story replies', () => {
    const story = flow('story', [storyReply], say('Thanks!'), outcome('thanked'));
    const world = new World([story], { brand: answering() });
    world.answersStory(asked);
    expect(world.said()).toEqual(['Thanks!']);
  });
});

describe('the language of an answer', () => {
  it('is that of the question where the contact’s is not known', () => {
    const world = worldOf();
    world.writes('Wo seid ihr denn?');
    expect(world.conversation.contact.language).toBeUndefined();
    expect(world.said()).toEqual(['In Hamburg am Hafen.']);
  });

  it('is the contact’s own once it is known', () => {
    const world = worldOf();
    world.writes('ich möchte bitte etwas wissen');
    world.writes(asked);
    expect(world.said()).toEqual(['Vier bis sechs Wochen.']);
  });

  it('is that of the choices and of the offer too', () => {
    const world = worldOf();
    world.writes('ich möchte bitte etwas wissen');
    expect(offers(world)).toEqual(['Mit Mensch sprechen']);

    world.writes('can I get a website from you');
    expect(world.said()[0]).toContain('Kann ich in Raten zahlen?');
    expect(offers(world)).toContain('In Raten zahlen');
    expect(offers(world).at(-1)).toBe('Nichts davon');
  });
});

describe('a question in the middle of a flow', () => {
  it('is answered, and the flow’s own question is asked again', () => {
    const world = worldOf();
    world.writes('order');
    world.writes('can i pay it in instalments');

    expect(world.said()).toEqual(['Half now, half later.', 'Which size?']);
    expect(offers(world)).toEqual(['Small', 'Extra large', 'Cancel']);
    world.writes('small');
    expect(world.said()).toEqual(['One small, noted.']);
  });

  it('counts as no wrong answer', () => {
    const world = worldOf();
    world.writes('order');
    for (let times = 0; times < 4; times += 1) world.writes(asked);
    expect(world.place).toBe('order › size');
    expect(world.said()).toEqual(['Four to six weeks.', 'Which size?']);
  });

  it('goes before any words only where it plainly asks', () => {
    const world = worldOf();
    world.writes('guide');
    world.writes(asked);
    expect(world.said()).toEqual(['Four to six weeks.', 'What are you working on?']);

    world.writes('how long a website takes');
    expect(world.said()).toEqual(['Good luck with how long a website takes!']);
  });

  it('gives way to a choice that reads the same', () => {
    const sizes = flow(
      'sizes',
      [keyword('sizes')],
      ask('which', ['Which?'], { choices: ['Where are you located', 'Small'] }),
      say('Chosen.'),
      outcome('chosen'),
    );
    const world = new World([sizes], { brand: answering() });
    world.writes('sizes');
    world.writes('where are you located');
    expect(world.said()).toEqual(['Chosen.']);
  });

  it('is no reason to ask back: the flow’s question stands', () => {
    const world = worldOf();
    world.writes('order');
    world.writes('can I get a website from you');
    expect(world.said()[0]).toContain('Which size?');
    expect(world.conversation.clarifying ?? null).toBeNull();
  });
});

describe('a question with conditions', () => {
  const summer = { ...duration, from: '2026-01-13', until: '2026-01-14' };

  it('is answered from its first to its last day, by the workspace’s clock', () => {
    // Monday 12 January, 10:00 in Berlin.
    const world = worldOf([summer, place]);
    const answers = (): boolean => {
      world.writes('How long does a website take?');
      return world.said().includes('Four to six weeks.');
    };
    expect(answers()).toBe(false);
    world.waits(13 * hour + 58 * 60_000);
    expect(answers()).toBe(false);
    world.waits(5 * 60_000);
    expect(answers()).toBe(true);
    world.waits(day + 23 * hour);
    expect(answers()).toBe(true);
    world.waits(hour);
    expect(answers()).toBe(false);
  });

  it('is answered on its channels', () => {
    const only = { ...duration, channels: ['messenger'] as const };
    const [instagram, messenger] = [worldOf([only, place]), worldOf([only, place], { channel: 'messenger' })];
    instagram.writes('How long does a website take?');
    messenger.writes('How long does a website take?');
    expect(instagram.said()).not.toContain('Four to six weeks.');
    expect(messenger.said()).toEqual(['Four to six weeks.']);
  });

  it('that is gone is not answered by its old button', () => {
    const world = worldOf();
    world.writes('can I get a website from you');
    world.workspace = answering([instalments, place]).serve(guide);
    world.taps('How long it takes');
    expect(world.said()).toEqual([expect.stringContaining('I did not get that')]);
  });
});

describe('the FAQ keeps silent', () => {
  it('while a person owns the chat', () => {
    const world = worldOf();
    world.writes('hello');
    world.takesOver();
    world.writes('How long does a website take?');
    expect(world.said()).toEqual([]);
  });

  it('after STOP, for buttons too', () => {
    const world = worldOf();
    world.writes('can I get a website from you');
    world.writes('stop');
    world.writes('How long does a website take?');
    expect(world.said()).toEqual([]);
    world.taps('How long it takes');
    expect(world.said()).toEqual([]);
    world.taps('None of these');
    expect(world.said()).toEqual([]);
    expect(world.handoffs).toEqual([]);
  });

  it('where somebody asks too late', () => {
    const world = worldOf();
    world.happens(written('How long does a website take?'), { ago: world.replyWindow });
    expect(world.said()).toEqual([]);
  });

  it('for STOP in the words of a question', () => {
    const world = worldOf([
      question('stop', { en: ['How do I stop this?', 'stop'], answer: both('So.', 'So.') }),
    ]);
    world.writes('stop');
    expect(world.isStopped).toBe(true);
    expect(world.said()).toEqual([expect.stringContaining('unsubscribed')]);
  });
});
