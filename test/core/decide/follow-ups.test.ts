import { describe, expect, it } from 'vitest';
import { after, ask, contact, end, flow, keyword, outcome, say } from '../world/flows.js';
import { hour, minute, second, World } from '../world/world.js';

const guide = flow('guide', [keyword('guide')], say('Here.'), outcome('delivered'));
const booking = flow('booking', [keyword('book')], say('Booked.'), outcome('booked'));
const checkIn = flow(
  'check_in',
  [after('delivered', 3 * hour, ['booked'])],
  say('Did it help?'),
  outcome('checked'),
);
const asking = flow(
  'asking',
  [keyword('ask')],
  ask('what', 'What?', { within: 20 * hour, otherwise: [end] }),
);

function served(): World {
  return new World([guide, booking, checkIn, asking]);
}

const ids = (world: World): readonly string[] => [...world.timers.keys()];

/** The shop tells that what was ordered has arrived. */
function reportsDelivery(world: World): void {
  const reported = { source: 'shop', value: null, currency: null };
  world.happens({ kind: 'outcomeReported', outcome: 'delivered', ...reported });
}

describe('a flow that follows an outcome', () => {
  it('starts when its time has come, once, and its timer carries the flow and the event', () => {
    const world = served();
    world.writes('guide');
    expect(ids(world)).toEqual([expect.stringMatching(/^follow-up\/check_in\/.+/)]);
    expect(world.said()).toEqual(['Here.']);

    world.waits(3 * hour);
    expect(world.said()).toEqual(['Did it help?']);
    expect(world.outcomes).toEqual(['delivered', 'checked']);
    world.waits(20 * hour);
    expect(world.said()).toEqual([]);
    expect(ids(world)).toEqual([]);
  });

  it('does not follow what is reported after STOP, not even after START', () => {
    const world = served();
    world.writes('hello');
    world.writes('stop');
    reportsDelivery(world);
    expect(ids(world)).toEqual([]);
    world.writes('start');
    world.said();
    world.waits(10 * hour);
    expect(world.said()).toEqual([]);
  });

  it('is called off by STOP', () => {
    const world = served();
    world.writes('guide');
    world.writes('stop');
    expect(ids(world)).toEqual([]);
    world.writes('start');
    world.said();
    world.waits(10 * hour);
    expect(world.said()).toEqual([]);
  });

  it('is called off by an outcome that makes it superfluous', () => {
    const world = served();
    world.writes('guide');
    world.writes('book');
    expect(ids(world)).toEqual([]);
  });

  it('begins its wait anew when the outcome is reached again', () => {
    const world = served();
    world.writes('guide');
    world.waits(2 * hour);
    world.writes('guide');
    expect(ids(world)).toHaveLength(1);
    world.said();
    world.waits(2 * hour);
    expect(world.said()).toEqual([]);
    world.waits(hour);
    expect(world.said()).toEqual(['Did it help?']);
  });

  it('is dropped where a person has the chat', () => {
    const world = served();
    world.writes('guide');
    world.takesOver();
    world.said();
    world.waits(4 * hour);
    expect(world.said()).toEqual([]);
    expect(ids(world)).toEqual([]);
  });

  it('is put off for an hour while another flow is under way', () => {
    const world = served();
    world.writes('guide');
    world.writes('ask');
    world.said();
    world.waits(3 * hour);
    expect(world.said()).toEqual([]);
    world.writes('this');
    world.said();
    world.handsBack();
    world.waits(hour);
    expect(world.said()).toEqual(['Did it help?']);
  });

  it('is dropped when something else was under way three times more', () => {
    const world = served();
    world.writes('guide');
    world.writes('ask');
    world.waits(5.5 * hour);
    expect(ids(world).filter((id) => id.startsWith('follow-up/'))).toHaveLength(1);
    world.waits(hour);
    expect(ids(world).filter((id) => id.startsWith('follow-up/'))).toEqual([]);
    expect(world.decision?.trace).toContainEqual({
      rule: 'follow-up',
      result: 'check_in does not start: something else was under way each time',
    });
  });

  it('starts at the version that is served then, and not at all when nothing follows any more', () => {
    const world = served();
    world.writes('guide');
    world.serves(guide, flow('check_in', checkIn.start, say('Still fine?'), outcome('checked')));
    world.said();
    world.waits(3 * hour);
    expect(world.said()).toEqual(['Still fine?']);

    world.writes('guide');
    world.serves(guide, flow('check_in', [keyword('check')], say('Fine?'), outcome('checked')));
    world.said();
    world.waits(3 * hour);
    expect(world.said()).toEqual([]);
  });

  it('asks for the name first where it greets by it', () => {
    const greeting = flow('hi', [after('delivered', hour)], say('Hi ', contact('first_name')), outcome('hi'));
    const world = new World([guide, greeting]);
    world.writes('guide');
    world.said();
    world.waits(hour);
    expect(world.said()).toEqual([]);
    world.tellsProfile('Ada');
    world.waits(minute);
    expect(world.said()).toEqual(['Hi Ada']);
  });

  it('follows an outcome that is reported from outside, too', () => {
    const world = served();
    world.writes('hello');
    reportsDelivery(world);
    world.said();
    world.waits(3 * hour + second);
    expect(world.said()).toEqual(['Did it help?']);
  });
});
