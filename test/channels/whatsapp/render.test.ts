import { describe, expect, it } from 'vitest';
import { renderWhatsApp } from '../../../src/channels/whatsapp/render.js';
import type { Media, MessageBody } from '../../../src/core/message.js';

const base = {
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  biz_opaque_callback_data: 'evt_1.m0',
};

function render(body: MessageBody, contactId = '4915100000001') {
  const message = { reference: 'evt_1.m0', body, basis: { kind: 'reply_window' } as const };
  return renderWhatsApp({ ...message, linkBase: 'https://hey.example/l/' }, contactId);
}

/** What stands beside what every request has. */
function content(body: MessageBody) {
  const { to: _to, ...request } = render(body) as { readonly to: string };
  expect(request).toMatchObject(base);
  return Object.fromEntries(Object.entries(request).filter(([key]) => !(key in base)));
}

/** A medium by its address. */
const at = (link: string, caption?: string): object => (caption === undefined ? { link } : { link, caption });

const replies = (...titles: readonly string[]) =>
  titles.map((title, index) => ({ title, payload: `f#s#${index}` }));

describe('whom a message is addressed to', () => {
  it('a phone number has its plus', () => {
    expect(render({ text: 'Hi' })).toMatchObject({ ...base, to: '+4915100000001' });
  });

  it('a business-scoped user id has its own field', () => {
    const request = render({ text: 'Hi' }, 'DE.8Kq2mX91');
    expect(request).toMatchObject({ ...base, recipient: 'DE.8Kq2mX91' });
    expect(request).not.toHaveProperty('to');
  });
});

describe('a text on WhatsApp', () => {
  it('is sent as it is, without a preview', () => {
    expect(content({ text: 'Hi *Ada_~ `x`\nhttps://example.com' })).toEqual({
      type: 'text',
      text: { body: 'Hi *Ada_~ `x`\nhttps://example.com', preview_url: false },
    });
  });
});

describe('a link', () => {
  const link = { label: 'Get the guide', code: 'k7', target: 'https://example.com/guide' };

  it('is a button that leads to our tracked address', () => {
    expect(content({ text: 'Here', link })).toEqual({
      type: 'interactive',
      interactive: {
        type: 'cta_url',
        body: { text: 'Here' },
        action: {
          name: 'cta_url',
          parameters: { display_text: 'Get the guide', url: 'https://hey.example/l/k7' },
        },
      },
    });
  });

  it('among the buttons is one too, with a label that fits', () => {
    const long = { ...link, label: 'Get the whole growth guide' };
    expect(content({ text: 'Here', buttons: [{ kind: 'link', link: long }] })).toMatchObject({
      interactive: { action: { parameters: { display_text: 'Get the whole growth' } } },
    });
  });

  it('can stand under a picture', () => {
    const media: Media = { kind: 'image', url: 'https://example.com/a.png', alt: 'The guide' };
    expect(content({ text: '', media, link })).toMatchObject({
      interactive: {
        type: 'cta_url',
        header: { type: 'image', image: { link: 'https://example.com/a.png' } },
        body: { text: 'The guide' },
      },
    });
  });
});

describe('up to three choices', () => {
  it('are reply buttons', () => {
    expect(content({ text: 'Sure?', quickReplies: replies('Yes', 'No') })).toEqual({
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'Sure?' },
        action: {
          buttons: [
            { type: 'reply', reply: { id: 'f#s#0', title: 'Yes' } },
            { type: 'reply', reply: { id: 'f#s#1', title: 'No' } },
          ],
        },
      },
    });
  });

  const titlesOf = (...titles: readonly string[]) => {
    const { interactive } = content({ text: 'Which?', quickReplies: replies(...titles) }) as {
      readonly interactive: {
        readonly action: { readonly buttons: readonly { readonly reply: { readonly title: string } }[] };
      };
    };
    return interactive.action.buttons.map(({ reply }) => reply.title);
  };

  it('have titles of at most 20 characters, of which no two are the same', () => {
    expect(titlesOf('The very first choice A', 'The very first choice B', 'The very first choice C')).toEqual(
      ['The very first choic', 'The very first cho 2', 'The very first cho 3'],
    );
    expect(titlesOf('Yes', 'Yes 2', 'Yes')).toEqual(['Yes', 'Yes 2', 'Yes 3']);
  });

  it('never cut what a reader sees as one character', () => {
    expect(titlesOf('Choose the family 👨‍👩‍👧')).toEqual(['Choose the family']);
  });

  it('are buttons of ours and quick replies alike, of the same payload one', () => {
    const body: MessageBody = {
      text: 'Which?',
      buttons: [
        { kind: 'postback', title: 'The guide', payload: 'start:guide' },
        { kind: 'call', title: 'Call', phone: '+4930' },
      ],
      quickReplies: [
        { title: 'Guide', payload: 'start:guide' },
        { title: 'Other', payload: 'f#s#1' },
      ],
    };
    expect(content(body)).toMatchObject({
      interactive: {
        action: {
          buttons: [
            { reply: { id: 'start:guide', title: 'The guide' } },
            { reply: { id: 'f#s#1', title: 'Other' } },
          ],
        },
      },
    });
  });

  it.each([
    ['image', 'image'],
    ['video', 'video'],
    ['file', 'document'],
  ] as const)('stand under a medium of the kind %s', (kind, type) => {
    const media = { kind, url: 'https://example.com/x.bin', alt: '' };
    expect(content({ text: '', media, quickReplies: replies('Yes') })).toMatchObject({
      interactive: {
        type: 'button',
        header: { type, [type]: at('https://example.com/x.bin') },
        body: { text: '…' },
      },
    });
  });
});

