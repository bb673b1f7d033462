import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutboundMessage } from '../../../src/channels/channel.js';
import type { MessageBody, MessageButton } from '../../../src/core/message.js';
import { renderInstagram } from '../../../src/channels/instagram/render.js';
import type { GraphMessage } from '../../../src/channels/meta/render.js';
import { renderMessenger } from '../../../src/channels/messenger/render.js';

const say = (body: MessageBody): OutboundMessage => ({
  reference: 'msg_1',
  body,
  basis: { kind: 'reply_window' },
  linkBase: 'https://dm.example/l/',
});

const text = say({ text: 'Hello' });

const withLink = (label: string): OutboundMessage =>
  say({ text: 'Here it is', link: { label, code: 'c0de', target: 'https://example.com/guide' } });

const withReplies = (...titles: readonly string[]): OutboundMessage =>
  say({
    text: 'Which?',
    quickReplies: titles.map((title, index) => ({ title, payload: `answer.${index}` })),
  });

const link = { label: 'See it', code: 'c0de', target: 'https://example.com/one' };
const start: MessageButton = { kind: 'postback', title: 'Start', payload: 'start:guide' };

describe('a message on Messenger', () => {
  it('is an answer inside the reply window, with our reference in it', () => {
    expect(renderMessenger(text, '901')).toEqual({
      recipient: { id: '901' },
      messaging_type: 'RESPONSE',
      message: { text: 'Hello', metadata: 'msg_1' },
    });
  });
});

describe('a message on Instagram', () => {
  it('is its words, with our reference in it', () => {
    expect(renderInstagram(text, '901')).toEqual({
      recipient: { id: '901' },
      message: { text: 'Hello', metadata: 'msg_1' },
    });
  });
});

describe.each([
  ['Messenger', renderMessenger],
  ['Instagram', renderInstagram],
] as const)('on %s', (_name, render) => {
  it('a link is a button that leads to our tracked address', () => {
    expect(render(withLink('Get the guide'), '901').message).toEqual({
      attachment: {
        type: 'template',
        payload: {
          template_type: 'button',
          text: 'Here it is',
          buttons: [{ type: 'web_url', url: 'https://dm.example/l/c0de', title: 'Get the guide' }],
        },
      },
      metadata: 'msg_1',
    });
  });

  it('buttons open pages, send payloads back and call, the link first', () => {
    const body: MessageBody = {
      text: 'Choose',
      link,
      buttons: [start, { kind: 'call', title: 'Call us', phone: '+4930123456' }],
    };
    expect(render(say(body), '901').message).toMatchObject({
      attachment: {
        type: 'template',
        payload: {
          template_type: 'button',
          text: 'Choose',
          buttons: [
            { type: 'web_url', url: 'https://dm.example/l/c0de', title: 'See it' },
            { type: 'postback', title: 'Start', payload: 'start:guide' },
            { type: 'phone_number', title: 'Call us', payload: '+4930123456' },
          ],
        },
      },
    });
  });

  it('cards are a generic template, without what they do not have', () => {
    const body: MessageBody = {
      text: '',
      cards: [
        {
          title: 'One',
          text: 'The first',
          image: 'https://example.com/1.png',
          button: { kind: 'link', link },
        },
        { title: 'Two', text: '', image: null, button: start },
        { title: 'Three', text: 'x'.repeat(90), image: null, button: null },
      ],
    };
    expect(render(say(body), '901').message).toEqual({
      attachment: {
        type: 'template',
        payload: {
          template_type: 'generic',
          elements: [
            {
              title: 'One',
              subtitle: 'The first',
              image_url: 'https://example.com/1.png',
              buttons: [{ type: 'web_url', url: 'https://dm.example/l/c0de', title: 'See it' }],
            },
            { title: 'Two', buttons: [{ type: 'postback', title: 'Start', payload: 'start:guide' }] },
            { title: 'Three', subtitle: 'x'.repeat(80) },
          ],
        },
      },
      metadata: 'msg_1',
    });
  });

  it('a card that is a title alone has a sign under it, since the platform takes no other', () => {
    const cards = [{ title: 'One', text: '', image: null, button: null }];
    expect(render(say({ text: '', cards }), '901').message).toMatchObject({
      attachment: { payload: { elements: [{ title: 'One', subtitle: '·' }] } },
    });
  });

  it.each(['image', 'video', 'audio', 'file'] as const)('a medium of kind %s is an attachment', (kind) => {
    const url = 'https://example.com/medium';
    const media = { kind, url, alt: 'Our shop' };
    expect(render(say({ text: '', media }), '901').message).toEqual({
      attachment: { type: kind, payload: { url } },
      metadata: 'msg_1',
    });
  });

  it('quick replies bring their payloads', () => {
    expect(render(withReplies('Yes', 'No'), '901').message).toEqual({
      text: 'Which?',
      quick_replies: [
        { content_type: 'text', title: 'Yes', payload: 'answer.0' },
        { content_type: 'text', title: 'No', payload: 'answer.1' },
      ],
      metadata: 'msg_1',
    });
  });

  it('there are at most thirteen quick replies', () => {
    const titles = Array.from({ length: 15 }, (_, index) => `Answer ${index}`);
    expect(render(withReplies(...titles), '901').message.quick_replies).toHaveLength(13);
  });

  it('a title is cut where a reader sees a new character begin', () => {
    const title = (long: string) => render(withReplies(long), '901').message.quick_replies![0]!.title;
    expect(title('Twenty characters ok')).toBe('Twenty characters ok');
    expect(title('Twenty characters ok!')).toBe('Twenty characters ok');
    expect(title('Families: 👩‍👩‍👧‍👦👩‍👩‍👧‍👦')).toBe('Families:');
    expect(title('Café au lait, um da\u0301s')).toBe('Café au lait, um da\u0301');
  });

  it('no title and no label is ever longer than the platform allows, or half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (long) => {
        const { message: replies } = render(withReplies(long), '901');
        const { message: link } = render(withLink(long), '901');
        const label = 'attachment' in link ? titlesIn(link.attachment)[0] : null;
        for (const short of [replies.quick_replies![0]!.title, label]) {
          expect(short!.length).toBeLessThanOrEqual(20);
          expect(long.startsWith(short!)).toBe(true);
          expect(short).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });
});

function titlesIn({ payload }: Extract<GraphMessage, { readonly attachment: unknown }>['attachment']) {
  return 'buttons' in payload ? payload.buttons.map(({ title }) => title) : [];
}
