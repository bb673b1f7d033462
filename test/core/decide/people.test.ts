import { describe, expect, it } from 'vitest';
import { reacted } from '../world/happenings.js';
import { consultation, guide } from '../world/studio.js';
import { day, minute, World } from '../world/world.js';

describe('a person who takes over', () => {
  it('ends the run and silences the bot', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.takesOver();

    expect(world.owner).toBe('human');
    expect(world.place).toBeNull();
    expect(world.timers.size).toBe(0);
    expect(world.queue).toEqual([]);

    world.writes('my thesis');
    expect(world.said()).toEqual([]);
  });

  it('takes the open handoff, once', () => {
    const world = new World([consultation]);
    world.writes('consultation');
    world.takesOver('Mia');
    expect(world.conversation.handoff?.takenBy).toBe('Mia');
    expect(world.asked('updateHandoff')).toMatchObject([
      { handoffId: '0000000000000001.handoff', change: { state: 'taken', takenBy: 'Mia' } },
    ]);

    world.takesOver('Tom');
    expect(world.asked('updateHandoff')).toEqual([]);
  });

  it('finds the chat again in a handoff, though nobody had given it to people', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.takesOver();

    expect(world.owner).toBe('human');
    expect(world.asked('openHandoff')).toMatchObject([
      { handoff: { reason: 'taken', team: 'sales', firstReplyDueAt: null, resolveDueAt: null } },
    ]);
    expect(world.conversation.handoff).toMatchObject({ takenBy: 'Mia' });
    expect(world.said()).toEqual([]);
  });

  it('is its assignee, whoever was before, where they are a user', () => {
    const world = new World([consultation]);
    world.writes('consultation');
    world.happens({ kind: 'personTookOver', person: 'Mia', personId: 'mia' });
    expect(world.asked('updateHandoff')).toMatchObject([
      {
        change: { state: 'taken', takenBy: 'Mia', assigneeId: 'mia', assignee: 'Mia', assignedAt: world.now },
      },
    ]);
    world.happens({ kind: 'personTookOver', person: 'Mia', personId: 'mia' });
    expect(world.asked('updateHandoff')).toEqual([]);

    world.happens({ kind: 'personReplied', person: 'Tom', personId: 'tom', text: 'Tom here.' });
    expect(world.conversation.handoff?.assignee).toEqual({ id: 'tom', name: 'Tom' });
    world.answers('Hello from the shop system.', 'Shop');
    expect(world.conversation.handoff?.assignee).toEqual({ id: 'tom', name: 'Tom' });
  });

  it('raises the epoch, so that nothing decided before goes out', () => {
    const world = new World([guide]);
    world.writes('guide');
    const { epoch } = world.conversation.ownership;
    world.takesOver();

    expect(world.conversation.ownership).toMatchObject({ epoch: epoch + 1, mutedBefore: epoch + 1 });
  });
});

