import { describe, expect, it } from 'vitest';
import { update } from '../../platforms/telegram-payloads.js';
import { ada, minuteAgo, now, parseOne, skipOne } from './parsing.js';

const at = { messageId: 12, at: minuteAgo };
const contentOf = (text: string) => parseOne(ada.says(text, at)).content;

describe('a message', () => {
  it('is what was written, by its chat, with the update’s id as its key', () => {
    const { message } = ada.says('Grüße 🎉', at);
    expect(parseOne(update({ message }, 77))).toEqual({
      channel: 'telegram',
      accountId: '4000',
      contactId: '501',
      key: 'update:77',
      content: {
        kind: 'messageReceived',
        occurredAt: now - 60_000,
        platformMessageId: '12',
        text: 'Grüße 🎉',
        quickReply: null,
        storyReply: null,
        replyTo: null,
        referral: null,
        attachments: [],
      },
    });
  });

  it('never occurs after it arrived', () => {
    expect(parseOne(ada.says('hi', { at: minuteAgo + 3600 })).content.occurredAt).toBe(now);
    expect(parseOne(ada.says('hi', { extra: { date: 'soon' } })).content.occurredAt).toBe(now);
  });

  it('has an id of 52 bits that is kept as text', () => {
    const { message } = ada.says('hi', { extra: { chat: { id: 4_503_599_627_370_495, type: 'private' } } });
    expect(parseOne({ update_id: 9_007_199_254_740_991, message })).toMatchObject({
      contactId: '4503599627370495',
      key: 'update:9007199254740991',
    });
  });

  it('names the message that it answers', () => {
    const reply = ada.says('that one', { extra: { reply_to_message: { message_id: 7, date: 1 } } });
    expect(parseOne(reply).content).toMatchObject({ replyTo: '7' });
  });

  it('counts as written by who forwards it', () => {
    const forwarded = ada.says('stop', { extra: { forward_origin: { type: 'user', date: 1 } } });
    expect(parseOne(forwarded).content).toMatchObject({ kind: 'messageReceived', text: 'stop' });
  });

  it.each(['group', 'supergroup', 'channel', 'secret', undefined])(
    'in a chat of type %s is skipped',
    (type) => {
      expect(skipOne(ada.says('guide', { extra: { chat: { id: -100, type } } }))).toBe(
        'not of a private chat',
      );
    },
  );

  it.each([
    ['of a bot', { from: { id: 1, is_bot: true } }, 'said by a bot'],
    ['of a business account', { business_connection_id: 'b1' }, 'of a business account'],
    ['without an id', { message_id: null }, 'a message without an id'],
    ['in a chat without an id', { chat: { type: 'private' } }, 'a chat without an id'],
  ])('%s is skipped', (_what, extra, reason) => {
    expect(skipOne(ada.says('guide', { extra }))).toBe(reason);
  });

  it.each(['pinned_message', 'write_access_allowed', 'message_auto_delete_timer_changed', 'boost_added'])(
    'that only says what happened in the chat is skipped: %s',
    (key) => {
      expect(skipOne(ada.sends({ [key]: {} }))).toBe('a service message');
    },
  );
});

