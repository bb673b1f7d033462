import { describe, expect, it } from 'vitest';
import { flowPayload } from '../../../src/core/payload.js';
import { messagesOf } from '../../platforms/whatsapp-payloads.js';
import { ada, minuteAgo, now, number, parse, parseMessage, skipOne } from './parsing.js';

const id = 'wamid.QURB';
const at = minuteAgo;

/** What every message has that says nothing of these. */
const plain = {
  kind: 'messageReceived',
  occurredAt: at,
  platformMessageId: id,
  text: '',
  quickReply: null,
  storyReply: null,
  replyTo: null,
  referral: null,
  attachments: [],
  profile: { firstName: 'Ada', name: 'Ada Nord' },
};

const received = (type: string, body: unknown, extra = {}) =>
  parseMessage(ada.sends(type, body, { id, at, extra })).content;

describe('a message on WhatsApp', () => {
  it('is its sender’s, on our number, known by its wamid', () => {
    expect(parseMessage(ada.says('guide', { id, at }))).toEqual({
      channel: 'whatsapp',
      accountId: number.id,
      contactId: '4915100000001',
      alsoKnownAs: ['DE.8Kq2mX91'],
      key: `message:${id}`,
      content: { ...plain, text: 'guide' },
    });
  });

  it('tells no name where there is none', () => {
    const change = messagesOf([], ada.says('guide'));
    expect(parse(change).updates[0]!.content).not.toHaveProperty('profile');
  });

  it('names what it answers', () => {
    const context = { from: number.phone, id: 'wamid.T1VS' };
    expect(received('text', { body: 'yes' }, { context })).toEqual({
      ...plain,
      text: 'yes',
      replyTo: 'wamid.T1VS',
    });
  });

  it('answers nothing where it was only forwarded', () => {
    expect(received('text', { body: 'look' }, { context: { forwarded: true } })).toMatchObject({
      replyTo: null,
    });
  });

  it('brings the product of the shop that it asks about', () => {
    const context = { id: 'wamid.UFJP', referred_product: { catalog_id: '77', product_retailer_id: 'lamp' } };
    expect(received('text', { body: 'is it in stock?' }, { context })).toMatchObject({
      text: 'is it in stock?',
      attachments: [{ type: 'product', url: null, details: { catalog: '77', product: 'lamp' } }],
    });
  });

  it('comes of an ad where it says so', () => {
    const referral = { source_type: 'ad', source_id: '1200045', ctwa_clid: 'Aff-1', headline: 'Chat' };
    expect(received('text', { body: 'hello' }, { referral })).toMatchObject({
      referral: { ref: null, source: 'ADS', adId: '1200045' },
    });
  });

  it('comes of a post, which is no ad', () => {
    expect(
      received('text', { body: 'hi' }, { referral: { source_type: 'post', source_id: '5' } }),
    ).toMatchObject({ referral: { ref: null, source: 'POST', adId: null } });
  });

  it('never happens after we received it', () => {
    expect(parseMessage(ada.says('early', { at: now + 9_000 })).content.occurredAt).toBe(now);
  });

  it('is of no thread that we serve in a group', () => {
    expect(skipOne(messagesOf([ada], ada.says('all', { extra: { group_id: 'Z3JvdXA' } })))).toBe(
      'groups are not served',
    );
  });

  it('is skipped without an id, a sender or a body', () => {
    const nobody = { ...ada.says('x'), from: undefined, from_user_id: undefined };
    expect(skipOne(messagesOf([ada], { ...ada.says('x'), id: '' }))).toBe('a message without an id');
    expect(skipOne(messagesOf([], nobody))).toBe('no contact is named');
    expect(skipOne({ field: 'messages', value: { messages: ['x'] } })).toBe('a message that is no object');
    expect(skipOne({ field: 'messages', value: {} })).toBe('a change in which nothing happened');
  });
});

describe('files', () => {
  it.each([
    ['image', { mime_type: 'image/jpeg' }],
    ['video', { mime_type: 'video/mp4' }],
    ['audio', { mime_type: 'audio/ogg; codecs=opus', voice: true }],
    ['document', { mime_type: 'application/pdf' }],
    ['sticker', { mime_type: 'image/webp', animated: true }],
  ])('come as an attachment by their id: %s', (type, body) => {
    expect(received(type, { id: '6543', sha256: 'x=', ...body })).toEqual({
      ...plain,
      attachments: [{ type, url: null, mediaId: '6543', mimeType: body.mime_type }],
    });
  });

  it('bring their caption as words, and their name and address', () => {
    const file = { id: '6543', caption: 'my CV', filename: 'cv.pdf', url: 'https://lookaside.fbsbx.com/x' };
    expect(received('document', { ...file, mime_type: 'application/pdf' })).toMatchObject({
      text: 'my CV',
      attachments: [
        {
          type: 'document',
          url: 'https://lookaside.fbsbx.com/x',
          mediaId: '6543',
          mimeType: 'application/pdf',
          name: 'cv.pdf',
        },
      ],
    });
  });

  it('never bring an address that is no web address', () => {
    expect(received('image', { id: '1', url: 'javascript:alert(1)' })).toMatchObject({
      attachments: [{ url: null }],
    });
  });
});