describe('a person’s answer', () => {
  it('goes out, and is a take-over', () => {
    const world = new World([guide]);
    world.writes('hello');
    world.answers('Hi, Mia here.');

    expect(world.said()).toEqual(['Hi, Mia here.']);
    expect(world.conversation.ownership).toMatchObject({ owner: 'human', lastPersonAt: world.now });
    expect(world.messages.at(-1)).toMatchObject({
      speaker: { kind: 'person', name: 'Mia' },
      basis: { kind: 'person' },
    });
  });

  it('names its writer by their id, where they are a user', () => {
    const world = new World([guide]);
    world.writes('hello');
    world.happens({ kind: 'personReplied', person: 'Mia', personId: 'u1', text: 'Hi, Mia here.' });

    expect(world.messages.at(-1)).toMatchObject({ speaker: { kind: 'person', name: 'Mia', id: 'u1' } });
  });

  it('is noted in the open handoff', () => {
    const world = new World([consultation]);
    world.writes('consultation');
    world.answers('Hi!');

    expect(world.asked('updateHandoff')).toMatchObject([
      { change: { state: 'taken', takenBy: 'Mia' } },
      { change: { state: 'taken', firstReplyAt: world.now, waitsFor: 'contact', waitingSince: world.now } },
    ]);
  });

  it('is not sent after the reply window, where the platform gives persons no longer', () => {
    const world = new World([guide], { channel: 'whatsapp' });
    world.writes('hello');
    world.waits(day);
    world.answers('Sorry for the delay.');

    expect(world.notSent()).toEqual([['Sorry for the delay.', 'window_closed']]);
  });

  it.each(['instagram', 'messenger'] as const)('is sent as a person’s on %s for a week', (channel) => {
    const world = new World([guide], { channel });
    world.writes('hello');
    world.waits(day - 2_000);
    world.answers('In time.');
    expect(world.messages.at(-1)?.basis).toEqual({ kind: 'person' });

    world.waits(5 * day);
    world.answers('Sorry for the delay.');
    expect(world.messages.at(-1)?.basis).toEqual({ kind: 'human_agent' });
    expect(world.said()).toEqual(['Sorry for the delay.']);

    world.waits(2 * day);
    world.answers('Much too late.');
    expect(world.notSent()).toEqual([['Much too late.', 'window_closed']]);
  });

  it('after STOP has no longer than what the contact wrote since', () => {
    const world = new World([guide]);
    world.writes('stop');
    world.writes('one question');
    world.waits(2 * day);
    world.answers('Yes?');

    expect(world.notSent()).toEqual([['Yes?', 'window_closed']]);
  });

  it('is not sent to one who has never written', () => {
    const world = new World([guide]);
    world.answers('Hello?');

    expect(world.notSent()).toEqual([['Hello?', 'window_closed']]);
  });

  it('is split where the channel demands it', () => {
    const world = new World([guide]);
    world.writes('hello');
    world.answers('word '.repeat(300));

    expect(world.said()).toHaveLength(2);
  });

  it('is not cancelled by a colleague who takes over', () => {
    const world = new World([guide]);
    world.writes('hello');
    world.answers('Hi!');
    world.takesOver('Tom');

    expect(world.sends()).toEqual(['Hi!']);
  });
});

describe('a person’s answer after STOP', () => {
  it('needs something that the contact wrote since', () => {
    const world = new World([guide]);
    world.writes('stop');
    world.answers('Why?');
    expect(world.notSent()).toEqual([['Why?', 'stopped']]);

    world.writes('one more question');
    world.answers('Yes?');
    expect(world.said()).toEqual(['Yes?']);
    expect(world.messages.at(-1)?.basis).toEqual({
      kind: 'person_after_stop',
      answers: world.conversation.lastContactEventId,
    });
  });

  it('does not answer what was written before and arrives later', () => {
    const world = new World([guide]);
    world.writes('stop');
    world.writes('a question', { ago: minute });
    world.answers('Yes?');

    expect(world.notSent()).toEqual([['Yes?', 'stopped']]);
  });

  it('names the message that it answers, also when an older one comes in after it', () => {
    const world = new World([guide]);
    world.writes('stop');
    world.writes('one more question');
    const answered = world.conversation.lastContactEventId;
    world.writes('from before', { ago: minute });
    world.answers('Yes?');

    expect(world.messages.at(-1)?.basis).toEqual({ kind: 'person_after_stop', answers: answered });
  });

  it('does not answer a mere reaction', () => {
    const world = new World([guide]);
    world.writes('stop');
    world.happens(reacted('👍'));
    world.answers('Glad you like it!');

    expect(world.notSent()).toEqual([['Glad you like it!', 'stopped']]);
  });

  it('is a plain answer again after START', () => {
    const world = new World([guide]);
    world.writes('stop');
    world.writes('start');
    world.answers('Welcome back!');

    expect(world.messages.at(-1)?.basis).toEqual({ kind: 'person' });
  });
});