describe('a formatted message', () => {
  const rich = (...blocks: readonly object[]) => ({ rich_message: { blocks } });
  const bold = (text: unknown) => ({ type: 'bold', text });

  it.each([
    ['a paragraph', rich({ type: 'paragraph', text: 'stop' }), 'stop'],
    [
      'bold words',
      rich({ type: 'paragraph', text: ['please ', bold(['st', bold('op')]), '!'] }),
      'please stop!',
    ],
    [
      'two blocks',
      rich({ type: 'heading', text: 'Hi', size: 1 }, { type: 'paragraph', text: 'Ho' }),
      'Hi\nHo',
    ],
    [
      'a list',
      rich({ type: 'list', items: [{ label: '1.', blocks: [{ type: 'p', text: 'one' }] }] }),
      '1.\none',
    ],
    ['a table', rich({ type: 'table', cells: [[{ text: 'a' }, { text: 'b' }], [{ text: 'c' }]] }), 'a\nb\nc'],
    ['a quotation', rich({ type: 'q', blocks: [{ type: 'p', text: 'wise' }], credit: 'Ada' }), 'wise\nAda'],
  ])('is its words: %s', (_what, content, text) => {
    expect(parseOne(ada.sends(content)).content).toMatchObject({ text, attachments: [] });
  });

  it('with more than words in it says so', () => {
    const photo = { type: 'photo', photo: [{ file_id: 'P' }], caption: { text: 'our shop' } };
    expect(parseOne(ada.sends(rich(photo))).content).toMatchObject({
      text: 'our shop',
      attachments: [{ type: 'unsupported' }],
    });
    expect(parseOne(ada.sends(rich({ type: 'divider' }))).content).toMatchObject({
      text: '',
      attachments: [{ type: 'unsupported' }],
    });
  });

  it('is edited in its words', () => {
    const edit = ada.edits(12, '', minuteAgo, {
      extra: { text: undefined, ...rich({ type: 'p', text: bold('stop') }) },
    });
    expect(parseOne(edit).content).toMatchObject({ kind: 'messageEdited', text: 'stop' });
  });
});

describe('a command', () => {
  it('/start with a payload is a referral by that payload, and no words', () => {
    expect(contentOf('/start guide_2026-A')).toEqual({
      kind: 'referralReceived',
      occurredAt: now - 60_000,
      referral: { ref: 'guide_2026-A', source: 'DEEP_LINK', adId: null },
    });
  });

  it.each(['/start', '/start@StudioBot', '/start  '])('%j is Get Started, typed', (text) => {
    expect(contentOf(text)).toEqual({
      kind: 'postbackReceived',
      occurredAt: now - 60_000,
      platformMessageId: '12',
      title: '/start',
      payload: 'GET_STARTED',
      referral: null,
      isTyped: true,
    });
  });

  it('/start@Bot with a payload is a referral too', () => {
    expect(contentOf('/start@StudioBot guide')).toMatchObject({ referral: { ref: 'guide' } });
  });

  it.each(['/start two words', '/start caf\u00e9', `/start ${'x'.repeat(65)}`])(
    '%j carries no payload that a link could have: it is a text',
    (text) => {
      expect(contentOf(text)).toMatchObject({ kind: 'messageReceived', text });
    },
  );

  it.each(['/prices', '/prices@StudioBot'])('%j presses the button of its flow, typed', (text) => {
    expect(contentOf(text)).toMatchObject({
      kind: 'postbackReceived',
      title: '/prices',
      payload: 'start:prices',
      isTyped: true,
    });
  });

  it('with words behind it is a text, without the name of the bot', () => {
    expect(contentOf('/help@StudioBot with my order')).toMatchObject({
      kind: 'messageReceived',
      text: '/help with my order',
    });
  });

  it.each(['/', '/ start', 'a /start', '//start', '/café'])('is not %j', (text) => {
    expect(contentOf(text)).toMatchObject({ kind: 'messageReceived', text });
  });
});

describe('an edit', () => {
  it('has the new words, and the moment of the edit as its edition', () => {
    expect(parseOne(ada.edits(12, 'stop', minuteAgo, { at: 1 })).content).toEqual({
      kind: 'messageEdited',
      occurredAt: now - 60_000,
      platformMessageId: '12',
      text: 'stop',
      edition: minuteAgo,
    });
  });

  it('may be of a caption', () => {
    const { edited_message } = ada.edits(12, '', minuteAgo, { extra: { text: undefined, caption: 'new' } });
    expect(parseOne(update({ edited_message })).content).toMatchObject({ text: 'new' });
  });

  it.each([
    ['without words, such as of a live location', { text: undefined, location: {} }, 'an edit without words'],
    ['in a group', { chat: { id: -1, type: 'group' } }, 'not of a private chat'],
    ['of a bot', { from: { id: 1, is_bot: true } }, 'said by a bot'],
    ['without an id', { message_id: undefined }, 'a message without an id'],
  ])('%s is skipped', (_what, extra, reason) => {
    expect(skipOne(ada.edits(12, 'stop', minuteAgo, { extra }))).toBe(reason);
  });
});
