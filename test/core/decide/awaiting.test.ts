import { describe, expect, it } from 'vitest';
import type { ToldNames } from '../../../src/core/platform-event.js';
import { type Happening, observed, written } from '../world/happenings.js';
import { ask, contact, flow, goToFlow, keyword, outcome, run, say, test, when } from '../world/flows.js';
import { guide, order } from '../world/studio.js';
import { second, World } from '../world/world.js';

const greeting = flow(
  'greeting',
  [keyword('hi')],
  say('Hi ', contact('first_name', 'there'), '!'),
  ask('mood', 'How are you?'),
  outcome('greeted'),
);

/** In which the profile has been asked for, and not been told yet. */
function waiting(): World {
  const world = new World([greeting, guide]);
  world.writes('hi');
  return world;
}

/** Words that tell who wrote them. */
function telling(text: string, profile: ToldNames): Happening {
  const words = written(text);
  return words.kind === 'messageReceived' ? { ...words, profile } : words;
}

describe('a flow that greets by name', () => {
  it('asks for the profile before it says anything', () => {
    const world = waiting();

    expect(world.asked('fetchProfile')).toEqual([
      {
        kind: 'fetchProfile',
        requestId: '0000000000000001.profile',
        timesOutAt: world.now + 5 * second,
      },
    ]);
    expect(world.decision?.disposition).toBe('deferred');
    expect(world.decision?.trace).toEqual([
      { rule: 'awaiting', result: 'the profile, for a flow that greets by name' },
    ]);
    expect(world.messages).toEqual([]);
    expect(world.asked('recordMessage')).toEqual([]);
  });

  it('asks for none where what was written told it', () => {
    const world = new World([greeting, guide]);
    world.happens(telling('hi', { firstName: 'Ada', name: 'Ada Nord' }));

    expect(world.said()).toEqual(['Hi Ada!', 'How are you?']);
    expect(world.asked('fetchProfile')).toEqual([]);

    world.happens(telling('well', { firstName: 'Bea', name: 'Bea' }));
    expect(world.conversation.contact.profile?.name).toBe('Ada Nord');
  });

  it('asks where what was written told nothing', () => {
    const world = new World([greeting, guide]);
    world.happens(telling('hi', { firstName: null, name: null }));

    expect(world.asked('fetchProfile')).toHaveLength(1);
  });

  it('goes on with the name when it is told', () => {
    const world = waiting();
    world.tellsProfile('Ada');

    expect(world.said()).toEqual(['Hi Ada!', 'How are you?']);
    expect(world.conversation.awaiting).toBeNull();
  });

  it('goes on without one where the platform tells none', () => {
    const world = waiting();
    world.tellsProfile(null);

    expect(world.said()).toEqual(['Hi there!', 'How are you?']);
  });

  it('goes on without one when the answer takes too long', () => {
    const world = waiting();
    world.waits(5 * second - 1);
    expect(world.messages).toEqual([]);

    world.waits(1);

    expect(world.said()).toEqual(['Hi there!', 'How are you?']);
    expect(world.timers.size).toBe(1);
  });

  it('asks once', () => {
    const world = waiting();
    world.waits(5 * second);
    world.writes('hi');

    expect(world.asked('fetchProfile')).toEqual([]);
    expect(world.said()).toEqual(['Hi there!', 'How are you?']);
  });

  it('knows a name that came too late the next time', () => {
    const world = waiting();
    world.waits(5 * second);
    world.tellsProfile('Ada');
    world.writes('hi');

    expect(world.said()).toEqual(['Hi Ada!', 'How are you?']);
  });

  it('keeps a known name when a later answer tells none', () => {
    const world = waiting();
    world.tellsProfile('Ada');
    world.tellsProfile(null);
    world.writes('hi');

    expect(world.said()).toEqual(['Hi Ada!', 'How are you?']);
  });

  const runner = flow('runner', [keyword('runner')], run('greeting'));
  const goer = flow('goer', [keyword('goer')], goToFlow('runner'));
  const asker = flow(
    'asker',
    [keyword('asker')],
    when(test({ kind: 'contact', name: 'first_name' }, { kind: 'is_known', known: true }), [
      say('I know you.'),
    ]),
    outcome('asked'),
  );

  it.each(['runner', 'goer', 'asker'])(
    'may be one that another leads to, or only look at the name: %s',
    (word) => {
      const world = new World([greeting, runner, goer, asker]);
      world.writes(word);

      expect(world.decision?.disposition).toBe('deferred');
      world.tellsProfile('Ada');
      expect(world.said()[0]).toMatch(/^Hi Ada!$|^I know you\.$/u);
    },
  );

  it('is not waited for where no name is said', () => {
    const world = new World([greeting, guide]);
    world.writes('guide');

    expect(world.decision?.disposition).toBe('handled');
  });
});

