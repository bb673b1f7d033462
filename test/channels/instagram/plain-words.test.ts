import { describe, expect, it } from 'vitest';
import type { OutboundMessage } from '../../../src/channels/channel.js';
import { renderInstagram } from '../../../src/channels/instagram/render.js';
import { renderMessenger } from '../../../src/channels/messenger/render.js';
import type { MessageBody } from '../../../src/core/message.js';
import { faultIn, sends } from '../../platforms/meta-schemas.js';

const reply = (body: MessageBody): OutboundMessage => ({
  reference: 'msg_1',
  body,
  basis: { kind: 'private_reply', commentId: 'c_1', until: 1 },
  linkBase: 'https://dm.example/l/',
});

const render = (body: MessageBody) => {
  const request = renderInstagram(reply(body), '901');
  expect(faultIn(sends.instagram, request)).toBeNull();
  return request.message;
};

const link = { label: 'Get the guide', code: 'c0de', target: 'https://example.com/guide' };
const answers = ['Yes please', 'Not now'].map((title) => ({ title, payload: title }));

describe('a private reply on Instagram', () => {
  it('is its text', () => {
    expect(render({ text: 'Hello' })).toEqual({ text: 'Hello', metadata: 'msg_1' });
  });

  it('has its buttons', () => {
    expect(render({ text: 'Here it is', link })).toMatchObject({
      attachment: {
        payload: { template_type: 'button', text: 'Here it is', buttons: [{ title: link.label }] },
      },
    });
  });

  it('says quick replies as a numbered list', () => {
    const message = render({ text: 'Shall I?', quickReplies: answers });
    expect(message).toEqual({ text: 'Shall I?\n1. Yes please\n2. Not now', metadata: 'msg_1' });
  });

  it('says them above buttons, too', () => {
    expect(render({ text: 'Shall I?', link, quickReplies: answers })).toMatchObject({
      attachment: { payload: { text: 'Shall I?\n1. Yes please\n2. Not now' } },
    });
  });

  it('says where a picture is', () => {
    const media = { kind: 'image', url: 'https://example.com/shop.png', alt: 'Our shop' } as const;
    expect(render({ text: '', media })).toMatchObject({ text: 'Our shop: https://example.com/shop.png' });
    expect(render({ text: '', media: { ...media, alt: '' } })).toMatchObject({ text: media.url });
  });

  it('says what stands on cards, by our tracked addresses', () => {
    const cards = [
      { title: 'One', text: 'The first', image: null, button: { kind: 'link', link } },
      { title: 'Two', text: '', image: null, button: { kind: 'postback', title: 'Start', payload: 'p' } },
      { title: 'Three', text: '', image: null, button: { kind: 'call', title: 'Call', phone: '+4930123' } },
      { title: 'Four', text: '', image: null, button: null },
    ] as const;
    expect(render({ text: '', cards })).toMatchObject({
      text: [
        'One\nThe first\nGet the guide: https://dm.example/l/c0de',
        'Two\n• Start',
        'Three\nCall: +4930123',
        'Four',
      ].join('\n'),
    });
  });

  it('shortens the text, not the answers, where both do not fit', () => {
    const message = render({ text: 'ä'.repeat(600), quickReplies: answers });
    const { text } = message as { readonly text: string };
    expect(text).toMatch(/^ä+\n1\. Yes please\n2\. Not now$/);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(990);
  });

  it('fits also where the answers alone do not', () => {
    const many = Array.from({ length: 13 }, (_, at) => ({ title: '👩‍👩‍👧‍👦'.repeat(4), payload: String(at) }));
    expect(
      Buffer.byteLength((render({ text: 'Which?', quickReplies: many }) as { text: string }).text),
    ).toBeLessThanOrEqual(1000);
  });
});

describe('what is no private reply on Instagram', () => {
  it('keeps its quick replies: a direct message there, and a private reply on Messenger', () => {
    const direct = {
      ...reply({ text: 'Shall I?', quickReplies: answers }),
      basis: { kind: 'reply_window' },
    } as const;
    expect(renderInstagram(direct, '901').message.quick_replies).toHaveLength(2);
    const onMessenger = renderMessenger(reply({ text: 'Shall I?', quickReplies: answers }), '901');
    expect(onMessenger.message.quick_replies).toHaveLength(2);
    expect(faultIn(sends.messenger, onMessenger)).toBeNull();
  });
});
