import { describe, expect, it } from 'vitest';
import { ask, flow, keyword, ref, say } from '../world/flows.js';
import { guide, order } from '../world/studio.js';
import { World } from '../world/world.js';

const goodbye =
  'You are unsubscribed and will not get any more messages from us. Write START to bring us back.';

describe('words that are not STOP', () => {
  it.each(["don't stop", 'the bus stop', 'I never want to stop this'])('%j is an answer', (text) => {
    const world = new World([guide]);
    world.writes('guide');
    world.writes(text);

    expect(world.isStopped).toBe(false);
    expect(world.said()).toEqual([`Good luck with ${text}!`]);
  });

  it('a tapped "Cancel" is the choice', () => {
    const world = new World([order]);
    world.writes('order');
    world.taps('Cancel');

    expect(world.isStopped).toBe(false);
    expect(world.said()).toEqual(['Nothing ordered.']);
  });

  it('a typed "cancel" is the choice where it is offered', () => {
    const world = new World([order]);
    world.writes('order');
    world.writes('cancel');

    expect(world.isStopped).toBe(false);
    expect(world.said()).toEqual(['Nothing ordered.']);
  });
});

describe('words that are STOP in spite of a flow', () => {
  it('a typed "cancel" where no choice is called so', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.writes('cancel');

    expect(world.isStopped).toBe(true);
  });

  it('a "cancel" that is no answer to the question', () => {
    const world = new World([order]);
    world.writes('order');
    world.answersStory('cancel');

    expect(world.isStopped).toBe(true);
  });

  it('a typed "stop", even where a choice is titled so', () => {
    const music = flow('music', [keyword('music')], ask('what', 'Play?', { choices: ['Play', 'Stop'] }));
    const world = new World([music]);
    world.writes('music');
    world.writes('stop');
    expect(world.isStopped).toBe(true);
  });

  it('but not the tap on such a choice', () => {
    const music = flow('music', [keyword('music')], ask('what', 'Play?', { choices: ['Play', 'Stop'] }));
    const world = new World([music]);
    world.writes('music');
    world.taps('Stop');

    expect(world.isStopped).toBe(false);
  });

  it('a "stop" that is the keyword of a flow', () => {
    const wicked = flow('wicked', [keyword('stop'), ref('w')], say('We go on.'));
    const world = new World([wicked]);
    world.writes('stop');

    expect(world.said()).toEqual([goodbye]);
  });
});
