import { describe, expect, it } from 'vitest';
import { maySend } from '../../../src/core/permission.js';
import { ask, comment, contact, flow, handoff, keyword, outcome, say } from '../world/flows.js';
import { commented } from '../world/happenings.js';
import { day, hour, World } from '../world/world.js';

const replies = ['Sent! Check your messages.', 'It is in your inbox now.', 'Done!'];

const checklist = flow(
  'checklist',
  [comment(['checklist', 'the list'], { publicReplies: replies })],
  ask('wish', 'Here is the checklist. Shall we walk through it?', { save: 'wish' }),
  outcome('delivered'),
  say('Great!'),
);

const onSimulator = { channel: 'simulator' } as const;

function world(...flows: Parameters<typeof flow>[] | ReturnType<typeof flow>[]): World {
  return new World(flows.length > 0 ? (flows as ReturnType<typeof flow>[]) : [checklist], onSimulator);
}

describe('a comment with the word of a flow', () => {
  it('gets one private reply and a public one, on their own grounds', () => {
    const one = world();
    one.comments('The CHECKLIST please 🙏');

    const [direct, open] = one.messages;
    expect(direct).toMatchObject({
      body: { text: 'Here is the checklist. Shall we walk through it?' },
      basis: { kind: 'private_reply', commentId: 'comment' },
      speaker: { flow: 'checklist', step: 'wish' },
      state: 'queued',
    });
    expect(open).toMatchObject({
      body: { isPublic: true },
      basis: { kind: 'public_reply', commentId: 'comment' },
      speaker: { flow: 'checklist', step: '(start)' },
    });
    expect(replies).toContain(open?.body.text);
  });

  it('stands in the story, and opens no reply window', () => {
    const one = world();
    one.comments('checklist');

    expect(one.conversation.lastContactAt).toBeNull();
    expect(one.effects).toContainEqual(
      expect.objectContaining({
        kind: 'recordMessage',
        message: expect.objectContaining({ via: 'comment', text: 'checklist' }) as unknown,
      }),
    );
  });

  it('is followed by nothing more until the contact answers', () => {
    const talkative = flow(
      'talkative',
      [comment(['checklist'])],
      say('Here it is.'),
      say('One more thing.'),
      ask('wish', 'Shall we?'),
      outcome('delivered'),
    );
    const one = world(talkative);
    one.comments('checklist');

    expect(one.messages.map(({ body, state, refusal }) => [body.text, state, refusal])).toEqual([
      ['Here it is.', 'queued', undefined],
      ['One more thing.', 'not_sent', 'window_closed'],
      ['Shall we?', 'not_sent', 'window_closed'],
    ]);
  });

  it('is followed by the rest of the flow once the contact has answered, inside the window', () => {
    const one = world();
    one.comments('checklist');
    one.writes('yes please');

    expect(one.messages.at(-1)).toMatchObject({ body: { text: 'Great!' }, basis: { kind: 'reply_window' } });
    expect(one.outcomes).toEqual(['delivered']);
  });

  it('is answered inside the window where that is open', () => {
    const one = world();
    one.writes('hello');
    one.comments('checklist');

    expect(one.messages.find(({ body }) => body.text.startsWith('Here'))?.basis.kind).toBe('reply_window');
  });

  it('lets what to expect from a person be the private reply', () => {
    const one = world(flow('help', [comment(['help me'])], handoff()));
    one.comments('please help me');

    expect(one.messages).toMatchObject([
      { speaker: { kind: 'system', rule: 'handoff' }, basis: { kind: 'private_reply' }, state: 'queued' },
    ]);
  });

  it('waits for the name where the flow greets by it', () => {
    const greeting = flow(
      'hi',
      [comment(['hi there'])],
      say('Hi ', contact('first_name')),
      outcome('greeted'),
    );
    const one = world(greeting);
    one.comments('hi there');
    expect(one.said()).toEqual([]);

    one.tellsProfile('Ada');
    expect(one.said()).toEqual(['Hi Ada']);
  });

  it('waits for no name that it tells itself, nor takes that for a better one', () => {
    const greeting = flow('hi', [comment(['hi'])], say('Hi ', contact('first_name')), outcome('greeted'));
    const one = world(greeting);
    one.comments('hi', 'post.1', { profile: { firstName: 'Ada', name: 'Ada L.' } });
    one.comments('hi', 'post.2', { commentId: 'two', profile: { firstName: 'Bea', name: null } });

    const direct = one.messages.filter(({ basis }) => basis.kind === 'private_reply');
    expect(direct.map(({ body }) => body.text)).toEqual(['Hi Ada', 'Hi Ada']);
  });

  it('waits for the name where it tells none', () => {
    const greeting = flow('hi', [comment(['hi'])], say('Hi ', contact('first_name')), outcome('greeted'));
    const one = world(greeting);
    one.comments('hi', 'post', { profile: { firstName: null, name: null } });

    expect(one.asked('fetchProfile')).toHaveLength(1);
  });
});

