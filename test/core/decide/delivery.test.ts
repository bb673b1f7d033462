import { describe, expect, it } from 'vitest';
import { echoed, observed } from '../world/happenings.js';
import { consultation, guide } from '../world/studio.js';
import { hour, minute, second, World } from '../world/world.js';

describe('an echo', () => {
  it('of our own message settles it, and nothing else', () => {
    const world = new World([guide]);
    world.writes('guide');
    const before = world.conversation;
    const own = world.messages[0]!.id;
    world.happens(echoed('Here is the guide.', own));

    expect(world.decision?.effects).toEqual([
      { kind: 'settleMessage', messageId: own, platformMessageId: 'mid.page' },
    ]);
    expect(world.conversation).toEqual(before);
  });

  it('of somebody else gives the chat to the other app, and silences the bot', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.answersElsewhere('Hello, this is Tom.');

    expect(world.owner).toBe('other');
    expect(world.place).toBeNull();
    expect(world.sends()).toEqual([]);
    expect(world.decision?.trace).toEqual([
      { rule: 'ownership', result: 'a person answered in another app' },
    ]);
    expect(world.asked('recordMessage')).toMatchObject([
      { message: { from: 'person_elsewhere', text: 'Hello, this is Tom.', platformMessageId: 'mid.page' } },
    ]);

    world.writes('guide');
    expect(world.said()).toEqual([]);
  });

  it('of somebody else leaves a chat with its person', () => {
    const world = new World([consultation]);
    world.writes('consultation');
    world.answersElsewhere('Hello, this is Tom.');

    expect(world.owner).toBe('human');
    expect(world.conversation.handoff).not.toBeNull();
  });
});

describe('ownership by another app', () => {
  it('lapses when its person has been quiet for long enough', () => {
    const world = new World([guide]);
    world.answersElsewhere('Hello!');
    world.waits(2 * hour - 2 * second);
    world.writes('guide');
    expect(world.said()).toEqual([]);

    world.writes('guide');
    expect(world.said()).toHaveLength(2);
    expect(world.owner).toBe('bot');
    expect(world.decision?.trace).toContainEqual({
      rule: 'ownership',
      result: 'the person in the other app has been quiet for long enough',
    });
  });

  it('begins anew with each of its messages', () => {
    const world = new World([guide]);
    world.answersElsewhere('Hello!');
    world.waits(hour);
    world.answersElsewhere('Still here.');
    world.waits(90 * minute);
    world.writes('guide');

    expect(world.said()).toEqual([]);
  });

  it('never lapses where a person owns the chat', () => {
    const world = new World([guide, consultation]);
    world.writes('consultation');
    world.answersElsewhere('Hello!');
    world.waits(20 * hour);
    world.writes('guide');

    expect(world.owner).toBe('human');
    expect(world.said()).toEqual([]);
  });

  it('can be handed back at once', () => {
    const world = new World([guide]);
    world.writes('hello');
    world.answersElsewhere('Hello!');
    world.handsBack('guide');

    expect(world.sends()).toEqual(['Here is the guide.', 'What are you working on?']);
  });
});

describe('what is seen on standby', () => {
  it('from the contact is kept, opens the window, and is not answered', () => {
    const world = new World([guide]);
    world.happens(observed('guide', true));

    expect(world.owner).toBe('other');
    expect(world.messages).toEqual([]);
    expect(world.asked('recordMessage')).toMatchObject([{ message: { from: 'contact', text: 'guide' } }]);
    expect(world.conversation.lastContactAt).toBe(world.now);
  });

  it.each([true, false])(
    'is known by its id, so that it can be taken back: by the contact is %s',
    (byContact) => {
      const world = new World([guide]);
      world.happens({ kind: 'standbyObserved', platformMessageId: 'mid.aside', text: 'hello', byContact });
      expect(world.asked('recordMessage')).toMatchObject([{ message: { platformMessageId: 'mid.aside' } }]);
    },
  );

  it('from the other app is kept as a person’s', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.happens(observed('We are on it.', false));

    expect(world.owner).toBe('other');
    expect(world.place).toBeNull();
    expect(world.asked('recordMessage')).toMatchObject([{ message: { from: 'person_elsewhere' } }]);
  });

  it('keeps the bot silent for as long as an answer there does', () => {
    const world = new World([guide]);
    world.happens(observed('hello', true));
    world.waits(2 * hour - 2 * second);
    world.writes('guide');
    expect(world.said()).toEqual([]);

    world.writes('guide');
    expect(world.said()).toHaveLength(2);
  });

  it('leaves a chat with its person', () => {
    const world = new World([guide]);
    world.takesOver();
    world.happens(observed('hello', true));

    expect(world.owner).toBe('human');
  });

  it('may be what a person answers after STOP', () => {
    const world = new World([guide]);
    world.writes('stop');
    world.happens(observed('One question', true));
    world.answers('Yes?');

    expect(world.said()).toEqual(['Yes?']);
  });

  it('is STOP only from the contact', () => {
    const world = new World([guide]);
    world.happens(observed('stop', false));

    expect(world.isStopped).toBe(false);
  });
});

describe('a send that failed for good', () => {
  it.each(['unreachable', 'optout'] as const)(
    'because the contact is out of reach (%s) ends all of it',
    (failure) => {
      const world = new World([guide]);
      world.writes('guide');
      world.happens({ kind: 'sendFailed', messageId: 'm', failure });

      expect(world.place).toBeNull();
      expect(world.queue).toEqual([]);
      expect(world.handoffs).toEqual([]);
      expect(world.conversation.unreachable).toBe(true);
      expect(world.timers.size).toBe(0);
    },
  );

  it.each(['window', 'withheld'] as const)(
    'for its moment (%s) leaves the run to its time-out',
    (failure) => {
      const world = new World([guide]);
      world.writes('guide');
      world.happens({ kind: 'sendFailed', messageId: 'm', failure });

      expect(world.place).toBe('guide › project');
      expect(world.handoffs).toEqual([]);
    },
  );

  it.each(['retries_exhausted', 'invalid', 'auth', 'policy'] as const)(
    'for another reason (%s) is a person’s',
    (failure) => {
      const world = new World([guide]);
      world.writes('guide');
      world.happens({ kind: 'sendFailed', messageId: 'm', failure });

      expect(world.handoffs).toEqual(['retries_exhausted']);
      expect(world.said()).toEqual([]);
      expect(world.decision?.trace).toContainEqual({ rule: 'send failed', result: failure });
    },
  );
});
