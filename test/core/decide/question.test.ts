import { describe, expect, it } from 'vitest';
import { ask, contact, flow, keyword, outcome, say } from '../world/flows.js';
import { guide, order } from '../world/studio.js';
import { World } from '../world/world.js';

const again = 'Sorry, I did not get that.\nWhich size?';

function ordering(): World {
  const world = new World([order, guide]);
  world.writes('order');
  return world;
}

function guided(): World {
  const world = new World([guide]);
  world.writes('guide');
  return world;
}

describe('a question with choices', () => {
  it('offers them as buttons that are bound to it', () => {
    const world = ordering();

    expect(world.messages.at(-1)?.body).toEqual({
      text: 'Which size?',
      quickReplies: [
        { title: 'Small', payload: 'order#size#small' },
        { title: 'Extra large', payload: 'order#size#extra large' },
        { title: 'Cancel', payload: 'order#size#cancel' },
      ],
    });
  });

  it('takes a tap', () => {
    const world = ordering();
    world.taps('Extra large');

    expect(world.said()).toEqual(['One extra large, noted.']);
    expect(world.asked('recordMessage')).toMatchObject([
      { message: { text: 'Extra large', via: 'quick_reply' } },
    ]);
  });

  it.each(['extra large', 'EXTRA LÁRGE!', ' Extra-Large 👍'])('takes its title, typed as %j', (text) => {
    const world = ordering();
    world.writes(text);

    expect(world.said()).toEqual(['One extra large, noted.']);
  });

  it.each(['small please', 'the small one', 'I will take the small'])(
    'takes what is clearly meant: %j',
    (text) => {
      const world = ordering();
      world.writes(text);

      expect(world.said()).toEqual(['One small, noted.']);
    },
  );

  it.each([
    ['small or extra large?', 'two are named'],
    ['not small', 'it is negated'],
    ["don't send small", 'it is negated'],
    ['nicht small', 'it is negated in German'],
    ['small, maybe later', 'it is in doubt'],
    ['vielleicht small', 'it is in doubt in German'],
    ['small if it is cheap', 'there is a condition'],
    ['is small for kids?', 'it is a question'],
    ['one small for each of us', 'it is longer than an aside'],
    ['smaller', 'it is another word'],
    ['huge', 'nothing is named'],
    ['🎉', 'there are no words'],
    ['!?', 'there are no words'],
  ])('takes no %j: %s', (text) => {
    const world = ordering();
    world.writes(text);

    expect(world.said()).toEqual([again]);
    expect(world.place).toBe('order › size');
  });

  it('takes no picture', () => {
    const world = ordering();
    world.sendsPicture();

    expect(world.said()).toEqual([again]);
  });

  it('goes the way of the choice', () => {
    const world = ordering();
    world.taps('Cancel');

    expect(world.said()).toEqual(['Nothing ordered.']);
    expect(world.place).toBeNull();
    expect(world.handoffs).toEqual([]);
  });

  it('offers its buttons with each try', () => {
    const world = ordering();
    world.writes('huge');

    expect(world.messages.at(-1)?.body.quickReplies).toHaveLength(3);
  });

  it('goes its other way after the last try', () => {
    const world = ordering();
    world.writes('huge');
    world.writes('gigantic');
    expect(world.said()).toEqual([again]);

    world.writes('colossal');
    expect(world.said()[0]).toBe('Let me get someone.');
    expect(world.handoffs).toEqual(['flow']);
    expect(world.owner).toBe('human');
  });

  it('has its own words for a miss, where its author gave some', () => {
    const polite = flow(
      'polite',
      [keyword('polite')],
      ask('q', 'Tea?', { choices: ['Yes'], retry: ['Excuse me, ', contact('nick', 'dear'), '.'] }),
    );
    const world = new World([polite]);
    world.writes('polite');
    world.writes('what');

    expect(world.said()).toEqual(['Excuse me, dear.\nTea?']);
  });

  it('counts its tries anew when it is asked again', () => {
    const world = ordering();
    world.writes('huge');
    world.writes('gigantic');
    world.writes('order');
    world.writes('huge');
    world.writes('gigantic');

    expect(world.place).toBe('order › size');
  });
});

