import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedUpdate } from '../../../src/channels/channel.js';
import { parseActivity } from '../../../src/channels/x/parse.js';
import { activity, delivery, directMessage, dmsBetween, type Part } from '../../platforms/x-payloads.js';
import { withNovelty } from '../with-novelty.js';

const now = 1_790_000_000_000;
const minuteAgo = now - 60_000;
const ada = dmsBetween('1001', '501');

function parseOne(json: unknown): ParsedUpdate {
  const { updates, notices, skipped } = parseActivity(json, now);
  expect([notices, skipped]).toEqual([[], []]);
  expect(updates).toHaveLength(1);
  return updates[0]!;
}

function skipOne(json: unknown): string {
  const { updates, skipped } = parseActivity(json, now);
  expect(updates).toEqual([]);
  expect(skipped).toHaveLength(1);
  return skipped[0]!.reason;
}

const dm = { id: '1990000000000000007', at: minuteAgo };

describe('a direct message', () => {
  const expected: ParsedUpdate = {
    channel: 'x',
    accountId: '1001',
    contactId: '501',
    key: 'dm:1990000000000000007',
    content: {
      kind: 'messageReceived',
      occurredAt: minuteAgo,
      platformMessageId: '1990000000000000007',
      text: 'Grüße 🎉',
      quickReply: null,
      storyReply: null,
      replyTo: null,
      referral: null,
      attachments: [],
    },
  };

  it('is what was written, by who wrote it, with its own id as its key', () => {
    expect(parseOne(ada.says('Grüße 🎉', dm))).toEqual(expected);
  });

  it('is the same in the older form', () => {
    expect(parseOne(ada.saysAsBefore('Grüße 🎉', dm))).toEqual(expected);
  });

  it('may come with others, of which each counts', () => {
    const other = activity('1002', 'dm.received', {
      direct_message_events: [directMessage('502', '1002', 'hi'), directMessage('503', '1002', 'ho')],
    });
    const { data } = ada.says('guide', dm) as { readonly data: Part };
    const { updates } = parseActivity(delivery(data, other), now);
    expect(updates.map(({ accountId, contactId }) => [accountId, contactId])).toEqual([
      ['1001', '501'],
      ['1002', '502'],
      ['1002', '503'],
    ]);
  });

  it('never occurs after it arrived', () => {
    expect(parseOne(ada.says('hi', { at: now + 60_000 })).content.occurredAt).toBe(now);
  });

  it('brings the payload of an option that was tapped', () => {
    const data = { quick_reply_response: { type: 'options', metadata: 'guide#ok#yes' } };
    expect(parseOne(ada.says('Yes', { data })).content).toMatchObject({
      text: 'Yes',
      quickReply: 'guide#ok#yes',
    });
  });

  it.each([
    ['photo', 'image'],
    ['video', 'video'],
    ['animated_gif', 'video'],
    ['hologram', 'file'],
  ])('brings a medium of type %s by reference, and its address not twice', (type, kind) => {
    const media = {
      id: 7,
      id_str: '1990000000000000009',
      type,
      url: 'https://t.co/a',
      media_url_https: 'https://ton.x.example/1.jpg',
    };
    const urls = [
      { url: 'https://t.co/a', expanded_url: 'https://x.com/messages/media/7' },
      { url: 'https://t.co/b', expanded_url: 'https://example.com/shop' },
    ];
    const data = { attachment: { type: 'media', media }, entities: { urls } };
    const { content } = parseOne(ada.says('look https://t.co/a https://t.co/b', { data }));
    expect(content).toMatchObject({
      text: 'look https://t.co/a https://t.co/b',
      attachments: [
        { type: kind, url: 'https://ton.x.example/1.jpg', mediaId: '1990000000000000009' },
        { type: 'share', url: 'https://example.com/shop' },
      ],
    });
  });

  it.each([
    ['location', 'location'],
    ['whatever', 'unsupported'],
  ])('names what else is attached: %s', (type, kind) => {
    const { content } = parseOne(ada.says('', { data: { attachment: { type } } }));
    expect(content).toMatchObject({ attachments: [{ type: kind, url: null }] });
  });

  it('takes no address that is none of the web', () => {
    const data = { entities: { urls: [{ url: 'https://t.co/b', expanded_url: 'javascript:alert(1)' }] } };
    expect(parseOne(ada.says('x', { data })).content).toMatchObject({ attachments: [] });
  });
});

