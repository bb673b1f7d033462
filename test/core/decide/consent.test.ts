import { describe, expect, it } from 'vitest';
import { hasTopicConsent } from '../../../src/core/consent.js';
import { Brand, tips } from '../world/brand.js';
import { askConsent, flow, keyword, optOut, outcome, say } from '../world/flows.js';
import { observed } from '../world/happenings.js';
import { consultation, guide, newsletter, order } from '../world/studio.js';
import { day, minute, World } from '../world/world.js';

const goodbye =
  'You are unsubscribed and will not get any more messages from us. Write START to bring us back.';
const welcome = 'Welcome back! We can answer you again. Write STOP at any time to end.';

function stopped(): World {
  const world = new World([guide, order]);
  world.writes('STOP');
  return world;
}

function subscribed(): World {
  const world = new World([newsletter]);
  world.writes('tips');
  world.writes('yes please');
  return world;
}

describe('the first STOP', () => {
  it.each(['STOP', 'stop!', 'Stop 🛑', 'please stop messaging me', 'unsubscribe', 'S T O P'])(
    'is confirmed, written as %j',
    (text) => {
      const world = new World([guide]);
      world.writes(text);

      expect(world.said()).toEqual([goodbye]);
      expect(world.isStopped).toBe(true);
    },
  );

  it('ends the run, every timer, and everything that waits to be sent', () => {
    const world = new World([guide]);
    world.writes('hello');
    world.answers('Hello, Mia here.');
    world.handsBack('guide');
    world.timers.set('set by an earlier version of the server', world.now + day);
    world.writes('stop');

    expect(world.queue).toEqual([goodbye]);
    expect(world.place).toBeNull();
    expect(world.timers.size).toBe(0);
    expect(world.outbox.posts.map(({ state, refusal }) => [state, refusal])).toEqual([
      ['cancelled', 'owner_changed'],
      ['cancelled', 'stopped'],
      ['cancelled', 'stopped'],
      ['cancelled', 'stopped'],
      ['queued', null],
    ]);
  });

  it('is recorded with the words, the message and both clocks', () => {
    const world = new World([guide]);
    world.writes('please STOP', { ago: minute });

    expect(world.ledger).toEqual([
      {
        change: 'withdrawn',
        purpose: 'all',
        occurredAt: world.now - minute,
        receivedAt: world.now,
        eventId: '0000000000000001',
        notice: null,
        words: 'please STOP',
        platformMessageId: 'mid.contact',
        actor: 'contact',
        flow: null,
      },
    ]);
  });

  it('is confirmed where a person owns the chat, who stays its owner', () => {
    const world = new World([guide]);
    world.takesOver();
    world.writes('stop');

    expect(world.said()).toEqual([goodbye]);
    expect(world.owner).toBe('human');
  });

  it('is confirmed where another app owns the chat', () => {
    const world = new World([guide]);
    world.answersElsewhere('Hello!');
    world.writes('stop');

    expect(world.said()).toEqual([goodbye]);
  });

  it('is obeyed and not confirmed on standby', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.happens(observed('Stop!', true));

    expect(world.isStopped).toBe(true);
    expect(world.messages.at(-1)?.body.text).not.toBe(goodbye);
    expect(world.queue).toEqual([]);
    expect(world.ledger).toMatchObject([{ words: 'Stop!', actor: 'contact' }]);
  });

  it('that arrives six days late stops, and its confirmation is not sent', () => {
    const world = new World([guide]);
    world.writes('stop', { ago: 6 * day });

    expect(world.isStopped).toBe(true);
    expect(world.said()).toEqual([]);
    expect(world.notSent()).toEqual([[goodbye, 'window_closed']]);
  });

  it('stays confirmed when a person takes over before the confirmation has left', () => {
    const world = stopped();
    world.takesOver();

    expect(world.sends()).toEqual([goodbye]);
  });
});

describe('after STOP', () => {
  it.each<[string, (world: World) => void]>([
    ['a keyword', (world) => world.writes('guide')],
    ['a link', (world) => world.follows('guide')],
    ['a button', (world) => world.presses('GET_GUIDE')],
    ['HELP', (world) => world.writes('help')],
    ['a story answer', (world) => world.answersStory('guide')],
    ['a picture', (world) => world.sendsPicture()],
    ['anything else', (world) => world.writes('hello?')],
    ['the passing of time', (world) => world.waits(3 * day)],
    ['a forgotten timer', (world) => world.fires('0000000000000001.run/project#1')],
    ['a hand-back with a flow', (world) => world.handsBack('guide')],
  ])('%s is met with silence', (_, happen) => {
    const world = new World([guide, order]);
    world.writes('guide');
    world.writes('stop');
    const said = world.messages.length;
    happen(world);

    expect(world.messages).toHaveLength(said);
    expect(world.place).toBeNull();
  });

  it('a second STOP is recorded and not confirmed again', () => {
    const world = stopped();
    world.sends();
    world.writes('stop');

    expect(world.said()).toEqual([]);
    expect(world.ledger).toHaveLength(2);
  });

  it('a second STOP does not take back the confirmation that has not left yet', () => {
    const world = stopped();
    world.writes('stop!!');

    expect(world.sends()).toEqual([goodbye]);
  });

  it('a second STOP holds back what a person answered before it', () => {
    const world = stopped();
    world.sends();
    world.writes('one question');
    world.answers('Yes?');
    world.writes('stop');

    expect(world.sends()).toEqual([]);
  });

  it('a wish for a person opens a handoff, without a word from the bot', () => {
    const world = stopped();
    world.writes('agent');

    expect(world.handoffs).toEqual(['asked']);
    expect(world.said()).toEqual([]);
    expect(world.notSent()).toMatchObject([[expect.any(String), 'stopped']]);
  });

  it('what was on the wire and comes back does not go out, not even after START', () => {
    const world = new World([guide]);
    world.writes('guide');
    const [onTheWire] = world.messages;
    world.writes('stop');
    world.writes('start');

    expect(world.refusalOf(onTheWire!)).toBe('stopped');
  });

  it('STOP is confirmed anew once START has brought us back', () => {
    const world = stopped();
    world.writes('start');
    world.writes('stop');

    expect(world.queue).toEqual([goodbye]);
  });
});

