import { describe, expect, it } from 'vitest';
import { decide } from '../../src/core/decide.js';
import { contact, end, flow, keyword, say } from './world/flows.js';
import { written, reacted } from './world/happenings.js';
import { guide } from './world/studio.js';
import { day, hour, World } from './world/world.js';

function guided(): World {
  const world = new World([guide]);
  world.writes('guide');
  return world;
}

describe('a decision', () => {
  it('leaves what it was made from as it was', () => {
    const world = guided();
    const before = structuredClone(world.conversation);
    const event = { ...written('my thesis'), id: 'e', occurredAt: world.now, receivedAt: world.now };
    const kept = structuredClone(event);
    decide(world.workspace, world.conversation, event);

    expect(world.conversation).toEqual(before);
    expect(event).toEqual(kept);
  });
});

describe('a receipt', () => {
  it.each([
    ['messagesDelivered', 'delivered'],
    ['messagesRead', 'read'],
  ] as const)('%s moves our messages on, and nothing else', (kind, to) => {
    const world = guided();
    const before = world.conversation;
    world.happens({ kind, platformMessageIds: ['mid.1'], upTo: 5 });

    expect(world.decision).toMatchObject({
      disposition: 'handled',
      effects: [{ kind: 'advanceMessages', to, platformMessageIds: ['mid.1'], upTo: 5 }],
    });
    expect(world.conversation).toEqual(before);
  });
});

describe('a message that is taken back', () => {
  it('is forgotten', () => {
    const world = guided();
    world.happens({ kind: 'messageUnsent', platformMessageId: 'mid.contact' });

    expect(world.decision?.effects).toEqual([{ kind: 'forgetMessage', platformMessageId: 'mid.contact' }]);
  });

  it('before it came is neither kept nor answered', () => {
    const world = guided();
    world.happens({ kind: 'messageUnsent', platformMessageId: 'mid.late' });
    world.happens(written('guide', { platformMessageId: 'mid.late' }));

    expect(world.decision?.effects).toMatchObject([{ kind: 'recordMessage', message: { text: '' } }]);
  });

  it('before it came is STOP all the same where it says so', () => {
    const world = guided();
    world.happens({ kind: 'messageUnsent', platformMessageId: 'mid.late' });
    world.happens(written('STOP', { platformMessageId: 'mid.late' }));

    expect(world.conversation.consent.stopped).not.toBeNull();
  });
});

describe('what nothing acts on', () => {
  it.each([
    { kind: 'messageEdited', platformMessageId: 'mid.contact', text: 'order', edition: 1 },
    { kind: 'platformNoticed', type: 'policy', payload: { any: ['thing'] } },
  ] as const)('is kept, and changes nothing: $kind', (happening) => {
    const world = guided();
    const before = world.conversation;
    world.happens(happening);

    expect(world.decision).toMatchObject({ effects: [], disposition: 'handled', trace: [{ rule: 'kept' }] });
    expect(world.conversation).toEqual(before);
  });
});

describe('a message that is edited into STOP', () => {
  const edited = { kind: 'messageEdited', platformMessageId: 'mid.contact', edition: 1 } as const;

  it('is obeyed and confirmed, with the words as they are now', () => {
    const world = guided();
    world.happens({ ...edited, text: 'please stop' });

    expect(world.isStopped).toBe(true);
    expect(world.queue).toHaveLength(1);
    expect(world.ledger).toMatchObject([{ words: 'please stop', platformMessageId: 'mid.contact' }]);
  });

  it('is obeyed while an answer is awaited', () => {
    const greeting = flow('greeting', [keyword('hi')], say('Hi ', contact('first_name')), end);
    const world = new World([greeting]);
    world.writes('hi');
    world.happens({ ...edited, text: 'stop' });

    expect(world.isStopped).toBe(true);
    expect(world.conversation.awaiting).toBeNull();
  });
});

describe('a reaction', () => {
  it('opens the reply window like a message', () => {
    const world = guided();
    world.waits(20 * hour);
    world.happens(reacted('❤️'));
    world.waits(20 * hour);
    world.answers('Still there?');

    expect(world.said()).toEqual(['Still there?']);
  });

  it('that is taken back opens nothing', () => {
    const world = guided();
    const { lastContactAt } = world.conversation;
    world.waits(day);
    world.happens(reacted(null));

    expect(world.conversation.lastContactAt).toBe(lastContactAt);
  });

  it('that arrives late takes nothing back', () => {
    const world = guided();
    const { lastContactAt } = world.conversation;
    world.happens(reacted('❤️'), { ago: hour });

    expect(world.conversation.lastContactAt).toBe(lastContactAt);
  });

  it('is not answered', () => {
    const world = guided();
    world.happens(reacted('❤️'));

    expect(world.decision?.effects).toEqual([]);
  });
});

describe('a timer of nobody', () => {
  it('changes nothing', () => {
    const world = new World([guide]);
    world.fires('whose.run/project#1');

    expect(world.decision).toMatchObject({ effects: [], trace: [{ rule: 'timer', result: 'stale' }] });
  });
});
