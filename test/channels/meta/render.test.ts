import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutboundMessage } from '../../../src/channels/channel.js';
import { renderInstagram } from '../../../src/channels/instagram/render.js';
import { renderMessenger } from '../../../src/channels/messenger/render.js';

const text: OutboundMessage = { reference: 'msg_1', body: { text: 'Hello' }, linkAddress: null };

const withLink = (label: string): OutboundMessage => ({
  reference: 'msg_1',
  body: { text: 'Here it is', link: { label, code: 'c0de', target: 'https://example.com/guide' } },
  linkAddress: 'https://dm.example/l/c0de',
});

const withReplies = (...titles: readonly string[]): OutboundMessage => ({
  reference: 'msg_1',
  body: {
    text: 'Which?',
    quickReplies: titles.map((title, index) => ({ title, payload: `answer.${index}` })),
  },
  linkAddress: null,
});

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
        const label = 'attachment' in link ? link.attachment.payload.buttons[0]!.title : null;
        for (const short of [replies.quick_replies![0]!.title, label]) {
          expect(short!.length).toBeLessThanOrEqual(20);
          expect(long.startsWith(short!)).toBe(true);
          expect(short).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });
});
