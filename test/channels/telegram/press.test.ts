import { describe, expect, it } from 'vitest';
import { update } from '../../platforms/telegram-payloads.js';
import { ada, now, parseOne, skipOne } from './parsing.js';

const keyboard = [
  [{ text: 'A shop', callback_data: 'guide#project#shop' }],
  [
    { text: 'See more', url: 'https://example.com' },
    { text: 'Begin', callback_data: 'start:guide' },
  ],
];

describe('a press on a key', () => {
  it('that answers a question is a quick reply, with the words on the key', () => {
    expect(parseOne(ada.presses('guide#project#shop', { id: '99', keyboard }))).toMatchObject({
      contactId: '501',
      content: {
        kind: 'messageReceived',
        occurredAt: now,
        platformMessageId: 'press:99',
        text: 'A shop',
        quickReply: 'guide#project#shop',
      },
      acknowledge: { kind: 'callback_query', id: '99' },
    });
  });

  it.each(['say:talk to a person', 'say~', 'guide#project#shop'])(
    'is an answer by its payload: %s',
    (data) => {
      expect(parseOne(ada.presses(data)).content).toMatchObject({
        kind: 'messageReceived',
        quickReply: data,
      });
    },
  );

  it('that starts a flow is a button, with the words on the key', () => {
    expect(parseOne(ada.presses('start:guide', { id: '99', keyboard }))).toMatchObject({
      content: {
        kind: 'postbackReceived',
        platformMessageId: 'press:99',
        title: 'Begin',
        payload: 'start:guide',
      },
      acknowledge: { kind: 'callback_query', id: '99' },
    });
    expect(parseOne(ada.presses('start:guide')).content).not.toHaveProperty('isTyped');
  });

  it.each(['GET_GUIDE', '~0abc1230abc123'])('of any other payload is a button too: %s', (data) => {
    expect(parseOne(ada.presses(data)).content).toMatchObject({ kind: 'postbackReceived', title: '' });
  });

  it('has no words where the message is not shown any more', () => {
    const { callback_query } = ada.presses('guide#project#shop');
    const message = { chat: ada.chat, message_id: 4, date: 0 };
    const press = { ...(callback_query as object), message };
    expect(parseOne(update({ callback_query: press })).content).toMatchObject({ text: '' });
  });

  it('is known by who pressed where there is no message', () => {
    const press = { id: '99', from: ada.from, chat_instance: '7', data: 'start:guide' };
    expect(parseOne(update({ callback_query: press })).contactId).toBe('501');
  });

  it('without a payload is acknowledged all the same', () => {
    const press = { id: '99', from: ada.from, chat_instance: '7', game_short_name: 'chess' };
    expect(parseOne(update({ callback_query: press }))).toMatchObject({
      content: { kind: 'platformNoticed', type: 'press_without_payload' },
      acknowledge: { id: '99' },
    });
  });

  it.each([
    ['in a group', { message: { chat: { id: -5, type: 'group' } } }, 'not of a private chat'],
    ['in another chat', { inline_message_id: 'AA' }, 'a press in another chat'],
    ['of a bot', { from: { id: 1, is_bot: true } }, 'pressed by a bot'],
    ['without an id', { id: null }, 'a press without an id'],
    ['of nobody', { from: null, message: null }, 'pressed by nobody'],
  ])('%s is skipped', (_what, extra, reason) => {
    const { callback_query } = ada.presses('start:guide');
    expect(skipOne(update({ callback_query: { ...(callback_query as object), ...extra } }))).toBe(reason);
  });
});
