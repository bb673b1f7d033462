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
    for (const is_self_reply of [true, false, undefined]) {
      const answer = them.says('this one', { extra: { reply_to: { mid: 'm_0', is_self_reply } } });
      expect(parseOne(them, answer).content).toMatchObject({ replyTo: 'm_0', storyReply: null });
    }
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
        { type: 'sticker', url: 'https://cdn.example/a.jpg', mediaId: '369239263222822' },
        { type: 'fallback', url: 'https://shop.example/', name: 'A page' },
        { type: 'location', url: null, details: { latitude: '52.5', longitude: '13.4' } },
        { type: 'like_heart', url: null },
      ],
    });
  });

  it.each([
    'image',
    'audio',
    'video',
    'file',
    'share',
    'template',
    'appointment_booking',
    'unsupported_type',
  ])('brings an attachment of the type %s with its address alone', (type) => {
    const attachments = [{ type, payload: { url: 'https://cdn.example/it' } }];
    expect(parseOne(them, them.happens('message', { mid: 'm_1', attachments })).content).toMatchObject({
      attachments: [{ type, url: 'https://cdn.example/it' }],
    });
  });

  it.each(['reel', 'ig_reel', 'post', 'ig_post'])('names the %s that was shared', (type) => {
    const id = type.endsWith('reel') ? { reel_video_id: 7001 } : { id: '7001' };
    const attachments = [{ type, payload: { url: 'https://cdn.example/it', title: 'Spring', ...id } }];
    expect(parseOne(them, them.happens('message', { mid: 'm_1', attachments })).content).toMatchObject({
      attachments: [{ type, url: 'https://cdn.example/it', mediaId: '7001', name: 'Spring' }],
    });
  });

  it.each([
    ['as it is called now', 'sticker', 369239263222822],
    ['as the image that it was', 'image', 369239343222814],
    ['written as text', 'image', '369239383222810'],
  ])('brings a thumbs-up %s as a sticker', (_case, type, sticker_id) => {
    const attachments = [{ type, payload: { url: 'https://cdn.example/up.png', sticker_id } }];
    expect(parseOne(them, them.happens('message', { mid: 'm_1', attachments })).content).toMatchObject({
      attachments: [{ type: 'sticker', url: 'https://cdn.example/up.png', mediaId: String(sticker_id) }],
    });
  });

  it('names the product that is asked about', () => {
    const product = { id: '77', retailer_id: 'sku-1', image_url: 'https://cdn.example/p.jpg' };
    const elements = [{ ...product, title: 'Notebook', subtitle: '$40' }, { title: 'another' }];
    const attachments = [{ type: 'template', payload: { product: { elements } } }];
    expect(parseOne(them, them.happens('message', { mid: 'm_1', attachments })).content).toMatchObject({
      attachments: [
        {
          type: 'template',
          url: 'https://cdn.example/p.jpg',
          name: 'Notebook',
          details: { product_id: '77', retailer_id: 'sku-1', subtitle: '$40' },
        },
      ],
    });
    for (const broken of [null, { elements: null }, { elements: ['x'] }, { elements: [{ title: 7 }] }]) {
      const item = them.happens('message', {
        mid: 'm_1',
        attachments: [{ type: 'template', payload: { product: broken } }],
      });
      expect(parseOne(them, item).content).toMatchObject({ attachments: [{ type: 'template', url: null }] });
    }
  });

  it.each([
    ['no numbers', { lat: 'north', long: {} }],
    ['missing', null],
    ['half there', { lat: 52.5 }],
  ])('brings a place whose coordinates are %s without them', (_case, coordinates) => {
    const attachments = [{ type: 'location', payload: { coordinates } }];
    expect(parseOne(them, them.happens('message', { mid: 'm_1', attachments })).content).toMatchObject({
      attachments: [{ type: 'location', url: null }],
    });
  });

  it('keeps the words of a command, and the command where it has none', () => {
    const commands = [{ name: 'menu' }];
    expect(parseOne(them, them.says('/menu please', { extra: { commands } })).content).toMatchObject({
      text: '/menu please',
    });
    expect(parseOne(them, them.happens('message', { mid: 'm_1', commands })).content).toMatchObject({
      text: '/menu',
    });
  });

  it('is an order that a person is told of', () => {
    const order = { products: [{ retailer_id: 'sku', quantity: 1 }] };
    expect(parseOne(them, them.happens('message', { mid: 'm_1', order })).content).toMatchObject({
      kind: 'messageReceived',
      text: '',
      attachments: [{ type: 'order', url: null }],
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
});

describe('what only Messenger has', () => {
  it('is the checkbox that was ticked before the first message: its contact is known by both names', () => {
    const prior = { prior_message: { source: 'checkbox_plugin', identifier: 'ref-1' } };
    expect(parseOne(messenger, { ...messenger.says('hi'), ...prior })).toMatchObject({
      contactId: messenger.contactId,
      alsoKnownAs: ['user_ref:ref-1'],
      content: { kind: 'messageReceived', text: 'hi' },
    });
  });

  it.each([
    ['another source', { source: 'private_reply', identifier: 'ref-1' }],
    ['no identifier', { source: 'checkbox_plugin' }],
  ])('is a prior message that joins nothing: %s', (_case, prior_message) => {
    expect(parseOne(messenger, { ...messenger.says('hi'), prior_message })).not.toHaveProperty('alsoKnownAs');
  });
});