describe('START', () => {
  it('is written down as the contact’s own, and its confirmation as ours, like that of STOP', () => {
    const world = stopped();
    world.writes('START');
    expect(world.ledger.at(-1)).toMatchObject({ change: 'granted', purpose: 'all', actor: 'contact' });
    expect(world.outbox.posts.map(({ message }) => message)).toMatchObject([
      { speaker: { kind: 'system', rule: 'stop' }, basis: { kind: 'confirmation', of: 'stop' } },
      { speaker: { kind: 'system', rule: 'start' }, basis: { kind: 'confirmation', of: 'start' } },
    ]);
  });

  it('brings us back', () => {
    const world = stopped();
    world.writes('START');
    expect(world.said()).toEqual([welcome]);
    expect(world.isStopped).toBe(false);

    world.writes('guide');
    expect(world.place).toBe('guide › project');
  });

  it('brings us back where a flow has it as its keyword', () => {
    const begin = flow('begin', [keyword('start')], say('Let us begin.'), outcome('begun'));
    const world = new World([begin]);
    world.writes('stop');
    world.writes('start');
    expect(world.said()).toEqual([welcome]);

    world.writes('start');
    expect(world.said()).toEqual(['Let us begin.']);
  });

  it('is any word where nothing was stopped', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.writes('start');

    expect(world.said()).toEqual(['Good luck with start!']);
    expect(world.ledger).toEqual([]);
  });

  it('that is older than the STOP and arrives after it changes nothing', () => {
    const world = stopped();
    world.writes('start', { ago: minute });

    expect(world.isStopped).toBe(true);
    expect(world.said()).toEqual([]);
    expect(world.ledger.map(({ change }) => change)).toEqual(['withdrawn', 'granted']);
    expect(world.decision?.trace).toContainEqual({
      rule: 'command',
      result: 'start, but older than the stop: nothing changes',
    });
  });

  it('does not hold against a STOP that is older and arrives after it', () => {
    const world = stopped();
    world.writes('start');
    world.writes('stop', { ago: minute });

    expect(world.isStopped).toBe(true);
    expect(world.said()).toEqual([goodbye]);
  });

  it('brings us back while a person owns the chat, who keeps it', () => {
    const world = stopped();
    world.takesOver();
    world.writes('start');

    expect(world.said()).toEqual([welcome]);
    expect(world.owner).toBe('human');
  });

  it('that arrives late brings us back without a word', () => {
    const world = stopped();
    world.waits(5 * day);
    world.writes('start', { ago: 2 * day });

    expect(world.isStopped).toBe(false);
    expect(world.notSent()).toEqual([[welcome, 'window_closed']]);
  });

  it('leaves topics withdrawn until they are asked for anew', () => {
    const world = subscribed();
    world.writes('stop');
    world.writes('start');
    expect(hasTopicConsent(world.conversation.consent, tips.name)).toBe(false);

    world.writes('tips');
    world.taps('Yes');
    expect(hasTopicConsent(world.conversation.consent, tips.name)).toBe(true);
  });
});

describe('STOP in a broken house', () => {
  it('works where no flow is served and none of the run is left', () => {
    const brand = new Brand();
    const world = new World([consultation, guide], { brand });
    world.writes('guide');
    world.serves();
    brand.lose('guide');
    world.writes('stop');

    expect(world.said()).toEqual([goodbye]);
  });

  it('works where the contact could not be reached', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.happens({ kind: 'sendFailed', messageId: 'm', failure: 'unreachable' });
    world.writes('stop');

    expect(world.said()).toEqual([goodbye]);
  });

  it('works where yes and no are asked for in the same breath', () => {
    const both = flow('both', [keyword('both')], askConsent(tips, { yes: [optOut('all')] }));
    const world = new World([both]);
    world.writes('both');
    world.writes('yes');

    expect(world.said()).toEqual([goodbye]);
    expect(world.conversation.consent.topics).toMatchObject({ weekly_tips: { state: 'withdrawn' } });
  });
});
