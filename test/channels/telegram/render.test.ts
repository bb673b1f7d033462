import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTelegram } from '../../../src/channels/telegram/render.js';
import type { MediaKind, MessageBody } from '../../../src/core/message.js';
import { faultIn } from '../../platforms/fake-telegram-methods.js';

const render = (body: MessageBody) =>
  renderTelegram(
    { reference: 'msg_1', body, basis: { kind: 'reply_window' }, linkBase: 'https://dm.example/l/' },
    '501',
  );

const link = { label: 'Get the guide', code: 'c0de', target: 'https://example.com/guide' };
const replies = (...titles: readonly string[]) =>
  titles.map((title, index) => ({ title, payload: `flow#step#${index}` }));
const rowsOf = (body: MessageBody) =>
  render(body).body.reply_markup?.inline_keyboard.map((row) => row.map(({ text }) => text));

describe('a message on Telegram', () => {
  it('is its words, of which none is read as a format, without a preview of what they name', () => {
    expect(render({ text: 'Hello *you* <b>' })).toEqual({
      method: 'sendMessage',
      body: { chat_id: '501', text: 'Hello *you* <b>', link_preview_options: { is_disabled: true } },
    });
  });

  it('has its link as a key that leads to our tracked address', () => {
    expect(render({ text: 'Here it is', link })).toEqual({
      method: 'sendMessage',
      body: {
        chat_id: '501',
        text: 'Here it is',
        reply_markup: { inline_keyboard: [[{ text: 'Get the guide', url: 'https://dm.example/l/c0de' }]] },
      },
    });
  });

  it('has the link first, then its buttons, then the answers that are offered', () => {
    const body: MessageBody = {
      text: 'Choose',
      link: { ...link, label: 'Guide' },
      buttons: [
        { kind: 'postback', title: 'Begin', payload: 'start:guide' },
        { kind: 'link', link: { ...link, label: 'Shop', code: 'c1' } },
      ],
      quickReplies: replies('Yes', 'No'),
    };
    expect(render(body).body.reply_markup).toEqual({
      inline_keyboard: [
        [
          { text: 'Guide', url: 'https://dm.example/l/c0de' },
          { text: 'Begin', callback_data: 'start:guide' },
          { text: 'Shop', url: 'https://dm.example/l/c1' },
        ],
        [
          { text: 'Yes', callback_data: 'flow#step#0' },
          { text: 'No', callback_data: 'flow#step#1' },
        ],
      ],
    });
  });

  it('has no key that calls', () => {
    const body: MessageBody = { text: 'Call', buttons: [{ kind: 'call', title: 'Call', phone: '+4930' }] };
    expect(render(body).body.reply_markup).toBeUndefined();
  });

  it('lays short keys side by side, three in a row', () => {
    expect(rowsOf({ text: '?', quickReplies: replies('a', 'b', 'c', 'd') })).toEqual([
      ['a', 'b', 'c'],
      ['d'],
    ]);
  });

  it('gives each key a row where one of them is longer than sixteen characters', () => {
    const sixteen = 'x'.repeat(16);
    expect(rowsOf({ text: '?', quickReplies: replies(sixteen, 'b') })).toEqual([[sixteen, 'b']]);
    expect(rowsOf({ text: '?', quickReplies: replies(`${sixteen}x`, 'b') })).toEqual([
      [`${sixteen}x`],
      ['b'],
    ]);
  });

  it('cuts a title where a reader sees a new character begin', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(rowsOf({ text: '?', quickReplies: replies(`${'x'.repeat(60)}${family}`) })).toEqual([
      ['x'.repeat(60)],
    ]);
  });

  it.each([
    ['image', 'sendPhoto', 'photo'],
    ['video', 'sendVideo', 'video'],
    ['audio', 'sendAudio', 'audio'],
    ['file', 'sendDocument', 'document'],
  ] as const)(
    'sends a medium of kind %s by %s, with its caption and keys',
    (kind: MediaKind, method, key) => {
      const media = { kind, url: 'https://example.com/medium', alt: 'Our shop' };
      expect(render({ text: 'Look', media, quickReplies: replies('Yes') })).toEqual({
        method,
        body: {
          chat_id: '501',
          [key]: 'https://example.com/medium',
          caption: 'Look',
          reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: 'flow#step#0' }]] },
        },
      });
      expect(render({ text: '', media }).body).toEqual({
        chat_id: '501',
        [key]: 'https://example.com/medium',
      });
    },
  );

  it('is always what the Bot API takes', () => {
    const title = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 90 })
      .filter((text) => text.trim() !== '');
    const reply = fc.record({ title, payload: fc.string({ minLength: 1, maxLength: 16 }) });
    const button = fc.oneof(
      reply.map((press) => ({ kind: 'postback' as const, ...press })),
      title.map((label) => ({ kind: 'link' as const, link: { ...link, label } })),
    );
    const body = fc.record({
      text: fc.string({ minLength: 1, maxLength: 1024 }),
      quickReplies: fc.array(reply, { maxLength: 60 }),
      buttons: fc.array(button, { maxLength: 15 }),
      ...{ link: fc.option(fc.constant(link), { nil: undefined }) },
      media: fc.option(fc.constant({ kind: 'image' as const, url: 'https://example.com/i.png', alt: '' }), {
        nil: undefined,
      }),
    });
    fc.assert(
      fc.property(body, (said) => {
        const call = render(said as MessageBody);
        expect(faultIn(call.method, call.body)).toBeNull();
      }),
    );
  });
});