describe('what the account itself wrote', () => {
  it('is an echo, in the chat of whom it went to, with the app that wrote it', () => {
    expect(parseOne(ada.isToldByUs('Here it is', { ...dm, sourceAppId: '268278' }))).toMatchObject({
      contactId: '501',
      key: 'dm:1990000000000000007',
      content: {
        kind: 'messageEchoed',
        text: 'Here it is',
        appId: '268278',
        metadata: null,
        ownMessageId: null,
      },
    });
  });

  it('has its addresses as they were before X shortened them, by which our words are known again', () => {
    const urls = [
      { url: 'https://t.co/a', expanded_url: 'https://dm.example/l/c0de$&' },
      { url: null, expanded_url: 'https://example.com' },
      'x',
    ];
    const text = 'Here it is\nGet the guide: https://t.co/a';
    expect(parseOne(ada.isToldByUs(text, { ...dm, data: { entities: { urls } } })).content).toMatchObject({
      text: 'Here it is\nGet the guide: https://dm.example/l/c0de$&',
    });
  });

  it('is an echo whichever subscription told it', () => {
    const event = directMessage('1001', '501', 'by hand', dm);
    const told = delivery(activity('1001', 'dm.received', { direct_message_events: [event] }));
    expect(parseOne(told).content).toMatchObject({ kind: 'messageEchoed', appId: null });
  });

  it('to itself is nobody’s chat', () => {
    expect(skipOne(dmsBetween('1001', '1001').says('note'))).toBe('a note to self');
  });
});

describe('a read mark', () => {
  const mark = (reader: string) =>
    delivery(
      activity('1001', 'dm.read', {
        direct_message_mark_read_events: [
          {
            created_timestamp: String(minuteAgo),
            sender_id: reader,
            target: { recipient_id: '1001' },
            last_read_event_id: '19',
          },
        ],
      }),
    );

  it('says up to where the contact has read', () => {
    expect(parseOne(mark('501'))).toMatchObject({
      contactId: '501',
      key: 'read:501:19',
      content: { kind: 'messagesRead', platformMessageIds: ['19'], upTo: minuteAgo },
    });
  });

  it('of our own is nothing', () => {
    expect(skipOne(mark('1001'))).toBe('a read mark of our own');
  });
});

describe('an encrypted message', () => {
  it.each(['chat.received', 'chat.sent', 'chat.conversation_join'])(
    'is noticed, and not read: %s',
    (type) => {
      const event = activity('1001', type, { sender_id: '501', encoded_event: 'AAECAw' });
      const { content, key } = parseOne(delivery(event));
      expect(content).toMatchObject({
        kind: 'platformNoticed',
        type: 'encrypted_message',
        payload: { event: type, note: expect.stringContaining('open X') },
      });
      expect(JSON.stringify(content)).not.toContain('AAECAw');
      expect(key).toBe(`event:${event['event_uuid'] as string}`);
    },
  );

  it('that names nobody is skipped', () => {
    expect(skipOne(delivery(activity('1001', 'chat.received', {})))).toMatch(/only X can show/);
    expect(skipOne(delivery(activity('1001', 'chat.sent', { sender_id: '1001' })))).toMatch(
      /only X can show/,
    );
  });
});