describe('more than three choices', () => {
  const five = replies('One', 'Two', 'Three', 'Four', 'Five');

  it('are rows of a list that opens by a button', () => {
    expect(content({ text: 'Which?', quickReplies: five, listLabel: 'Choose one of the five' })).toEqual({
      type: 'interactive',
      interactive: {
        type: 'list',
        body: { text: 'Which?' },
        action: {
          button: 'Choose one of the fi',
          sections: [{ rows: five.map(({ title, payload }) => ({ id: payload, title })) }],
        },
      },
    });
  });

  const rowsOf = (quickReplies: MessageBody['quickReplies'] = []) => {
    const { interactive } = content({ text: 'Which?', quickReplies }) as {
      readonly interactive: {
        readonly action: {
          readonly button: string;
          readonly sections: readonly [{ readonly rows: readonly object[] }];
        };
      };
    };
    expect(interactive.action.button).toBe('…');
    return interactive.action.sections[0].rows;
  };

  it('say below a row what does not fit into its title', () => {
    const long = 'Something that goes on far beyond twenty-four characters';
    expect(rowsOf([...replies('a', 'b', 'c'), { title: long, payload: 'd' }])[3]).toEqual({
      id: 'd',
      title: 'Something that goes on f',
      description: 'ar beyond twenty-four characters',
    });
    const longest = rowsOf([...replies('a', 'b', 'c'), { title: 'x'.repeat(120), payload: 'd' }])[3];
    expect(longest).toMatchObject({ title: 'x'.repeat(24), description: 'x'.repeat(72) });
  });

  it('say a numbered one in whole', () => {
    const twins = replies('Something that goes on f', 'b', 'c', 'Something that goes on forever');
    expect(rowsOf(twins)[3]).toMatchObject({
      title: 'Something that goes on 2',
      description: 'Something that goes on forever',
    });
  });

  it('are ten at most', () => {
    expect(rowsOf(replies(...Array.from({ length: 12 }, (_, at) => `Row ${at}`)))).toHaveLength(10);
  });

  it('leave a picture as it is, above which no list can stand', () => {
    const media = { kind: 'image', url: 'https://example.com/a.png', alt: '' } as const;
    expect(content({ text: 'Look', media, quickReplies: five })).toEqual({
      type: 'image',
      image: { link: 'https://example.com/a.png', caption: 'Look' },
    });
  });
});

describe('a medium', () => {
  it.each(['image', 'video'] as const)('goes by its address, with the text as its caption: %s', (kind) => {
    const media = { kind, url: 'https://example.com/m', alt: 'Our shop' };
    expect(content({ text: 'Look', media })).toEqual({
      type: kind,
      [kind]: at('https://example.com/m', 'Look'),
    });
    expect(content({ text: '', media })).toEqual({ type: kind, [kind]: at('https://example.com/m') });
  });

  it('that is a sound has no caption, and no buttons', () => {
    const media = { kind: 'audio', url: 'https://example.com/a.mp3', alt: '' } as const;
    expect(content({ text: 'Listen', media, quickReplies: replies('Yes') })).toEqual({
      type: 'audio',
      audio: { link: 'https://example.com/a.mp3' },
    });
  });

  it.each([
    ['https://example.com/files/growth%20guide.pdf?v=2', 'The guide', 'growth guide.pdf'],
    ['https://example.com/files/', 'The guide', 'The guide'],
    ['https://example.com/%E0%A4%A', '', '%E0%A4%A'],
  ])('that is a document has a name: %s', (url, alt, filename) => {
    const media = { kind: 'file', url, alt } as const;
    expect(content({ text: 'Read', media })).toEqual({
      type: 'document',
      document: { link: url, caption: 'Read', filename },
    });
  });

  it('without any name has none', () => {
    const media = { kind: 'file', url: 'https://example.com/', alt: '' } as const;
    expect(content({ text: '', media })).toEqual({
      type: 'document',
      document: { link: 'https://example.com/' },
    });
  });
});

describe('a template', () => {
  const template = { name: 'reminder', language: 'en_US', parameters: ['Ada', 'Tuesday'] };

  it('is sent by its name and language, with what fills its gaps', () => {
    expect(content({ text: 'Hi Ada, see you on Tuesday', template })).toEqual({
      type: 'template',
      template: {
        name: 'reminder',
        language: { code: 'en_US', policy: 'deterministic' },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Ada' },
              { type: 'text', text: 'Tuesday' },
            ],
          },
        ],
      },
    });
  });

  it('without gaps has no components', () => {
    expect(content({ text: 'Hi', template: { ...template, parameters: [] } })).toEqual({
      type: 'template',
      template: { name: 'reminder', language: { code: 'en_US', policy: 'deterministic' } },
    });
  });

  it('takes no line breaks, tabs or runs of spaces into a gap, and leaves none empty', () => {
    const parameters = ['two\n\nlines\tand     more ', '   '];
    expect(content({ text: '', template: { ...template, parameters } })).toMatchObject({
      template: { components: [{ parameters: [{ text: 'two lines and more' }, { text: '…' }] }] },
    });
  });
});
