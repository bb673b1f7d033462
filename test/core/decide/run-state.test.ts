import { describe, expect, it } from 'vitest';
import { ask, end, flow, goToFlow, goToStep, keyword, say } from '../world/flows.js';
import { order, patient } from '../world/studio.js';
import { day, hour, World } from '../world/world.js';

describe('a time-out', () => {
  it('goes the other way when the time has passed, not earlier', () => {
    const world = new World([patient]);
    world.writes('patient');
    world.waits(hour - 1);
    expect(world.said()).toEqual([]);

    world.waits(1);
    expect(world.said()).toEqual(['No hurry.', 'Second?']);
    expect(world.place).toBe('patient › second');
    expect(world.decision?.trace).toEqual([{ rule: 'timer', result: 'the time of first is up' }]);
  });

  it('ends the flow where there is no other way, without a word', () => {
    const world = new World([flow('once', [keyword('once')], ask('q', 'Well?', { within: hour }))]);
    world.writes('once');
    world.waits(hour);

    expect(world.said()).toEqual([]);
    expect(world.place).toBeNull();
    expect(world.handoffs).toEqual([]);
  });

  it('is counted from the question, whatever is missed meanwhile', () => {
    const world = new World([order]);
    world.writes('order');
    world.waits(19 * hour);
    world.writes('huge');
    world.waits(hour);

    expect(world.handoffs).toEqual(['flow']);
  });

  it('of a question that was answered is cancelled', () => {
    const world = new World([patient]);
    world.writes('patient');
    const [first] = world.timers.keys();
    world.writes('yes');

    expect(world.timers).not.toContain(first);
    expect(world.timers.size).toBe(1);
  });

  it('of another visit changes nothing', () => {
    const turning = flow(
      'turning',
      [keyword('turn')],
      ask('again', 'Again?', { within: hour, otherwise: [say('Too late.'), end] }),
      goToStep('again'),
    );
    const world = new World([turning]);
    world.writes('turn');
    const [first] = world.timers.keys();
    world.writes('yes');
    const before = world.conversation;
    world.fires(first!);

    expect(world.conversation).toEqual(before);
    expect(world.decision?.effects).toEqual([]);
    expect(world.decision?.trace).toEqual([{ rule: 'timer', result: 'stale' }]);
  });

  it('of another run changes nothing', () => {
    const world = new World([patient]);
    world.writes('patient');
    const [first] = world.timers.keys();
    world.writes('patient');
    const before = world.conversation;
    world.fires(first!);

    expect(world.conversation).toEqual(before);
    expect(world.decision?.effects).toEqual([]);
  });

  it('that fires late, after the reply window, goes on and sends nothing', () => {
    const world = new World([patient]);
    world.writes('patient');
    world.isDownFor(2 * day);

    expect(world.said()).toEqual([]);
    expect(world.notSent()).toEqual([
      ['No hurry.', 'window_closed'],
      ['Second?', 'window_closed'],
    ]);
    expect(world.place).toBe('patient › second');
  });

  it('of a question that is asked over and over by a flow that comes back is another each time', () => {
    const menu = flow(
      'menu',
      [keyword('menu')],
      ask('what', 'What?', { within: hour, otherwise: [goToFlow('pause')] }),
    );
    const pause = flow('pause', [], say('Take your time.'), goToFlow('menu'));
    const world = new World([menu, pause]);
    world.writes('menu');
    const seen = new Set(world.timers.keys());
    for (let times = 2; times <= 4; times += 1) {
      world.waits(hour);
      expect(world.said()).toEqual(['Take your time.', 'What?']);
      for (const timer of world.timers.keys()) seen.add(timer);
      expect(seen.size).toBe(times);
    }
  });
});
