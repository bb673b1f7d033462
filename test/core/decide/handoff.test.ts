import { describe, expect, it } from 'vitest';
import { Brand, sales, support, weekdays } from '../world/brand.js';
import { contact, flow, handoff, keyword, set } from '../world/flows.js';
import { consultation, guide } from '../world/studio.js';
import { hour, minute, World } from '../world/world.js';

/** Saturday 17 January 2026, 12:00 in Berlin. */
const saturday = Date.UTC(2026, 0, 17, 11);
const open = new Brand({ hours: weekdays });

const soon =
  'Someone from Sales will answer you right here. We aim to reply within 2 hours of our opening hours.';

describe('a handoff by a flow', () => {
  it('is opened for its team with its note and the times that are promised', () => {
    const world = new World([consultation]);
    world.writes('consultation');

    expect(world.asked('openHandoff')).toEqual([
      {
        kind: 'openHandoff',
        handoff: {
          id: '0000000000000001.handoff',
          team: 'sales',
          reason: 'flow',
          note: 'Wants a consultation.',
          openedAt: world.now,
          firstReplyDueAt: world.now + 2 * hour,
          resolveDueAt: world.now + 24 * hour,
        },
      },
    ]);
    expect(world.conversation.handoff).toEqual({
      id: '0000000000000001.handoff',
      team: 'sales',
      takenBy: null,
      clock: {
        firstReplyDueAt: world.now + 2 * hour,
        firstReplyAt: null,
        resolveDueAt: world.now + 24 * hour,
        resolveLeft: null,
        waitsFor: 'team',
        waitingSince: world.now,
      },
    });
  });

  it('says what to expect, after what the flow had to say', () => {
    const world = new World([consultation]);
    world.writes('consultation');

    expect(world.said()).toEqual(['Good idea.', soon]);
  });

  it('ends the run, and gives the chat to people', () => {
    const world = new World([consultation]);
    world.writes('consultation');

    expect(world.owner).toBe('human');
    expect(world.place).toBeNull();
    expect(world.timers.size).toBe(0);
    expect(world.decision?.trace).toContainEqual({ rule: 'handoff', result: 'flow' });
  });

  it('fills its note', () => {
    const noted = flow(
      'noted',
      [keyword('noted')],
      set('city', 'Oslo'),
      handoff(sales, 'In ', contact('city'), '.'),
    );
    const world = new World([noted]);
    world.writes('noted');

    expect(world.asked('openHandoff')).toMatchObject([{ handoff: { note: 'In Oslo.' } }]);
  });

  it('goes to the first team where it names none', () => {
    const world = new World([flow('help', [keyword('come')], handoff())]);
    world.writes('come');

    expect(world.asked('openHandoff')).toMatchObject([{ handoff: { team: 'sales' } }]);
  });

  it('goes to nobody in particular where there is no team', () => {
    const world = new World([flow('help', [keyword('come')], handoff())], {
      brand: new Brand({ teams: [] }),
    });
    world.writes('come');

    expect(world.asked('openHandoff')).toMatchObject([
      { handoff: { team: null, firstReplyDueAt: null, resolveDueAt: null } },
    ]);
    expect(world.said()).toEqual([
      'Someone from Studio Nord will answer you right here, as soon as they can.',
    ]);
  });
});

