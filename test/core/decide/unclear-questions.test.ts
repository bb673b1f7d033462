import { describe, expect, it } from 'vitest';
import { answering, instalments, place, question } from '../world/questions.js';
import type { FaqEntry } from '../../../src/core/faq.js';
import { guide, order } from '../world/studio.js';
import { World } from '../world/world.js';

function worldOf(entries?: readonly FaqEntry[]): World {
  return new World([guide, order], { brand: answering(entries) });
}

/** The quick replies under the last message. */
function offers(world: World): readonly string[] {
  return world.messages.at(-1)?.body.quickReplies?.map(({ title }) => title) ?? [];
}

describe('a question that is not clear', () => {
  const unclear = 'can I get a website from you';

  function unclearWorld(): World {
    const world = worldOf();
    world.writes(unclear);
    return world;
  }

  it('is asked back with up to three choices, each with a number, its question and a button', () => {
    const world = unclearWorld();
    const [text = ''] = world.said();
    expect(text.split('\n').map((line) => line.slice(0, 3))).toEqual(['I a', '1. ', '2. ', '3. ']);
    expect(text).toContain('How long does a website take?');
    expect(offers(world)).toHaveLength(4);
    expect(offers(world)).toEqual(
      expect.arrayContaining(['How long it takes', 'Paying in parts', 'Where we are', 'None of these']),
    );
  });

  it.each(['How long it takes', 'how long it takes!'])('is answered by the title %j', (title) => {
    const world = unclearWorld();
    world.writes(title);
    expect(world.said()).toEqual(['Four to six weeks.']);
  });

  it('is answered by a button, however old it is', () => {
    const world = unclearWorld();
    world.writes('guide');
    world.taps('How long it takes');
    expect(world.said()).toEqual(['Four to six weeks.', 'What are you working on?']);
  });

  it('is answered by a number', () => {
    for (const [index, title] of offers(unclearWorld()).slice(0, 3).entries()) {
      const [typed, tapped] = [unclearWorld(), unclearWorld()];
      typed.writes(`${index + 1}.`);
      tapped.taps(title);
      expect(typed.said()).toEqual(tapped.said());
      expect(typed.said()).toHaveLength(1);
    }
    const world = unclearWorld();
    world.writes('4');
    expect(world.said()).toEqual([expect.stringContaining('I did not get that')]);
  });

  it.each([
    ['Yes', 'Half now, half later.'],
    ['no', 'I did not get that'],
  ])('takes %j where only one question is offered', (word, answer) => {
    const world = worldOf([instalments]);
    world.writes('what does it all cost at once');
    expect(offers(world)).toEqual(['Paying in parts', 'None of these']);

    world.writes(word);
    expect(world.said()).toEqual([expect.stringContaining(answer)]);
  });

  it('is offered no more once a flow asks something itself', () => {
    const world = worldOf([instalments]);
    world.writes('what does it all cost at once');
    world.takesOver();
    world.handsBack('guide');
    world.said();
    world.writes('yes');
    expect(world.said().join()).not.toContain('Half now');
  });

  it('is not settled by yes where several are offered', () => {
    const world = unclearWorld();
    world.writes('yes');
    expect(world.said()).toEqual([expect.stringContaining('I did not get that')]);
  });

  it('counts a title or a number only right after the offer', () => {
    const world = unclearWorld();
    world.writes('guide');
    world.writes('2');
    expect(world.said()).toEqual(['Good luck with 2!']);
  });

  it('is over with STOP, after which neither its number nor its button is answered', () => {
    const world = unclearWorld();
    world.writes('STOP');
    expect(world.said()).toEqual([expect.stringContaining('You are unsubscribed')]);
    expect(world.conversation.clarifying ?? null).toBeNull();

    world.writes('1');
    expect(world.said()).toEqual([]);
    world.taps('How long it takes');
    expect(world.said()).toEqual([]);
  });

  it('is not asked back twice in a row: then we say that we do not know', () => {
    const world = unclearWorld();
    world.writes(unclear);
    expect(world.said()).toEqual([expect.stringContaining('I did not get that')]);
  });

  it('is not asked back where the workspace does not want it', () => {
    const world = new World([guide], { brand: answering(undefined, { asksBack: false }) });
    world.writes(unclear);
    expect(world.said()).toEqual([expect.stringContaining('I did not get that')]);
  });

  it('leads to a person where none was meant', () => {
    const world = unclearWorld();
    world.taps('None of these');
    expect(world.said()).toEqual([expect.stringContaining('I did not get that')]);

    world.taps('Talk to a person');
    expect(world.handoffs).toEqual(['asked']);
    expect(world.owner).toBe('human');
    expect(world.said()).toHaveLength(1);
  });

  it('is told apart from none even where messages that nothing matches are left to people', () => {
    const world = new World([guide], { brand: answering(undefined, { unmatched: 'silent' }) });
    world.writes('hello there my friend');
    expect(world.said()).toEqual([]);

    world.writes(unclear);
    world.taps('None of these');
    expect(offers(world)).toEqual(['Talk to a person']);
  });

  it('has buttons that fit the channel', () => {
    const long = question('long', {
      en: ['Can I get a website from you in the week before the trade fair in Hanover?'],
      answer: ['Yes.'],
    });
    const world = worldOf([long, place]);
    world.writes('website please');
    const [title = ''] = offers(world);
    expect(title.endsWith('…')).toBe(true);
    expect(title.length).toBeLessThanOrEqual(20);
  });
});

describe('what is no question of the FAQ', () => {
  it('is not known, and a person is offered', () => {
    const world = worldOf();
    world.writes('nice weather today');
    expect(world.said()).toEqual([expect.stringContaining('I did not get that')]);
    expect(offers(world)).toEqual(['Talk to a person']);

    world.taps('Talk to a person');
    expect(world.handoffs).toEqual(['asked']);
  });

  it('is said once, not after every line', () => {
    const world = worldOf();
    world.writes('nice weather today');
    world.writes('and so warm');
    expect(world.said()).toEqual([]);
  });
});
