import { describe, expect, it } from 'vitest';
import { answer, ask, flow, handoff, keyword, outcome, rate, say, set } from '../world/flows.js';
import { guide } from '../world/studio.js';
import { hour, second, World } from '../world/world.js';

const story = flow(
  'story',
  [keyword('story')],
  ask('what', 'What happened?', {
    save: 'what',
    within: hour,
    otherwise: [say('No hurry.'), outcome('silent')],
    more: { settle: 4 * second },
  }),
  say('Noted: ', answer('what')),
  outcome('told'),
);

function telling(...lines: readonly string[]): World {
  const world = new World([story, guide]);
  world.writes('story');
  for (const line of lines) world.writes(line);
  return world;
}

describe('what comes in one breath', () => {
  it('is one answer, line by line, once nothing more comes', () => {
    const world = telling('It arrived ', ' broken');
    expect(world.said()).toEqual([]);
    expect(world.place).toBe('story › what');

    world.waits(4 * second);
    expect(world.said()).toEqual(['Noted: It arrived\nbroken']);
    expect(world.timers.size).toBe(0);
  });

  it('is waited for anew with each message', () => {
    const world = telling('one');
    world.waits(2 * second);
    world.writes('two');
    world.waits(3 * second);
    expect(world.said()).toEqual([]);

    world.waits(2 * second);
    expect(world.said()).toEqual(['Noted: one\ntwo']);
  });

  it('may have a picture in it', () => {
    const world = telling('look');
    world.sendsPicture();
    expect(world.said()).toEqual([]);

    world.waits(4 * second);
    expect(world.said()).toEqual(['Noted: look']);
  });

  it('does not begin with a picture', () => {
    const world = telling();
    world.sendsPicture();

    expect(world.said()).toEqual(['Sorry, I did not get that.\nWhat happened?']);
  });

  it('ends with STOP, and nothing of it is left', () => {
    const world = telling('it arrived');
    world.writes('stop');
    expect(world.said()).toHaveLength(1);
    expect(world.isStopped).toBe(true);
    expect(world.timers.size).toBe(0);

    world.waits(24 * hour);
    expect(world.said()).toEqual([]);
    expect(world.outcomes).toEqual([]);
  });

  it('gives way to a keyword', () => {
    const world = telling('it arrived');
    world.writes('guide');
    expect(world.said()).toEqual(['Here is the guide.', 'What are you working on?']);

    world.waits(10 * second);
    expect(world.said()).toEqual([]);
    expect(world.place).toBe('guide › project');
  });

  it('goes on after HELP', () => {
    const world = telling('it arrived');
    world.writes('help');
    world.waits(4 * second);

    expect(world.said()).toEqual(['Noted: it arrived']);
  });

  it('is a person’s to read once they have asked for one, or one has come', () => {
    for (const comes of [
      (world: World) => world.writes('agent'),
      (world: World) => world.takesOver(),
      (world: World) => world.answersElsewhere('Hi'),
    ]) {
      const world = telling('it arrived');
      comes(world);
      expect(world.timers.size).toBe(0);

      world.waits(24 * hour);
      expect(world.said()).toEqual([]);
    }
  });

  it('still counts when the time of its question is up', () => {
    const world = telling();
    world.waits(hour - 4 * second);
    world.writes('late');
    world.waits(10 * second);

    expect(world.said()).toEqual(['Noted: late']);
    expect(world.outcomes).toEqual(['told']);
    expect(world.timers.size).toBe(0);
  });

  it('fires once, and an old timer ends nothing', () => {
    const world = telling('one');
    const [, first = ''] = [...world.timers.keys()];
    world.writes('two');
    world.fires(first);

    expect(world.said()).toEqual([]);
    expect(world.place).toBe('story › what');
  });

  it('that is too long is missed, and asked for again', () => {
    const short = flow(
      'short',
      [keyword('short')],
      ask('word', 'One word?', {
        save: 'word',
        more: { settle: 4 * second, kind: { kind: 'text', longest: 5 } },
      }),
      say('Thanks for ', answer('word')),
      outcome('done'),
    );
    const world = new World([short]);
    world.writes('short');
    world.writes('far too long');
    world.waits(4 * second);
    expect(world.said()).toEqual(['Please keep it to 5 characters.\nOne word?']);

    world.writes('short');
    world.writes('ok');
    world.waits(4 * second);
    expect(world.said()).toEqual(['Thanks for ok']);
  });

  it('is a new answer where the question is asked again', () => {
    const world = telling('one');
    world.writes('story');
    world.writes('two');
    world.waits(4 * second);

    expect(world.said()).toEqual(['Noted: two']);
  });
});

