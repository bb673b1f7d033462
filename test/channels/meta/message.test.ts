import { describe, expect, it } from 'vitest';
import { instagram, messenger, minuteAgo, parseOne, skipOne, threads } from './parsing.js';

const at = { at: minuteAgo };

describe.each(threads)('a message on %s', (channel, them) => {
  it('is received with its words, its moment and its key', () => {
    expect(parseOne(them, them.says('Guide!', { mid: 'm_1', ...at }))).toEqual({
      channel,
      accountId: them.account.id,
      contactId: them.contactId,
      key: 'message:m_1',
      content: {
        kind: 'messageReceived',
        occurredAt: minuteAgo,
        platformMessageId: 'm_1',
        text: 'Guide!',
        quickReply: null,
        storyReply: null,
        replyTo: null,
        referral: null,
        attachments: [],
      },
    });
  });

  it('tells a tapped quick reply from typed words', () => {
    expect(parseOne(them, them.taps('Yes', 'consent.yes')).content).toMatchObject({
      text: 'Yes',
      quickReply: 'consent.yes',
    });
  });

  it('names the message that it answers', () => {
    const answer = them.says('this one', { extra: { reply_to: { mid: 'm_0', is_self_reply: false } } });
    expect(parseOne(them, answer).content).toMatchObject({ replyTo: 'm_0', storyReply: null });
  });

  it('carries the referral of the ad it came by', () => {
    const referral = {
      ref: 'guide',
      ad_id: '120333',
      source: 'ADS',
      type: 'OPEN_THREAD',
      ads_context_data: {},
    };
    expect(parseOne(them, them.says('hi', { extra: { referral } })).content).toMatchObject({
      referral: { ref: 'guide', adId: '120333', source: 'ADS' },
    });
  });

  it('lists its attachments, whose payload may be null', () => {
    const attachments = [
      { type: 'image', payload: { url: 'https://cdn.example/a.jpg', sticker_id: 369239263222822 } },
      { type: 'fallback', title: 'A page', url: 'https://shop.example/', payload: null },
      { type: 'location', payload: { coordinates: { lat: 52.5, long: 13.4 } } },
      { type: 'like_heart' },
      { payload: { url: 'https://cdn.example/nameless' } },
      'not an attachment',
    ];
    const item = them.happens('message', { mid: 'm_1', attachments });
    expect(parseOne(them, item).content).toMatchObject({
      text: '',
      attachments: [
        { type: 'image', url: 'https://cdn.example/a.jpg' },
        { type: 'fallback', url: 'https://shop.example/' },
        { type: 'location', url: null },
        { type: 'like_heart', url: null },
      ],
    });
  });

  it('lets in no address that a browser would run', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', '/relative', 7]) {
      const item = them.happens('message', { mid: 'm_1', attachments: [{ type: 'fallback', url }] });
      expect(parseOne(them, item).content).toMatchObject({ attachments: [{ type: 'fallback', url: null }] });
    }
  });

  it('is kept as unsupported where the platform does not show it', () => {
    const item = them.happens('message', { mid: 'm_1', is_unsupported: true });
    expect(parseOne(them, item).content).toMatchObject({
      kind: 'messageReceived',
      text: '',
      attachments: [{ type: 'unsupported', url: null }],
    });
  });

  it('has storable words: halves of characters replaced, NUL removed, endless text cut', () => {
    const text = (raw: string) => parseOne(them, them.says(raw)).content;
    expect(text('a\u0000b\ud83cc')).toMatchObject({ text: 'ab\ufffdc' });
    expect(text('🎉')).toMatchObject({ text: '🎉' });
    expect(text('x'.repeat(30_000))).toMatchObject({ text: 'x'.repeat(20_000) });
    expect(text(`${'x'.repeat(19_999)}🎉`)).toMatchObject({ text: `${'x'.repeat(19_999)}\ufffd` });
  });

  it('is skipped without an id', () => {
    expect(skipOne(them, them.happens('message', { text: 'hello' }))).toBe('a message without an id');
    expect(skipOne(them, them.happens('message', { mid: 'a b', text: 'hello' }))).toBe(
      'a message without an id',
    );
  });

  it('is unsent by the contact', () => {
    expect(parseOne(them, them.unsends('m_1', at))).toMatchObject({
      key: 'unsent:m_1',
      content: { kind: 'messageUnsent', platformMessageId: 'm_1', occurredAt: minuteAgo },
    });
  });

  it.each([2, '2'])('is edited, its edition written as %j', (edition) => {
    expect(
      parseOne(them, them.happens('message_edit', { mid: 'm_1', text: 'STOP', num_edit: edition })),
    ).toMatchObject({
      key: 'edit:m_1:2',
      content: { kind: 'messageEdited', platformMessageId: 'm_1', text: 'STOP', edition: 2 },
    });
  });

  it('loses no words to an edit that brings none', () => {
    const edit = them.happens('message_edit', { mid: 'm_1', num_edit: 0 });
    expect(parseOne(them, edit).content).toMatchObject({ kind: 'platformNoticed', type: 'message_edit' });
  });
});