describe('a button of an older question', () => {
  const first = ask('first', 'Want the guide?', { choices: ['Yes', 'No'] });
  const twoQuestions = flow(
    'two',
    [keyword('two')],
    first,
    ask('second', 'Weekly tips, too?', { choices: ['Yes', 'No'], save: 'tips' }),
    ask('third', 'What are you working on?', { save: 'project' }),
    outcome('done'),
  );

  it('does not answer the present one, though its title would', () => {
    const world = new World([twoQuestions]);
    world.writes('two');
    world.taps('Yes');
    world.taps('Yes', 'oldest');

    expect(world.place).toBe('two › second');
    expect(world.answersSoFar).toEqual({});
    expect(world.said()).toEqual(['Sorry, I did not get that.\nWeekly tips, too?']);
  });

  it('does not answer an open question either', () => {
    const world = new World([twoQuestions]);
    world.writes('two');
    world.taps('Yes');
    world.taps('No');
    world.taps('Yes');

    expect(world.place).toBe('two › third');
    expect(world.answersSoFar).toEqual({ tips: 'no' });
  });

  it('says nothing but its title once nothing is asked any more', () => {
    const world = new World([order]);
    world.writes('order');
    world.taps('Small');
    world.taps('Small');

    expect(world.outcomes).toEqual(['ordered']);
    expect(world.said()[0]).toMatch(/^Sorry, I did not get that\. I know these words/u);
  });
});

describe('an open question', () => {
  it('has no buttons', () => {
    expect(guided().messages.at(-1)?.body).toStrictEqual({ text: 'What are you working on?' });
  });

  it('takes any words as they were written', () => {
    const world = guided();
    world.writes('  My Thesis, on “words” \n');

    expect(world.said()).toEqual(['Good luck with My Thesis, on “words”!']);
  });

  it('takes emoji', () => {
    const world = guided();
    world.writes('🚀');

    expect(world.said()).toEqual(['Good luck with 🚀!']);
  });

  it.each(['', ' \n\t '])('takes no %j', (text) => {
    const world = guided();
    world.writes(text);

    expect(world.said()).toEqual(['Sorry, I did not get that.\nWhat are you working on?']);
  });

  it('takes no picture without words', () => {
    const world = guided();
    world.sendsPicture();

    expect(world.said()).toEqual(['Sorry, I did not get that.\nWhat are you working on?']);
    expect(world.asked('recordMessage')).toMatchObject([{ message: { via: 'attachment', text: '' } }]);
  });

  const keeping = flow(
    'keeping',
    [keyword('keep')],
    ask('story', 'Tell me.', { save: 'story' }),
    ask('more', 'And?'),
    say('ok'),
  );

  it.each([
    ['of one letter', 'a'.repeat(501), 'a'.repeat(500)],
    ['of words', 'word '.repeat(200), 'word '.repeat(100).trim()],
    ['of paragraphs', `${'a'.repeat(200)}\n\n${'b'.repeat(400)}`, `${'a'.repeat(200)}\n\n${'b'.repeat(298)}`],
    ['of emoji', '👩‍👩‍👧'.repeat(100), '👩‍👩‍👧'.repeat(62)],
  ])('keeps the first 500 characters of a long answer %s', (_, text, kept) => {
    const world = new World([keeping]);
    world.writes('keep');
    world.writes(text);

    expect(world.answersSoFar).toEqual({ story: kept });
  });

  it('keeps an answer of 500 characters whole', () => {
    const world = new World([keeping]);
    world.writes('keep');
    world.writes('b'.repeat(500));

    expect(world.answersSoFar).toEqual({ story: 'b'.repeat(500) });
  });
});
