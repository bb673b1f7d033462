import { describe, expect, it } from 'vitest';
import { Brand, sales, support, weekdays } from '../world/brand.js';
import { end, flow, keyword, outcome, rate, say } from '../world/flows.js';
import { commented } from '../world/happenings.js';
import { consultation, guide } from '../world/studio.js';
import { day, hour, minute, World } from '../world/world.js';

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

describe('a contact who is called spam', () => {
  it('is answered by nothing, and STOP is STOP', () => {
    const world = withHandoff();
    world.blocks();
    expect(world.asked('updateHandoff')).toMatchObject([{ change: { state: 'spam', closedBy: 'Mia' } }]);

    for (const text of ['guide', 'help', 'I want to talk to a person']) {
      world.writes(text);
      expect(world.said()).toEqual([]);
      expect(world.asked('recordMessage')).toMatchObject([{ message: { text } }]);
    }
    world.happens(commented('guide'));
    world.happens({ kind: 'decisionFailed', failedEventId: 'x' });
    world.handsBack('guide');
    expect(world.queue).toEqual([]);
    expect(world.conversation.handoff).toBeNull();

    world.writes('stop');
    expect(world.isStopped).toBe(true);
    expect(world.said()).toHaveLength(1);
    world.writes('start');
    expect(world.said()).toEqual([]);
  });

  it('is the bot’s again when that is taken back', () => {
    const world = withHandoff();
    world.blocks();
    world.blocks(false);
    world.writes('guide');

    expect(world.said()[0]).toContain('Here is the guide.');
  });

  it('is no spam to who writes to them', () => {
    const world = withHandoff();
    world.blocks();
    world.answers('I am sorry, that was a mistake.');

    expect(world.conversation.blocked).toBeNull();
    expect(world.said()).toEqual(['I am sorry, that was a mistake.']);
    expect(world.conversation.handoff).toMatchObject({ takenBy: 'Mia' });
  });
});

describe('a chat that is handed back at a step', () => {
  it('goes on from there, with what was not asked unknown', () => {
    const world = new World([guide]);
    world.writes('hello');
    world.takesOver();
    world.handsBack('guide', '4-say');

    expect(world.said()).toEqual(['Good luck with !']);
    expect(world.owner).toBe('bot');
  });

  it('waits at a question, and takes its answer', () => {
    const world = new World([guide]);
    world.writes('hello');
    world.takesOver();
    world.handsBack('guide', 'project');
    expect(world.said().at(-1)).toContain('What are you working on?');
    world.writes('my thesis');

    expect(world.said()).toEqual(['Good luck with my thesis!']);
  });

  it('waits for the contact where the newest version has no such step', () => {
    const world = new World([guide]);
    world.takesOver();
    world.handsBack('guide', 'gone');

    expect(world.said()).toEqual([]);
    expect(world.place).toBeNull();
    expect(world.owner).toBe('bot');
  });
});

describe('the mark after a resolution', () => {
  const thanks = flow(
    'thanks',
    [keyword('rate us')],
    rate('How was that?', [say('Thank you!'), end], [say('We will do better.')]),
    outcome('asked'),
  );
  const rated = (): World => {
    const world = new World([consultation, thanks], { brand: new Brand({ rating: 'thanks' }) });
    world.writes('consultation');
    world.takesOver();
    return world;
  };
  const resolve = (world: World) =>
    world.happens({ kind: 'handoffResolved', ...mia, outcome: 'sold', asksForRating: true });

  it('is asked for by the workspace’s flow, and is the closed handoff’s', () => {
    const world = rated();
    const id = world.conversation.handoff?.id;
    resolve(world);
    expect(world.said().at(-1)).toContain('How was that?');
    expect(world.outcomes).toEqual(['sold']);
    world.writes('very good');

    expect(world.asked('rateHandoff')).toEqual([{ kind: 'rateHandoff', handoffId: id, rating: 5 }]);
    expect(world.said()).toEqual(['Thank you!']);
  });

  it('is nobody’s where the flow was begun by a keyword', () => {
    const world = rated();
    world.resolves();
    expect(world.said()).toEqual([]);
    world.writes('rate us');
    world.writes('5');

    expect(world.asked('rateHandoff')).toEqual([]);
    expect(world.outcomes).toEqual(['rated']);
  });

  it.each<[string, (world: World) => void]>([
    ['said stop', (world) => world.writes('stop')],
    ['has not written for so long that nothing may be sent', (world) => world.waits(7 * day + minute)],
  ])('is not asked for of who %s', (_, happen) => {
    const world = rated();
    happen(world);
    resolve(world);

    expect(world.place).toBeNull();
    expect(world.messages.map(({ body }) => body.text).join()).not.toContain('How was that?');
  });
});

describe('what a person sends along', () => {
  it('is a message each, before the words', () => {
    const world = new World([guide]);
    world.writes('hello');
    const image = { kind: 'image', url: 'https://example.com/1.png', alt: '' } as const;
    const file = { kind: 'file', url: 'https://example.com/price.pdf', alt: 'Prices' } as const;
    world.happens({ kind: 'personReplied', ...mia, text: 'Here you are.', media: [image, file] });

    expect(world.messages.slice(-3).map(({ body }) => [body.media?.url, body.text])).toEqual([
      [image.url, ''],
      [file.url, ''],
      [undefined, 'Here you are.'],
    ]);
  });

  it('may be an approved template when nothing else may be sent', () => {
    const again = {
      name: 'again',
      platformName: 'hello_again',
      category: 'utility',
      topic: null,
      texts: { en: { language: 'en_US', body: 'Hello {{1}}, shall we go on?' } },
    } as const;
    const world = new World([consultation], {
      channel: 'whatsapp',
      brand: new Brand({ templates: [again], teams: [sales, support] }),
    });
    world.writes('consultation');
    world.waits(3 * day);
    world.happens({ kind: 'personSentTemplate', ...mia, template: 'again', language: 'en', gaps: ['Ada'] });

    expect(world.said()).toEqual(['Hello Ada, shall we go on?']);
    expect(world.messages.at(-1)).toMatchObject({
      body: { template: { name: 'hello_again', language: 'en_US', parameters: ['Ada'] } },
      basis: { kind: 'template', topic: null },
      speaker: { kind: 'person', name: 'Mia' },
    });
    expect(world.conversation.handoff?.clock).toMatchObject({ firstReplyAt: world.now, waitsFor: 'contact' });
  });
});