describe('a chat that is handed back', () => {
  it('waits for the contact, whom the bot answers again', () => {
    const world = new World([consultation, guide]);
    world.writes('consultation');
    world.handsBack();
    expect(world.said()).toEqual([]);
    expect(world.owner).toBe('bot');
    expect(world.conversation.handoff).toBeNull();
    expect(world.asked('updateHandoff')).toMatchObject([
      { change: { state: 'handed_back', closedBy: 'Mia', closedAt: world.now } },
    ]);

    world.writes('guide');
    expect(world.said()).toHaveLength(2);
  });

  it('raises the epoch only where the owner changes', () => {
    const world = new World([guide]);
    world.handsBack();
    expect(world.conversation.ownership.epoch).toBe(0);

    world.takesOver();
    world.handsBack();
    expect(world.conversation.ownership).toMatchObject({ epoch: 2, mutedBefore: 1 });
  });

  it('begins a flow at once where the person names one', () => {
    const world = new World([consultation, guide]);
    world.writes('consultation');
    world.takesOver();
    world.handsBack('guide');

    expect(world.place).toBe('guide › project');
    expect(world.sends()).toEqual(['Here is the guide.', 'What are you working on?']);
    expect(world.decision?.trace).toEqual([{ rule: 'handed back', result: 'guide begins' }]);
  });

  it('begins nothing where nobody knows the flow', () => {
    const world = new World([guide]);
    world.takesOver();
    world.handsBack('unknown');

    expect(world.owner).toBe('bot');
    expect(world.place).toBeNull();
    expect(world.decision?.trace).toEqual([
      { rule: 'handed back', result: 'unknown does not begin: it is not served' },
    ]);
  });

  it('begins nothing after STOP, and says why not', () => {
    const world = new World([guide]);
    world.writes('stop');
    world.takesOver();
    world.handsBack('guide');

    expect(world.place).toBeNull();
    expect(world.decision?.trace).toContainEqual({
      rule: 'handed back',
      result: 'guide does not begin: the contact said stop',
    });
  });

  it('lets a second handoff be opened', () => {
    const world = new World([consultation]);
    world.writes('consultation');
    world.handsBack();
    world.writes('consultation');

    expect(world.handoffs).toEqual(['flow', 'flow']);
  });
});

describe('a handoff that is resolved', () => {
  it('gives the chat back to the bot and keeps the outcome', () => {
    const world = new World([consultation]);
    world.writes('consultation');
    world.takesOver();
    world.resolves('booked');

    expect(world.owner).toBe('bot');
    expect(world.conversation.handoff).toBeNull();
    expect(world.asked('updateHandoff')).toMatchObject([
      { change: { state: 'resolved', closedBy: 'Mia', outcome: 'booked' } },
    ]);
    expect(world.asked('recordOutcome')).toMatchObject([
      { outcome: { name: 'booked', source: { kind: 'person', name: 'Mia' }, runId: null, value: null } },
    ]);
  });

  it('needs no outcome', () => {
    const world = new World([consultation]);
    world.writes('consultation');
    world.resolves();

    expect(world.outcomes).toEqual([]);
    expect(world.owner).toBe('bot');
  });
});

describe('an outcome that is reported from outside', () => {
  it('is kept with its source, value and currency, and changes nothing else', () => {
    const world = new World([guide]);
    world.writes('guide');
    const before = world.conversation;
    world.happens({ kind: 'outcomeReported', outcome: 'sold', source: 'shop', value: 49.5, currency: 'EUR' });

    expect(world.asked('recordOutcome')).toEqual([
      {
        kind: 'recordOutcome',
        outcome: {
          id: '0000000000000002.outcome',
          name: 'sold',
          at: world.now,
          source: { kind: 'outside', name: 'shop' },
          runId: null,
          value: 49.5,
          currency: 'EUR',
        },
      },
    ]);
    expect(world.conversation).toEqual(before);
  });
});