describe.each(threads)('an echo on %s', (channel, them) => {
  it('belongs to the thread of its recipient, and never looks like a message of theirs', () => {
    const echo = them.personElsewhereSays('We are open till six', {
      mid: 'm_2',
      ...at,
      extra: { app_id: 26390203743090, metadata: 'msg_7' },
    });
    expect(parseOne(them, echo)).toEqual({
      channel,
      accountId: them.account.id,
      contactId: them.contactId,
      key: 'echo:m_2',
      content: {
        kind: 'messageEchoed',
        occurredAt: minuteAgo,
        platformMessageId: 'm_2',
        text: 'We are open till six',
        appId: '26390203743090',
        metadata: 'msg_7',
        ownMessageId: null,
      },
    });
  });

  it('has its key apart from the message of the same id', () => {
    const echo = parseOne(them, them.personElsewhereSays('x', { mid: 'm_1' }));
    const message = parseOne(them, them.says('x', { mid: 'm_1' }));
    expect(echo.key).not.toBe(message.key);
  });

  it('is known by its sender where it is not marked', () => {
    const item = { ...them.says('x'), sender: { id: them.account.id }, recipient: { id: them.contactId } };
    expect(parseOne(them, item)).toMatchObject({
      contactId: them.contactId,
      content: { kind: 'messageEchoed' },
    });
  });

  it('is known by its mark where no sender is named', () => {
    const { sender: _, ...item } = them.personElsewhereSays('x');
    expect(parseOne(them, item)).toMatchObject({
      contactId: them.contactId,
      content: { kind: 'messageEchoed' },
    });
  });

  it.each([
    ['message', { mid: 'm_2', is_echo: true, is_deleted: true }, 'own_message_unsent'],
    ['reaction', { mid: 'm_2', action: 'react', emoji: '❤' }, 'own_reaction'],
    ['message_edit', { mid: 'm_2', text: 'no, till seven', num_edit: 1 }, 'own_message_edit'],
  ])('is not taken for the contact’s doing when our side does more: %s', (key, event, type) => {
    const item = {
      ...them.happens(key, event),
      sender: { id: them.account.id },
      recipient: { id: them.contactId },
    };
    expect(parseOne(them, item)).toMatchObject({
      contactId: them.contactId,
      content: { kind: 'platformNoticed', type },
    });
  });
});

describe('what only Instagram has', () => {
  it('is the answer to a story', () => {
    expect(parseOne(instagram, instagram.answersStory('love it', '179')).content).toMatchObject({
      text: 'love it',
      storyReply: { id: '179' },
    });
  });

  it('is the mention in a story', () => {
    expect(parseOne(instagram, instagram.mentionsInStory()).content).toMatchObject({
      kind: 'messageReceived',
      attachments: [{ type: 'story_mention', url: 'https://cdn.example/mention.jpg' }],
      storyMention: true,
    });
  });

  it('is an account that writes to itself: echoed, so that nothing answers it', () => {
    const own = { id: instagram.account.id };
    const item = instagram.says('test', { extra: { is_echo: true, is_self: true } });
    expect(parseOne(instagram, { ...item, sender: own, recipient: own })).toMatchObject({
      contactId: own.id,
      content: { kind: 'messageEchoed', text: 'test' },
    });
  });
});

describe('what only Messenger has', () => {
  it('is the checkbox that the first message followed', () => {
    const prior = { prior_message: { source: 'checkbox_plugin', identifier: 'ref' } };
    expect(parseOne(messenger, { ...messenger.says('hi'), ...prior }).content).toMatchObject({
      kind: 'messageReceived',
      text: 'hi',
    });
  });
});