describe('places, people and orders', () => {
  it('a place has coordinates, and what else is told of it', () => {
    const place = {
      latitude: 52.52,
      longitude: 13.405,
      name: 'Café',
      address: 'Mitte',
      url: 'https://cafe.example',
    };
    expect(received('location', place)).toEqual({
      ...plain,
      attachments: [
        {
          type: 'location',
          url: 'https://cafe.example',
          name: 'Café',
          details: { latitude: '52.52', longitude: '13.405', address: 'Mitte' },
        },
      ],
    });
  });

  it('each contact card is an attachment', () => {
    const cards = [
      {
        name: { formatted_name: 'Grace H.', first_name: 'Grace' },
        phones: [{ phone: '+1 555 0100', wa_id: '15550100' }],
        emails: [{ email: 'g@example.com' }],
        org: { company: 'Navy' },
      },
      { name: { first_name: 'Alan', last_name: 'T.' } },
    ];
    expect(received('contacts', cards)).toMatchObject({
      text: '',
      attachments: [
        {
          type: 'contact',
          name: 'Grace H.',
          details: { phone: '+1 555 0100', email: 'g@example.com', organization: 'Navy' },
        },
        { type: 'contact', url: null, name: 'Alan T.' },
      ],
    });
  });

  it('an order has a line for each product, and its words', () => {
    const items = [
      { product_retailer_id: 'lamp', quantity: 2, item_price: 30.5, currency: 'EUR' },
      { product_retailer_id: 'bulb', quantity: 1 },
    ];
    expect(received('order', { catalog_id: '77', text: 'as a gift', product_items: items })).toEqual({
      ...plain,
      text: 'as a gift',
      attachments: [
        {
          type: 'order',
          url: null,
          details: { catalog: '77', 'item 1': '2 × lamp at 30.5 EUR', 'item 2': '1 × bulb' },
        },
      ],
    });
  });
});

describe('presses', () => {
  it('of a reply button and of a row of a list bring our payload back', () => {
    for (const message of [ada.taps('Yes', 'a#b#yes', { id, at }), ada.picks('Yes', 'a#b#yes', { id, at })]) {
      expect(parseMessage(message).content).toEqual({ ...plain, text: 'Yes', quickReply: 'a#b#yes' });
    }
  });

  it('of a template’s quick reply too', () => {
    expect(parseMessage(ada.pressesTemplate('Yes', 'a#b#yes', { id, at })).content).toEqual({
      ...plain,
      text: 'Yes',
      quickReply: 'a#b#yes',
    });
  });

  it('of a template’s button that has only words are as good as typed', () => {
    expect(parseMessage(ada.pressesTemplate('Unsubscribe', 'Unsubscribe', { id, at })).content).toEqual({
      ...plain,
      text: 'Unsubscribe',
    });
  });

  it('of a button that starts a flow are postbacks', () => {
    const payload = flowPayload('guide');
    expect(parseMessage(ada.taps('The guide', payload, { id, at })).content).toEqual({
      kind: 'postbackReceived',
      occurredAt: at,
      platformMessageId: id,
      title: 'The guide',
      payload,
      referral: null,
      profile: { firstName: 'Ada', name: 'Ada Nord' },
    });
  });

  it('of a form bring what was filled in, without its token', () => {
    const answers = { size: 42, colour: 'red', gift: true, tags: ['a', 'b'], flow_token: 'secret' };
    const reply = { name: 'flow', body: 'Sent', response_json: JSON.stringify(answers) };
    expect(received('interactive', { type: 'nfm_reply', nfm_reply: reply })).toEqual({
      ...plain,
      text: 'Sent',
      attachments: [
        {
          type: 'form',
          url: null,
          name: 'flow',
          details: { size: '42', colour: 'red', gift: 'true', tags: '["a","b"]' },
        },
      ],
    });
  });

  it('of a form that cannot be read bring the form', () => {
    const reply = { name: 'flow', response_json: '{"size":' };
    expect(received('interactive', { type: 'nfm_reply', nfm_reply: reply })).toMatchObject({
      text: 'flow',
      attachments: [{ type: 'form', url: null, name: 'flow' }],
    });
  });

  it('of a permission to call are only kept', () => {
    const body = { type: 'call_permission_reply', call_permission_reply: { response: 'accept' } };
    expect(received('interactive', body)).toMatchObject({
      kind: 'platformNoticed',
      type: 'call_permission_reply',
      payload: body,
    });
  });
});

describe('what cannot be read', () => {
  const errors = [{ code: 131051, title: 'Message type unknown' }];

  it.each([
    ['unsupported', { type: 'poll' }, 'poll'],
    ['unknown', undefined, 'unknown'],
    ['hologram', { beam: 1 }, 'hologram'],
    ['text', { body: 7 }, 'text'],
    ['image', null, 'image'],
    ['contacts', [], 'contacts'],
    ['interactive', { type: 'mind_reply', mind_reply: {} }, 'interactive'],
    ['interactive', undefined, 'interactive'],
    ['button', {}, 'button'],
    ['order', 'x', 'order'],
  ])('is a message all the same, so that a person is told: %s', (type, body, told) => {
    expect(received(type, body, { errors })).toEqual({
      ...plain,
      attachments: [
        { type: 'unsupported', url: null, details: { type: told, reason: 'Message type unknown' } },
      ],
    });
  });

  it('is told beside the error that the platform reports for all of it', () => {
    const change = messagesOf([ada], ada.sends('interactive', undefined));
    const { updates, skipped } = parse({
      ...change,
      value: { ...change.value, errors: [{ code: 131000, title: 'Something went wrong' }] },
    });
    expect(updates).toHaveLength(1);
    expect(skipped).toEqual([
      {
        reason: 'the platform could not deliver something to us (error 131000)',
        object: 'whatsapp_business_account',
        field: 'messages',
      },
    ]);
  });
});