describe('what comes in while an answer is awaited', () => {
  it('waits, and is decided in order when the answer has come', () => {
    const world = waiting();
    world.writes('fine, thanks');
    world.writes('guide');
    expect(world.messages).toEqual([]);

    world.tellsProfile('Ada');
    expect(world.said()).toEqual([
      'Hi Ada!',
      'How are you?',
      'Here is the guide.',
      'What are you working on?',
    ]);
    expect(world.asked('recordMessage').map(({ message }) => message.text)).toEqual([
      'hi',
      'fine, thanks',
      'guide',
    ]);
    expect(world.outcomes).toEqual(['greeted', 'delivered']);
  });

  it('waits until the time-out at the most', () => {
    const world = waiting();
    world.writes('fine, thanks');
    world.waits(5 * second);

    expect(world.outcomes).toEqual(['greeted']);
  });

  it('says that it waits', () => {
    const world = waiting();
    world.writes('fine, thanks');

    expect(world.decision?.disposition).toBe('deferred');
    expect(world.decision?.trace).toEqual([{ rule: 'awaiting', result: 'waits behind what came before' }]);
  });

  it.each<[string, (world: World) => void]>([
    ['HELP', (world) => world.writes('help')],
    ['a link', (world) => world.follows('guide')],
    ['a wish for a person', (world) => world.writes('agent')],
  ])('waits also if it is %s', (_, happen) => {
    const world = waiting();
    happen(world);

    expect(world.decision?.disposition).toBe('deferred');
  });

  it('does not wait if it is STOP, after which the rest is met with silence', () => {
    const world = waiting();
    world.writes('fine, thanks');
    world.writes('stop');

    expect(world.isStopped).toBe(true);
    expect(world.conversation.awaiting).toBeNull();
    expect(world.timers.size).toBe(0);
    expect(world.said()).toHaveLength(1);
    expect(world.asked('recordMessage').map(({ message }) => message.text)).toEqual([
      'stop',
      'hi',
      'fine, thanks',
    ]);

    world.tellsProfile('Ada');
    expect(world.said()).toEqual([]);
  });

  it('leaves the last message of the contact what it is, though earlier ones are decided after it', () => {
    const world = waiting();
    world.writes('stop');

    expect(world.conversation.lastContactEventId).toBe('0000000000000002');
  });

  it.each<[string, (world: World) => void]>([
    ['a take-over', (world) => world.takesOver()],
    ['a person’s answer', (world) => world.answers('Hello!')],
    ['an echo from another app', (world) => world.answersElsewhere('Hello!')],
    ['standby', (world) => world.happens(observed('hello', true))],
  ])('does not wait if it is %s, after which the bot is silent', (_, happen) => {
    const world = waiting();
    world.writes('guide');
    happen(world);

    expect(world.conversation.awaiting).toBeNull();
    expect(world.timers.size).toBe(0);
    expect(world.place).toBeNull();
    expect(world.outbox.queued.filter(({ speaker }) => speaker.kind !== 'person')).toEqual([]);
    expect(world.asked('recordMessage').map(({ message }) => message.text)).toContain('guide');
  });

  it('may have to wait again', () => {
    const world = new World([greeting, order]);
    world.writes('hi');
    world.writes('hi');
    world.tellsProfile('Ada');

    expect(world.said()).toEqual(['Hi Ada!', 'How are you?', 'Hi Ada!', 'How are you?']);
  });
});
