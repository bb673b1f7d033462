import { describe, expect, it } from 'vitest';
import { ask, end, flow, goToStep, keyword, outcome, say, set, tag } from '../world/flows.js';
import { guide } from '../world/studio.js';
import { hour, World } from '../world/world.js';

const soon =
  'Someone from Sales will answer you right here. We aim to reply within 2 hours of our opening hours.';

describe('a run that ends', () => {
  it('without an outcome is taken up by a person', () => {
    const world = new World([flow('vain', [keyword('vain')], say('Hm.'))]);
    world.writes('vain');

    expect(world.handoffs).toEqual(['no_outcome']);
    expect(world.said()).toEqual(['Hm.', soon]);
    expect(world.decision?.trace).toContainEqual({ rule: 'run', result: 'ended without an outcome' });
  });

  it('with an outcome is left at that', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.writes('my thesis');

    expect(world.handoffs).toEqual([]);
    expect(world.owner).toBe('bot');
    expect(world.decision?.trace).toContainEqual({ rule: 'run', result: 'ended with delivered' });
  });

  it('by its author’s own end is left at that', () => {
    const world = new World([flow('brief', [keyword('brief')], say('Hm.'), end)]);
    world.writes('brief');

    expect(world.handoffs).toEqual([]);
    expect(world.decision?.trace).toContainEqual({ rule: 'run', result: 'ended by its author' });
  });
});

describe('a run that fails', () => {
  const changed = flow('guide', [], ask('another', 'Another?'));

  it('because its version is gone is given to a person, whatever the contact writes', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.serves(changed);
    world.brand.lose('guide');
    world.writes('my thesis');

    expect(world.handoffs).toEqual(['failed']);
    expect(world.said()).toEqual([soon]);
    expect(world.place).toBeNull();
  });

  it('because its step is gone is given to a person', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.brand.corrupt(changed, world.conversation.run!.frames[0]!.version);
    world.serves();
    world.writes('my thesis');

    expect(world.handoffs).toEqual(['failed']);
  });

  it('because its step is gone is given to a person when its time is up', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.brand.corrupt(changed, world.conversation.run!.frames[0]!.version);
    world.serves();
    world.waits(20 * hour);

    expect(world.handoffs).toEqual(['failed']);
    expect(world.timers.size).toBe(0);
  });

  it('because a flow that it leads to is gone is given to a person', () => {
    const world = new World([guide]);
    world.workspace = {
      ...world.workspace,
      flows: new Map([['guide', { ...world.workspace.flows.get('guide')!, version: 'unknown' }]]),
    };
    world.writes('guide');

    expect(world.handoffs).toEqual(['failed']);
    expect(world.said()).toEqual([soon]);
  });

  it('because it goes in circles says nothing of its circle, and is given to a person', () => {
    const circle = flow('circle', [keyword('circle')], say('Round'), outcome('round'), goToStep('1-say'));
    const world = new World([circle]);
    world.writes('circle');

    expect(world.said()).toEqual([soon]);
    expect(world.handoffs).toEqual(['failed']);
    expect(world.outcomes).toEqual([]);
    expect(world.decision?.trace).toContainEqual({
      rule: 'run failed',
      result: 'The step budget of 100 is used up: the flow goes in circles.',
    });
  });

  it.each([
    [99, []],
    [100, ['failed']],
  ])('is one that walks a hundred places in one go; here %i steps and the end', (steps, handoffs) => {
    const row = Array.from({ length: steps - 1 }, () => tag('seen'));
    const world = new World([flow('row', [keyword('row')], outcome('begun'), ...row)]);
    world.writes('row');

    expect(world.handoffs).toEqual(handoffs);
  });

  it('leaves what it kept before as it was', () => {
    const turning = flow(
      'turning',
      [keyword('turn')],
      set('city', 'Oslo'),
      ask('q', 'Go?'),
      set('city', 'Rome'),
      goToStep('3-set'),
    );
    const world = new World([turning]);
    world.writes('turn');
    world.writes('yes');

    expect(world.conversation.contact.fields).toEqual({ city: 'Oslo' });
  });
});
