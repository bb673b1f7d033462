import { describe, expect, it } from 'vitest';
import { Brand, sales, weekdays } from '../world/brand.js';
import { consultation, guide } from '../world/studio.js';
import { day, hour, World } from '../world/world.js';

const mia = { person: 'Mia', personId: 'mia' };
const tom = { id: 'tom', name: 'Tom' };

/** A world whose handoff is open since now: Monday, 10:00 in Berlin; answered within 2 hours, settled within 24. */
function withHandoff(brand = new Brand()): World {
  const world = new World([consultation, guide], { brand });
  world.writes('consultation');
  return world;
}

const clockOf = ({ conversation }: World) => conversation.handoff?.clock;

describe('the clock of a handoff', () => {
  it('stops when a person has answered, and goes on with what was left when the contact writes', () => {
    const world = withHandoff();
    const opened = world.now;
    world.waits(hour);
    world.answers('Hello!');
    expect(clockOf(world)).toMatchObject({
      firstReplyAt: world.now,
      resolveDueAt: null,
      resolveLeft: opened + 24 * hour - world.now,
      waitsFor: 'contact',
    });
    expect(world.asked('updateHandoff').at(-1)?.change).toMatchObject({ dueAt: null });

    world.waits(3 * day);
    world.writes('Thank you, and one more thing');
    expect(clockOf(world)).toMatchObject({
      resolveDueAt: world.now + 23 * hour - 1_000,
      resolveLeft: null,
      waitsFor: 'team',
    });
    expect(world.asked('updateHandoff')).toMatchObject([
      { change: { dueAt: world.now + 23 * hour - 1_000 } },
    ]);

    const waitingSince = world.now;
    world.writes('Hello?');
    expect(clockOf(world)).toMatchObject({ waitingSince });
    expect(world.asked('updateHandoff')).toEqual([]);
  });

  it('counts in the hours of its team', () => {
    const early = Object.fromEntries([1, 2, 3, 4, 5].map((one) => [one, [{ from: 6 * 60, to: 11 * 60 }]]));
    const world = new World([], {
      brand: new Brand({ hours: weekdays, teams: [{ ...sales, hours: early, timezone: 'Europe/London' }] }),
    });
    world.writes('agent');
    // A second after nine in London: of two hours all but that second are left until eleven.
    expect(new Date(clockOf(world)?.firstReplyDueAt ?? 0).toISOString()).toBe('2026-01-13T06:00:01.000Z');
  });

  it('is not stopped by what may not be sent', () => {
    const world = new World([consultation], { channel: 'whatsapp' });
    world.writes('consultation');
    world.waits(2 * day);
    world.answers('Sorry!');

    expect(clockOf(world)).toMatchObject({ firstReplyAt: null, waitsFor: 'team' });
  });

  it('is stopped by who answers in another app', () => {
    const world = withHandoff();
    world.answersElsewhere('Hello!');

    expect(clockOf(world)).toMatchObject({ firstReplyAt: world.now, waitsFor: 'contact' });
  });
});