describe('what is said of a handoff', () => {
  it('promises nothing for a team that promises nothing', () => {
    const world = new World([flow('help', [keyword('come')], handoff(support))]);
    world.writes('come');

    expect(world.said()).toEqual(['Someone from Support will answer you right here, as soon as they can.']);
    expect(world.asked('openHandoff')).toMatchObject([{ handoff: { firstReplyDueAt: null } }]);
  });

  it.each([
    [30 * minute, '30 minutes'],
    [minute, '1 minute'],
    [hour, '1 hour'],
    [90 * minute, '2 hours'],
    [48 * hour, '48 hours'],
  ])('names a promise of %d ms in words', (firstReply, words) => {
    const world = new World([flow('help', [keyword('come')], handoff({ ...sales, firstReply }))]);
    world.writes('come');

    expect(world.said()[0]).toContain(`within ${words} of`);
  });

  it('says within hours how long it takes', () => {
    const world = new World([consultation], { brand: open });
    world.writes('consultation');

    expect(world.said()).toContain(soon);
  });

  it('says outside hours when we are back, and counts the promise from then', () => {
    const world = new World([consultation], { brand: open, startsAt: saturday });
    world.writes('consultation');

    expect(world.said()).toContain(
      'Someone from Sales will answer you right here. We are closed at the moment and back on Monday 09:00.',
    );
    expect(world.asked('openHandoff')).toMatchObject([
      { handoff: { firstReplyDueAt: Date.UTC(2026, 0, 19, 10), resolveDueAt: Date.UTC(2026, 0, 21, 14) } },
    ]);
  });

  it('says it in the language in which a person was asked for', () => {
    const world = new World([consultation], { brand: open, startsAt: saturday });
    world.writes('Kann ich mit einem Menschen sprechen?');

    expect(world.said()).toEqual([
      'Jemand aus dem Team Sales antwortet dir hier. Gerade haben wir geschlossen und sind Montag 09:00 wieder da.',
    ]);
  });

  it('names durations in that language, too', () => {
    const world = new World([consultation]);
    world.writes('Mensch');

    expect(world.said()[0]).toContain('innerhalb von 2 Stunden');
  });

  it('promises no day where the calendar never opens', () => {
    const world = new World([consultation], { brand: new Brand({ hours: {} }) });
    world.writes('consultation');

    expect(world.said()).toContain('Someone from Sales will answer you right here, as soon as they can.');
    expect(world.asked('openHandoff')).toMatchObject([{ handoff: { firstReplyDueAt: null } }]);
  });

  it('is in words of the workspace where it has its own', () => {
    const texts = { en: { handoffOpen: '{{team}}: {{within}}. {{unknown}}{{team}}' } };
    const world = new World([consultation], { brand: new Brand({ texts }) });
    world.writes('consultation');

    expect(world.said()).toContain('Sales: 2 hours. Sales');
  });
});

describe('other reasons for a person', () => {
  it('an event that could not be decided', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.happens({ kind: 'decisionFailed', failedEventId: 'poison' });

    expect(world.handoffs).toEqual(['poison']);
    expect(world.said()).toEqual([soon]);
    expect(world.place).toBeNull();
  });

  it('a message that could not be sent, of which the contact is not told', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.happens({ kind: 'sendFailed', messageId: 'm', failure: 'retries_exhausted' });

    expect(world.handoffs).toEqual(['retries_exhausted']);
    expect(world.said()).toEqual([]);
    expect(world.owner).toBe('human');
  });

  it('are one handoff while it is open', () => {
    const world = new World([consultation]);
    world.writes('consultation');
    world.happens({ kind: 'decisionFailed', failedEventId: 'poison' });

    expect(world.handoffs).toEqual(['flow']);
    expect(world.said()).toEqual([]);
  });

  it('open a handoff without a word where another app speaks already', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.answersElsewhere('Hello!');
    world.happens({ kind: 'decisionFailed', failedEventId: 'poison' });

    expect(world.handoffs).toEqual(['poison']);
    expect(world.said()).toEqual([]);
    expect(world.owner).toBe('human');
  });

  it('are nothing new to a person who has the chat', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.takesOver();
    world.happens({ kind: 'decisionFailed', failedEventId: 'poison' });

    expect(world.handoffs).toEqual(['taken']);
    expect(world.said()).toEqual([]);
  });
});

describe('after a handoff', () => {
  it('the bot is silent', () => {
    const world = new World([consultation, guide]);
    world.writes('consultation');
    world.writes('guide');
    expect(world.said()).toEqual([]);

    world.writes('hello?');
    world.follows('guide');
    world.waits(48 * hour);
    expect(world.messages).toHaveLength(2);
    expect(world.asked('recordMessage')).toEqual([]);
  });

  it('what the bot had queued may still go', () => {
    const world = new World([consultation]);
    world.writes('consultation');

    expect(world.sends()).toEqual(['Good idea.', soon]);
  });

  it('what the bot had queued goes no more once a person has taken over', () => {
    const world = new World([consultation]);
    world.writes('consultation');
    const [queued] = world.outbox.queued;
    world.takesOver();

    expect(world.sends()).toEqual([]);
    expect(world.refusalOf(queued!)).toBe('owner_changed');
  });
});
