import { describe, expect, it } from 'vitest';
import { blocked, reported, threadGiven } from '../world/happenings.js';
import { consultation, guide } from '../world/studio.js';
import { hour, World } from '../world/world.js';

describe('a thread that is given to another app', () => {
  it('silences the bot', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.happens(threadGiven('other'));
    expect(world.owner).toBe('other');
    expect(world.place).toBeNull();
    expect(world.sends()).toEqual([]);

    world.writes('guide');
    expect(world.said()).toEqual([]);
  });

  it.each(['us', 'idle'] as const)('and then is %s again is the bot’s, at once', (owner) => {
    const world = new World([guide]);
    world.happens(threadGiven('other'));
    world.happens(threadGiven(owner));
    world.writes('guide');

    expect(world.owner).toBe('bot');
    expect(world.said()).toHaveLength(2);
  });

  it.each(['us', 'idle', 'other'] as const)('and then is %s again stays with its person', (owner) => {
    const world = new World([consultation]);
    world.writes('consultation');
    world.happens(threadGiven(owner));

    expect(world.owner).toBe('human');
    expect(world.conversation.handoff).not.toBeNull();
  });

  it('comes back to the bot after a time, as after a person there', () => {
    const world = new World([guide]);
    world.happens(threadGiven('other'));
    world.waits(2 * hour);
    world.writes('guide');

    expect(world.said()).toHaveLength(2);
  });
});

describe('a contact who blocks us', () => {
  it('has said STOP, without a confirmation', () => {
    const world = new World([guide], { channel: 'telegram' });
    world.writes('guide');
    world.happens(blocked());

    expect(world.isStopped).toBe(true);
    expect(world.conversation.unreachable).toBe(true);
    expect(world.place).toBeNull();
    expect(world.queue).toEqual([]);
    expect(world.ledger).toMatchObject([
      { change: 'withdrawn', purpose: 'all', actor: 'contact', words: '' },
    ]);
  });

  it('and lifts that can be reached, and is not written to before they say START', () => {
    const world = new World([guide], { channel: 'telegram' });
    world.writes('guide');
    world.happens(blocked());
    world.happens(blocked(true));
    expect(world.conversation.unreachable).toBe(false);
    expect(world.isStopped).toBe(true);
    world.writes('guide');
    expect(world.said()).toEqual([]);

    world.writes('start');
    world.writes('guide');
    expect(world.said()).toHaveLength(2);
  });

  it('and has written since, as it is told late, can be reached', () => {
    const world = new World([guide], { channel: 'telegram' });
    world.writes('hello');
    world.happens(blocked(), { ago: hour });

    expect(world.conversation.unreachable).toBe(false);
    expect(world.isStopped).toBe(true);
  });
});

describe('what is reported of a message later', () => {
  it('as accepted settles it', () => {
    const world = new World([guide]);
    world.happens(reported({ kind: 'accepted' }));

    expect(world.decision?.effects).toEqual([
      { kind: 'settleMessage', messageId: 'message', platformMessageId: 'mid.page' },
    ]);
  });

  it('as failed fails it, and acts like a send that failed at once', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.happens(reported({ kind: 'failed', failure: 'unreachable', explanation: 'Not on WhatsApp.' }));

    expect(world.asked('failMessage')).toEqual([
      { kind: 'failMessage', messageId: 'message', failure: 'unreachable', explanation: 'Not on WhatsApp.' },
    ]);
    expect(world.conversation.unreachable).toBe(true);
    expect(world.place).toBeNull();
  });

  it.each(['accepted', 'failed'] as const)('as %s of a message that is not ours changes nothing', (kind) => {
    const world = new World([guide]);
    world.writes('guide');
    const before = world.conversation;
    const failed = { kind: 'failed', failure: 'unreachable', explanation: '' } as const;
    world.happens(reported(kind === 'failed' ? failed : { kind }, null));

    expect(world.decision?.effects).toEqual([]);
    expect(world.conversation).toEqual(before);
  });

  it('as refused for an opt-out of what promotes is that alone', () => {
    const world = new World([guide], { channel: 'whatsapp' });
    world.writes('guide');
    world.happens(reported({ kind: 'failed', failure: 'marketing_optout', explanation: '' }));

    expect(world.ledger).toMatchObject([{ change: 'withdrawn', purpose: 'marketing' }]);
    expect(world.conversation.unreachable).toBe(false);
    expect(world.place).toBe('guide › project');
  });
});

describe('a call of the contact’s', () => {
  it('opens the reply window, and asks for no answer', () => {
    const world = new World([guide], { channel: 'whatsapp' });
    world.happens({ kind: 'contactCalled', callId: 'call' });

    expect(world.conversation.lastContactAt).not.toBeNull();
    expect(world.said()).toEqual([]);
  });
});

describe('a contact whom the platform calls by another name', () => {
  it.each(['number', 'user_id', 'security_code'] as const)('(%s) is the same, and it is noted', (what) => {
    const world = new World([guide], { channel: 'whatsapp' });
    world.writes('guide');
    const before = world.conversation;
    world.happens({ kind: 'identityChanged', what });

    expect(world.conversation).toEqual(before);
    expect(world.decision?.trace).toEqual([
      { rule: 'identity', result: `the platform has changed it: ${what}` },
    ]);
  });
});