describe('a comment starts nothing', () => {
  it.each([
    ['without the word', 'lovely post', {}],
    ['that answers another comment', 'checklist', { parentId: 'another' }],
    ['that asks for no messages', 'please stop messaging me about this checklist', {}],
  ])('%s', (_name, text, more) => {
    const one = world();
    one.comments(text, 'post', more);
    expect(one.effects).toEqual([]);
  });

  it('on a channel that cannot answer it', () => {
    const one = new World([checklist], { channel: 'whatsapp' });
    one.comments('checklist');
    expect(one.effects).toEqual([]);
  });

  it('of somebody who said STOP', () => {
    const one = world();
    one.writes('stop');
    one.comments('checklist');
    expect(one.conversation.run).toBeNull();
    expect(one.messages).toHaveLength(1);
  });

  it('while a person has the chat', () => {
    const one = world();
    one.takesOver();
    one.comments('checklist');
    expect(one.messages).toEqual([]);
  });

  it('a second time on the same post, whichever flow it would be', () => {
    const tips = flow('tips', [comment(['tips'])], say('Here are the tips.'), outcome('delivered'));
    const one = world(checklist, tips);
    one.comments('checklist', 'post.1');
    one.comments('checklist', 'post.1', { commentId: 'second' });
    one.comments('tips', 'post.1', { commentId: 'third' });
    expect(one.messages.filter(({ basis }) => basis.kind === 'private_reply')).toHaveLength(1);

    one.comments('tips', 'post.2', { commentId: 'fourth' });
    expect(one.messages.filter(({ basis }) => basis.kind === 'private_reply')).toHaveLength(2);
  });

  it('that is older than the platform answers in private', () => {
    const one = world();
    one.happens(
      {
        kind: 'commentPosted',
        commentId: 'c',
        postId: 'p',
        text: 'checklist',
        isLive: false,
        parentId: null,
      },
      { ago: 7 * day },
    );
    expect(one.messages).toEqual([]);
  });
});

describe('a private reply', () => {
  it('no longer leaves when its week is over', () => {
    const one = world();
    one.comments('checklist');
    const [direct] = one.messages;
    expect(one.refusalAt(direct!, one.now + 7 * day - hour)).toBeNull();
    expect(one.refusalAt(direct!, one.now + 7 * day)).toBe('window_closed');
  });

  it('never leaves on a channel that cannot do it', () => {
    const one = world();
    one.comments('checklist');
    const elsewhere = { ...one.conversation, channel: 'whatsapp' } as const;
    expect(one.messages.map((message) => maySend(elsewhere, message, one.now))).toEqual([
      'channel_cannot',
      'channel_cannot',
    ]);
  });
});

describe('public replies', () => {
  it('never repeat the last one to the same contact', () => {
    const one = world();
    const said: string[] = [];
    for (let post = 0; post < 30; post += 1) {
      one.comments('checklist', `post.${post}`, { commentId: `comment.${post}` });
      said.push(one.messages.findLast(({ body }) => body.isPublic)?.body.text ?? '');
    }
    expect(new Set(said)).toEqual(new Set(replies));
    for (const [index, text] of said.entries()) expect(text).not.toBe(said[index - 1]);
  });
});

describe('of several flows that a comment would start', () => {
  const any = flow('any', [comment([])], say('Thanks!'), outcome('thanked'));
  const here = flow('here', [comment([], { posts: ['post.7'] })], say('Seven!'), outcome('seven'));

  it('the one for this post goes first, then the one for its words', () => {
    const one = world(any, checklist, here);
    one.comments('checklist', 'post.7');
    one.comments('checklist', 'post.8', { commentId: 'two' });
    one.comments('nice', 'post.9', { commentId: 'three' });
    expect(
      one.messages.flatMap(({ basis, body }) => (basis.kind === 'private_reply' ? [body.text] : [])),
    ).toEqual(['Seven!', 'Here is the checklist. Shall we walk through it?', 'Thanks!']);
  });

  it('the trace names the others', () => {
    const one = world(any, checklist);
    one.comments('checklist');
    expect(one.decision?.trace).toContainEqual({
      rule: 'also fits',
      result: 'any by a comment: what names more of it goes before what names less',
    });
  });
});

describe('a keyword in a comment', () => {
  it('does not start a flow that only messages start', () => {
    const one = world(flow('guide', [keyword('guide')], say('Here.'), outcome('delivered')));
    one.comments('guide');
    expect(one.messages).toEqual([]);
  });
});

describe('a comment under a live broadcast', () => {
  it('is answered for an hour at most', () => {
    const one = world();
    one.comments('checklist', 'post', { isLive: true });
    const [direct] = one.messages;
    expect(one.refusalAt(direct!, one.now + hour - 1)).toBeNull();
    expect(one.refusalAt(direct!, one.now + hour)).toBe('window_closed');
  });

  it('that comes in later than that is not answered', () => {
    const one = world();
    one.happens(commented('checklist', 'post', { isLive: true }), { ago: hour });
    expect(one.messages).toEqual([]);
  });
});

describe('a comment under an advertisement of a post', () => {
  it('is one under that post', () => {
    const one = world();
    one.comments('checklist', 'ad.1', { originalPostId: 'post.1' });
    one.comments('checklist', 'post.1', { commentId: 'second' });
    one.comments('checklist', 'ad.2', { commentId: 'third', originalPostId: 'post.1' });
    expect(one.messages.filter(({ basis }) => basis.kind === 'private_reply')).toHaveLength(1);

    one.comments('checklist', 'ad.1', { commentId: 'fourth', originalPostId: null });
    expect(one.messages.filter(({ basis }) => basis.kind === 'private_reply')).toHaveLength(2);
  });
});
