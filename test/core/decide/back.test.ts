import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answer,
  ask,
  askConsent,
  containedKeyword,
  end,
  flow,
  goToStep,
  keyword,
  outcome,
  run,
  say,
  type Line,
} from '../world/flows.js';
import { tips } from '../world/brand.js';
import { day, hour, World } from '../world/world.js';

const wait: Line = (place) => ({
  verb: 'wait',
  path: `${place}-wait`,
  until: { kind: 'for', duration: day },
  longest: day,
});

const tour = flow(
  'tour',
  [keyword('tour')],
  ask('name', 'Your name?', { save: 'name' }),
  ask('size', 'How large?', { save: 'size', choices: ['Small', 'Large'] }),
  run('details'),
  ask('last', 'Anything else?', { save: 'last' }),
  say('Thanks, ', answer('name'), '.'),
  outcome('told'),
  wait,
  say('Still there?'),
  end,
);
const details = flow('details', [], ask('city', 'Which city?'), ask('street', 'Which street?'));
const greeting = flow('greeting', [keyword('hello', 'back')], say('Hello!'), outcome('greeted'));

function touring(...words: readonly string[]): World {
  const world = new World([tour, details]);
  for (const text of ['tour', ...words]) world.writes(text);
  return world;
}

describe('back', () => {
  it('asks the last answered question again, and forgets its answer', () => {
    const world = touring('Ada');
    expect(world.answersSoFar).toEqual({ name: 'Ada' });
    world.writes('go back');
    expect(world.said()).toEqual(['Your name?']);
    expect(world.answersSoFar).toEqual({});
    world.writes('Bea');
    expect(world.answersSoFar).toEqual({ name: 'Bea' });
    expect(world.place).toBe('tour › size');
  });

  it('goes back further with each time, and asks the first question again and again', () => {
    const world = touring('Ada', 'small', 'Kiel');
    const places = ['details › city', 'tour › size', 'tour › name', 'tour › name'];
    for (const place of places) {
      world.writes('zurück');
      expect(world.place).toBe(place);
    }
    expect(world.said()).toEqual(['Your name?']);
  });

  it('goes back out of a flow that another one runs, which then runs anew', () => {
    const world = touring('Ada', 'small');
    expect(world.place).toBe('details › city');
    world.writes('back');
    expect(world.place).toBe('tour › size');
    expect(world.conversation.run?.frames).toHaveLength(1);
    world.writes('large');
    world.writes('Kiel');
    world.writes('Main street');
    expect(world.place).toBe('tour › last');
    world.writes('back');
    expect(world.place).toBe('tour › size');
  });

  it('leaves a wait', () => {
    const world = touring('Ada', 'small', 'Kiel', 'Main street', 'no');
    expect(world.place).toBe('tour › 7-wait');
    world.writes('back');
    expect(world.place).toBe('tour › last');
    world.waits(2 * day);
    expect(world.messages.map(({ body }) => body.text)).not.toContain('Still there?');
  });

  it('gives the question its whole time again', () => {
    const world = touring('Ada');
    world.waits(19 * hour);
    world.writes('back');
    world.waits(19 * hour);
    expect(world.place).toBe('tour › name');
    world.waits(2 * hour);
    expect(world.place).toBeNull();
  });

  it('yields to a choice that is offered, and to a keyword', () => {
    const menu = flow(
      'menu',
      [keyword('menu')],
      ask('a', 'A?'),
      ask('b', 'B?', { choices: ['Back', 'On'], save: 'b' }),
      ask('c', 'C?'),
    );
    const world = new World([menu, greeting]);
    for (const text of ['menu', 'x', 'back']) world.writes(text);
    expect(world.place).toBe('menu › c');
    expect(world.answersSoFar).toEqual({ b: 'back' });
    world.writes('back');
    expect(world.said()).toEqual(['Hello!']);
  });

  it('means nothing where no flow is open, or where it has asked nothing', () => {
    const pause = flow('pause', [keyword('pause')], say('Wait.'), wait, end);
    const world = new World([pause]);
    world.writes('back');
    expect(world.said()[0]).toContain('I did not get that');
    world.writes('pause');
    world.writes('back');
    expect(world.decision?.trace).toContainEqual({ rule: 'route', result: 'puzzled: no rule applies' });
    expect(world.place).toBe('pause › 2-wait');
  });
});

describe('start over', () => {
  it('begins the flow anew at its version, and keeps what was reached', () => {
    const world = touring('Ada', 'small', 'Kiel', 'Main street', 'no');
    world.serves(flow('tour', [keyword('tour')], say('Another tour.'), end), details);
    world.writes('start again');
    expect(world.said()).toEqual(['Your name?']);
    expect(world.answersSoFar).toEqual({});
    expect(world.conversation.run?.outcomes).toEqual(['told']);
    expect(world.conversation.run?.frames[0]?.context.visits).toMatchObject({ name: 2 });
  });

  it('leaves the flows that the flow runs', () => {
    const world = touring('Ada', 'small');
    world.writes('nochmal von vorn');
    expect(world.place).toBe('tour › name');
    expect(world.conversation.run?.frames).toHaveLength(1);
  });

  it('means nothing where no flow is open', () => {
    const world = new World([tour, details]);
    world.writes('start over');
    expect(world.decision?.trace).toContainEqual({ rule: 'route', result: 'puzzled: no rule applies' });
  });
});

describe('any order of answers, ways back and waits', () => {
  const circle = flow(
    'circle',
    [keyword('circle'), containedKeyword('round')],
    ask('which', 'Which?', {
      choices: ['One', 'Two'],
      save: 'which',
      within: 5 * hour,
      otherwise: [say('Hm.')],
    }),
    run('details'),
    askConsent(tips, { within: hour, otherwise: [say('Never mind.')] }),
    wait,
    goToStep('which'),
  );
  const acts = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('back', 'start over', 'zurück', 'von vorn') },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'circle',
        'tour',
        'hello',
        'small',
        'one',
        'two',
        'yes',
        'no',
        'Kiel',
        'round',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom('stop', 'START', 'help') },
    { weight: 3, arbitrary: fc.constantFrom(hour, 6 * hour, day, 3 * day) },
  );

  it('never gets stuck, and leaves no stray timer', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 25 }), (history) => {
        const world = new World([tour, details, circle, greeting]);
        // The laws of the world hold after each of these: a run has one timer, and nothing else has any.
        for (const act of history) {
          if (typeof act === 'number') world.waits(act);
          else world.writes(act);
        }
        expect(world.handoffs).not.toContain('failed');
        world.waits(10 * day);
        const atRest = world.conversation.run === null || world.place === 'circle › 4-wait';
        expect(atRest || world.timers.size === 1).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
