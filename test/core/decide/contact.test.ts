import { describe, expect, it } from 'vitest';
import { Brand } from '../world/brand.js';
import { ask, flow, keyword, outcome, say } from '../world/flows.js';
import { pressed, written } from '../world/happenings.js';
import { guide, order } from '../world/studio.js';
import { minute, World } from '../world/world.js';

const help =
  'This is the automatic assistant of Studio Nord. Write AGENT to reach a person, or STOP to end all messages.';

describe('what a contact does', () => {
  it('is put into the story, and opens the reply window by their clock', () => {
    const world = new World([guide]);
    world.writes('hello', { ago: minute });

    expect(world.asked('recordMessage')).toMatchObject([
      {
        message: {
          from: 'contact',
          text: 'hello',
          platformMessageId: 'mid.contact',
          occurredAt: world.now - minute,
          receivedAt: world.now,
          via: 'text',
        },
      },
    ]);
    expect(world.conversation.lastContactAt).toBe(world.now - minute);
  });

  it.each([
    ['postback', pressed('MENU', 'Menu')],
    ['referral', { kind: 'referralReceived', referral: { ref: 'x', source: null, adId: null } }],
    ['story_reply', written('nice', { storyReply: { id: null } })],
    ['attachment', written('', { attachments: [{ type: 'image', url: null }] })],
    ['text', written('')],
    ['text', written('look', { attachments: [{ type: 'image', url: null }] })],
    ['quick_reply', written('Yes', { quickReply: 'x' })],
  ] as const)('is recorded with the way it came: %s', (via, happening) => {
    const world = new World([guide]);
    world.happens(happening);

    expect(world.asked('recordMessage')).toMatchObject([{ message: { via } }]);
  });

  it('is recorded with what was sent along', () => {
    const attachments = [{ type: 'image', url: 'https://cdn.example.com/p' }];
    const world = new World([guide]);
    world.happens(written('look', { attachments }));
    expect(world.asked('recordMessage')).toMatchObject([{ message: { attachments } }]);

    world.happens(written('nothing with it'));
    expect(world.asked('recordMessage')[0]?.message).not.toHaveProperty('attachments');
  });

  it('shows that they can be reached again', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.happens({ kind: 'sendFailed', messageId: 'm', failure: 'unreachable' });
    expect(world.conversation.unreachable).toBe(true);

    world.writes('guide');
    expect(world.conversation.unreachable).toBe(false);
    expect(world.said()).toHaveLength(2);
  });

  it('is never undone by what happened earlier and arrives later', () => {
    const world = new World([guide]);
    world.writes('second');
    const { lastContactAt, lastContactEventId } = world.conversation;
    world.writes('first', { ago: minute });

    expect(world.conversation).toMatchObject({ lastContactAt, lastContactEventId });
  });
});

describe('HELP', () => {
  it('says who answers here and how to reach a person', () => {
    const world = new World([guide]);
    world.writes('HELP');

    expect(world.said()).toEqual([help]);
    expect(world.messages.at(-1)?.basis).toEqual({ kind: 'confirmation', of: 'help' });
  });

  it('is answered in its own language', () => {
    const world = new World([guide]);
    world.writes('Hilfe');

    expect(world.said()[0]).toMatch(/^Hier antwortet der automatische Assistent von Studio Nord\./u);
  });

  it('in the middle of a flow is followed by the question once more, and is no miss', () => {
    const world = new World([order]);
    world.writes('order');
    for (let times = 0; times < 5; times += 1) world.writes('help');

    expect(world.said()).toEqual([help, 'Which size?']);
    expect(world.messages.at(-1)?.body.quickReplies).toHaveLength(3);
    expect(world.place).toBe('order › size');
  });

  it('is not answered while a person owns the chat', () => {
    const world = new World([guide]);
    world.takesOver();
    world.writes('help');

    expect(world.messages).toEqual([]);
  });

  it('is a keyword where a flow has it', () => {
    const faq = flow('faq', [keyword('info')], say('All about us.'), outcome('told'));
    const world = new World([faq]);
    world.writes('info');

    expect(world.said()).toEqual(['All about us.']);
  });
});

describe('a wish for a person', () => {
  it.each([
    ['agent', 'Someone from Sales will answer you right here.'],
    ['I want to talk to a human', 'Someone from Sales will answer you right here.'],
    ['Mensch', 'Jemand aus dem Team Sales antwortet dir hier.'],
    ['Ich möchte mit einem Menschen sprechen', 'Jemand aus dem Team Sales antwortet dir hier.'],
  ])('is fulfilled and confirmed in its own language: %s', (text, begins) => {
    const world = new World([guide]);
    world.writes(text);

    expect(world.said()[0]).toContain(begins);
    expect(world.handoffs).toEqual(['asked']);
    expect(world.owner).toBe('human');
  });

  it('ends the flow', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.writes('can I talk to a real person?');

    expect(world.place).toBeNull();
    expect(world.handoffs).toEqual(['asked']);
  });

  it('is a choice where the question offers it', () => {
    const who = flow(
      'who',
      [keyword('who')],
      ask('whom', 'Whom?', { choices: ['Bot', 'Agent'] }),
      outcome('x'),
    );
    const world = new World([who]);
    world.writes('who');
    world.writes('agent');

    expect(world.handoffs).toEqual([]);
    expect(world.outcomes).toEqual(['x']);
  });

  it('needs nothing where a person is there already', () => {
    const world = new World([guide]);
    world.takesOver();
    world.writes('agent');

    // The one that taking over has opened.
    expect(world.handoffs).toEqual(['taken']);
    expect(world.messages).toEqual([]);
  });
});

describe('the language of the server’s own words', () => {
  it('is the workspace’s first where a word belongs to several', () => {
    const world = new World([guide], { brand: new Brand({ languages: ['de', 'en'] }) });
    world.writes('Stop');

    expect(world.said()).toEqual([
      'Du bist abgemeldet und bekommst keine Nachrichten mehr von uns. Mit START holst du uns zurück.',
    ]);
  });

  it('is the follower’s where the word is only theirs', () => {
    const world = new World([guide], { brand: new Brand({ languages: ['de', 'en'] }) });
    world.writes('unsubscribe me please');

    expect(world.said()[0]).toMatch(/^You are unsubscribed/u);
  });
});