describe('a revocation', () => {
  const notice = { channel: 'x', accountId: '1001', kind: 'access_revoked', occurredAt: now };

  it('is told of the account', () => {
    const revoked = delivery(activity('1001', 'oauth.revoke', {}));
    expect(parseActivity(revoked, now).notices).toMatchObject([notice]);
  });

  it('is told in the older form too', () => {
    const revoke = { date_time: '2026-01-01', target: { app_id: '1' }, source: { user_id: '1001' } };
    expect(parseActivity({ user_event: { revoke } }, now).notices).toMatchObject([notice]);
  });
});

describe('what nothing comes of', () => {
  it.each([
    ['typing', 'dm.indicate_typing', 'typing'],
    ['a mention', 'post.mention.create', 'a public post, which is not answered'],
    ['a reply', 'post.reply.create', 'a public post, which is not answered'],
    ['a type of a later version', 'dm.reaction', 'nothing of a direct message'],
    ['something about a profile', 'profile.update.bio', 'of a type that we do not know'],
  ])('is %s', (_what, type, reason) => {
    expect(skipOne(delivery(activity('1001', type, { id: '7', text: 'guide', author_id: '501' })))).toBe(
      reason,
    );
  });

  it.each([
    [
      'an event of no account',
      { data: { event_type: 'dm.received', payload: { direct_message_events: [{}] } } },
    ],
    ['no message', { for_user_id: '1001', direct_message_events: [{ type: 'join' }] }],
    [
      'a message without an id or content',
      { for_user_id: '1001', direct_message_events: [{ type: 'message_create', id: '7' }] },
    ],
    [
      'no contact is named',
      {
        for_user_id: '1001',
        direct_message_events: [{ type: 'message_create', id: '7', message_create: { message_data: {} } }],
      },
    ],
    [
      'nothing of a direct message',
      { for_user_id: '1001', tweet_create_events: [{ id: 7 }], follow_events: [{}] },
    ],
    ['a delivery with nothing in it', null],
    ['a delivery with nothing in it', { data: [] }],
  ])('is %s', (reason, json) => {
    expect(skipOne(json)).toBe(reason);
  });

  it('is a field that we do not know, wherever it stands', () => {
    const media = {
      id_str: '9',
      type: 'photo',
      url: 'https://t.co/a',
      media_url_https: 'https://x.example/1',
    };
    const read = { sender_id: '501', last_read_event_id: '19', created_timestamp: String(minuteAgo) };
    const samples = [
      ada.says('look', { ...dm, data: { attachment: { type: 'media', media } } }),
      ada.says('Yes', { ...dm, data: { quick_reply_response: { type: 'options', metadata: 'a#b#c' } } }),
      ada.saysAsBefore('hi', dm),
      ada.isToldByUs('Here it is', dm),
      delivery(activity('1001', 'dm.read', { direct_message_mark_read_events: [read] })),
    ];
    for (const sample of samples) expect(parseOne(withNovelty(sample))).toEqual(parseOne(sample));
  });

  it('is never a comment, whatever comes', () => {
    const type = fc.oneof(
      fc.constantFrom('post.mention.create', 'post.reply.create', 'dm.received'),
      fc.string(),
    );
    const payload = fc.record(
      {
        direct_message_events: fc.array(
          fc.oneof(fc.jsonValue(), fc.constant(directMessage('501', '1001', 'hi'))),
        ),
        tweet_create_events: fc.jsonValue(),
        user_event: fc.jsonValue(),
        sender_id: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const json = fc.oneof(
      fc.jsonValue(),
      payload.map((legacy) => ({ for_user_id: '1001', ...legacy })),
      fc
        .array(fc.tuple(type, payload).map(([of, with_]) => activity('1001', of, with_)))
        .map((data) => ({ data })),
    );
    fc.assert(
      fc.property(json, (body) => {
        const { updates, notices = [], skipped } = parseActivity(body, now);
        expect(updates.length + notices.length + skipped.length).toBeGreaterThan(0);
        expect(updates.every(({ content }) => content.occurredAt <= now)).toBe(true);
        expect(updates.map(({ content }) => content.kind)).not.toContain('commentPosted');
      }),
      { numRuns: 1000 },
    );
  });
});
