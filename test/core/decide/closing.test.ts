import { describe, expect, it } from 'vitest';
import { Brand, sales, support } from '../world/brand.js';
import { end, flow, keyword, outcome, rate, say } from '../world/flows.js';
import { commented } from '../world/happenings.js';
import { consultation, guide } from '../world/studio.js';
import { day, minute, World } from '../world/world.js';

const mia = { person: 'Mia', personId: 'mia' };

function withHandoff(): World {
  const world = new World([consultation, guide]);
  world.writes('consultation');
  return world;
}

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
    world.happens(commented('guide', 'post'));
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