describe('several choices', () => {
  const fruits = flow(
    'fruits',
    [keyword('fruits')],
    ask('which', 'Which?', {
      choices: ['Apples', 'Pears', 'Plums'],
      save: 'which',
      more: { kind: { kind: 'several', atLeast: 2, atMost: 3 } },
      otherwise: [say('Well.'), handoff()],
    }),
    say('Got ', answer('which')),
    outcome('chosen'),
  );

  function choosing(): World {
    const world = new World([fruits, guide]);
    world.writes('fruits');
    return world;
  }

  const offered = (world: World) => world.messages.at(-1)?.body.quickReplies?.map(({ title }) => title);

  it('are offered until there are enough, and then with a way to be done', () => {
    const world = choosing();
    world.taps('Pears');
    expect(offered(world)).toEqual(['Apples', 'Plums']);

    world.taps('Apples');
    expect(offered(world)).toEqual(['Plums', 'Done']);

    world.taps('Done');
    expect(world.said()).toEqual(['Got apples, pears']);
  });

  it('stay chosen when something else is written', () => {
    const world = choosing();
    world.taps('Pears');
    world.writes('bananas');
    expect(world.said()).toEqual(['Please choose from these: 2 to 3 of them.\nWhich?']);
    expect(offered(world)).toEqual(['Apples', 'Plums']);

    world.writes('plums');
    world.writes('done');
    expect(world.said()).toEqual(['Got pears, plums']);
  });

  it('are let go with their question', () => {
    const world = choosing();
    world.taps('Pears');
    world.writes('fruits');
    expect(offered(world)).toEqual(['Apples', 'Pears', 'Plums']);
    expect(JSON.stringify(world.conversation.run)).not.toContain('picked');
  });

  it('are counted as they were chosen, however often', () => {
    const world = choosing();
    world.taps('Pears');
    world.taps('Pears', 'oldest');
    world.writes('fertig');

    expect(world.place).toBe('fruits › which');
  });
});

describe('a question whose answer is known', () => {
  const offer = flow(
    'offer',
    [keyword('offer')],
    ask('mail', 'Where to?', {
      save: 'mail',
      more: { kind: { kind: 'email' }, unlessKnown: { source: 'contact', name: 'mail' } },
    }),
    ask('again', 'And again?', {
      choices: ['Yes', 'No'],
      branches: { no: [say('No again.')] },
      more: { unlessKnown: { source: 'answer', name: 'constructor' } },
    }),
    say('Sent to ', answer('mail')),
    outcome('sent'),
  );
  const learn = flow('learn', [keyword('learn')], set('mail', 'It is Ada@Example.com'), outcome('learnt'));

  it('is passed without a word, and its answer kept in canonical form', () => {
    const world = new World([offer, learn]);
    world.writes('learn');
    world.writes('offer');

    expect(world.said()).toEqual(['And again?']);
    expect(world.answersSoFar).toEqual({ mail: 'Ada@example.com' });
    expect(world.timers.size).toBe(1);
  });

  it('is asked where nothing is known, or nothing that would be an answer', () => {
    const world = new World([offer, flow('learn', [keyword('learn')], set('mail', 'none'), outcome('x'))]);
    world.writes('offer');
    expect(world.said()).toEqual(['Where to?']);

    world.writes('learn');
    world.writes('offer');
    expect(world.said()).toEqual(['Where to?']);
  });

  it('goes the way of the choice that is known', () => {
    const twice = flow(
      'twice',
      [keyword('twice')],
      ask('first', 'Tea?', { choices: ['Yes', 'No'], save: 'tea' }),
      ask('second', 'Tea?', {
        choices: ['Yes', 'No'],
        branches: { no: [say('Then not.')] },
        more: { unlessKnown: { source: 'answer', name: 'tea' } },
      }),
      outcome('asked'),
    );
    const world = new World([twice]);
    world.writes('twice');
    world.taps('No');

    expect(world.said()).toEqual(['Then not.']);
    expect(world.outcomes).toEqual(['asked']);
  });
});

describe('a rating', () => {
  const feedback = flow(
    'feedback',
    [keyword('feedback')],
    rate('How was it?', [say('Lovely.')], [say('Sorry.')]),
    outcome('done'),
  );

  it('is an outcome with the mark as its value, under an id of its own', () => {
    const world = new World([feedback]);
    world.writes('feedback');
    world.taps('⭐⭐');

    expect(world.said()).toEqual(['Sorry.']);
    expect(world.asked('recordOutcome').map(({ outcome: reached }) => reached)).toMatchObject([
      { name: 'rated', value: 2, source: { kind: 'flow', step: '1-rate' } },
      { name: 'done', value: null, source: { step: '2-outcome' } },
    ]);
  });

  it('is given anew each time', () => {
    const world = new World([feedback]);
    for (const mark of ['5', 'sehr gut', '⭐']) {
      world.writes('feedback');
      world.writes(mark);
    }
    expect(world.outcomes).toEqual(['rated', 'done', 'rated', 'done', 'rated', 'done']);
  });
});