describe('a handoff that is given away', () => {
  it('is somebody’s, another team’s, and everybody’s again', () => {
    const world = withHandoff();
    world.happens({ kind: 'handoffAssigned', ...mia, to: tom, priority: 'high' });
    expect(world.asked('updateHandoff')).toMatchObject([
      { change: { assigneeId: 'tom', assignee: 'Tom', assignedAt: world.now, state: 'open' } },
      { change: { priority: 'high' } },
    ]);
    expect(world.owner).toBe('human');

    world.happens({ kind: 'handoffAssigned', ...mia, team: 'support' });
    expect(world.conversation.handoff).toMatchObject({ team: 'support', assignee: null, priority: 'high' });
    expect(clockOf(world)).toMatchObject({ firstReplyDueAt: null, resolveDueAt: null });

    world.happens({ kind: 'handoffAssigned', ...mia, team: 'sales', to: tom });
    expect(world.conversation.handoff).toMatchObject({ team: 'sales', assignee: tom });
    expect(clockOf(world)).toMatchObject({ firstReplyDueAt: world.now + 2 * hour });
    world.happens({ kind: 'handoffAssigned', ...mia, to: null });
    expect(world.asked('updateHandoff')).toMatchObject([{ change: { assigneeId: null, assignedAt: null } }]);
  });

  it('keeps a first reply that was given, and who is waited for', () => {
    const world = withHandoff();
    world.answers('Hello!');
    const { firstReplyAt, waitingSince } = clockOf(world) ?? {};
    world.waits(hour);
    world.happens({ kind: 'handoffAssigned', ...mia, team: 'support' });
    world.happens({ kind: 'handoffAssigned', ...mia, team: 'sales' });

    expect(clockOf(world)).toMatchObject({
      firstReplyAt,
      waitingSince,
      resolveDueAt: null,
      resolveLeft: 24 * hour,
      waitsFor: 'contact',
    });
  });

  it('stays with whoever has it meanwhile, where another was expected', () => {
    const world = withHandoff();
    world.happens({ kind: 'handoffAssigned', person: 'assignment', to: tom, expected: null });
    expect(world.conversation.handoff?.assignee).toEqual(tom);

    world.happens({
      kind: 'handoffAssigned',
      person: 'assignment',
      to: { id: 'mia', name: 'Mia' },
      expected: null,
    });
    expect(world.conversation.handoff?.assignee).toEqual(tom);
    expect(world.asked('updateHandoff')).toEqual([]);
    expect(world.decision?.trace).toContainEqual({ rule: 'assigned', result: 'somebody else has it by now' });
  });
});

describe('a snooze', () => {
  const snoozed = (): World => {
    const world = withHandoff();
    world.happens({ kind: 'handoffSnoozed', ...mia, until: world.now + day });
    return world;
  };

  it('ends when its time has come', () => {
    const world = snoozed();
    expect(world.asked('updateHandoff')).toMatchObject([{ change: { state: 'snoozed' } }]);
    world.waits(day);

    expect(world.asked('updateHandoff')).toMatchObject([{ change: { state: 'open', snoozedUntil: null } }]);
  });

  it.each<[string, (world: World) => void]>([
    ['the contact writes', (world) => world.writes('Hello?')],
    ['the contact says stop', (world) => world.writes('stop')],
    ['somebody takes it', (world) => world.takesOver()],
    ['somebody wakes it', (world) => world.happens({ kind: 'handoffSnoozed', ...mia, until: null })],
    ['it is resolved', (world) => world.resolves()],
  ])('ends when %s', (_, happen) => {
    const world = snoozed();
    happen(world);

    expect(world.conversation.handoff?.snooze ?? null).toBeNull();
    expect(world.timers.size).toBe(0);
  });

  it('that is not there cannot be ended, which the trace says', () => {
    const world = withHandoff();
    world.happens({ kind: 'handoffSnoozed', ...mia, until: null });

    expect(world.asked('updateHandoff')).toEqual([]);
    expect(world.decision?.trace).toEqual([{ rule: 'snooze', result: 'it is awake' }]);
  });

  it('that is put off has its new time only', () => {
    const world = snoozed();
    world.happens({ kind: 'handoffSnoozed', ...mia, until: world.now + 3 * day });
    world.waits(2 * day);

    expect(world.conversation.handoff?.snooze).not.toBeNull();
    expect(world.timers.size).toBe(1);
  });
});

describe('a note', () => {
  it('is for colleagues, and takes nothing over', () => {
    const world = new World([guide]);
    world.writes('guide');
    const { ownership, run } = world.conversation;
    world.happens({ kind: 'noteAdded', ...mia, text: 'A friend of the house.', mentions: [tom] });

    expect(world.asked('addNote')).toMatchObject([
      {
        note: {
          author: 'Mia',
          authorId: 'mia',
          text: 'A friend of the house.',
          mentions: [tom],
          at: world.now,
        },
      },
    ]);
    expect(world.said()).toEqual([]);
    expect(world.conversation).toMatchObject({ ownership, run, handoff: null });
  });
});

describe('tags', () => {
  it('are added and taken away by people', () => {
    const world = new World([guide]);
    world.happens({ kind: 'tagsChanged', ...mia, add: ['vip', 'berlin'], remove: [] });
    world.happens({ kind: 'tagsChanged', ...mia, add: ['press', 'vip'], remove: ['berlin'] });

    expect(world.conversation.contact.tags).toEqual(['vip', 'press']);
  });
});
