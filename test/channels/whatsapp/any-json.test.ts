import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDelivery } from '../../../src/channels/meta/envelope.js';
import {
  changeOf,
  deliveryOfEntries,
  deliveryTo,
  messagesOf,
  statusesOf,
  statusOf,
} from '../../platforms/whatsapp-payloads.js';
import { withNovelty } from '../with-novelty.js';
import { ada, minuteAgo, now, number } from './parsing.js';

const types = [
  ...['text', 'reaction', 'image', 'location', 'contacts', 'order', 'button', 'interactive', 'system'],
  ...['edit', 'revoke', 'unsupported', 'request_welcome', '__proto__', 'constructor'],
];
const json = fc.jsonValue({ maxDepth: 2 });
const id = fc.oneof(json, fc.constantFrom('4915100000001', 'DE.8Kq2mX91', 'wamid.QURB'));

const body = fc.record(
  {
    ...{ body: json, caption: json, id, payload: json, text: json, url: json, message_id: id },
    ...{ original_message_id: id, user_id: id, previous_user_id: id, wa_id: id, response_json: json },
    type: fc.oneof(json, fc.constantFrom('button_reply', 'nfm_reply', 'user_changed_number')),
    ...{ button_reply: json, nfm_reply: fc.oneof(json, fc.record({ response_json: json })) },
    message: fc.oneof(json, fc.record({ type: fc.constant('text'), text: json })),
    product_items: fc.oneof(json, fc.array(json, { maxLength: 2 })),
  },
  { requiredKeys: [] },
);

const message = fc
  .tuple(fc.constantFrom(...types), fc.oneof(json, body), fc.oneof(json, fc.array(body, { maxLength: 2 })))
  .chain(([type, one, several]) =>
    fc.record(
      {
        ...{ from: id, from_user_id: id, to: id, id, timestamp: json, group_id: json, errors: json },
        ...{ recipient_id: id, recipient_type: json, biz_opaque_callback_data: json, category: json },
        status: fc.oneof(json, fc.constantFrom('sent', 'delivered', 'read', 'failed', 'x')),
        value: fc.oneof(json, fc.constantFrom('stop', 'resume')),
        ...{ wa_id: id, direction: json, event: json },
        ...{ context: fc.oneof(json, body), referral: fc.oneof(json, body) },
        type: fc.oneof(json, fc.constant(type)),
        [type]: fc.constantFrom(one, several),
      },
      { requiredKeys: [] },
    ),
  );

const items = fc.oneof(json, fc.array(fc.oneof(json, message), { maxLength: 3 }));
const lists = fc.record(
  {
    ...{ messages: items, statuses: items, message_echoes: items, user_preferences: items, calls: items },
    ...{ contacts: items, errors: items, standby: fc.oneof(json, fc.record({ messages: items })) },
    ...{ event: json, ban_info: json, restriction_info: json, alert_info: json, waba_info: json },
    metadata: fc.oneof(json, fc.constant({ phone_number_id: '770022', display_phone_number: '4930111222' })),
  },
  { requiredKeys: [] },
);
const fields = [
  ...['messages', 'smb_message_echoes', 'standby', 'user_preferences', 'calls', 'history', 'security'],
  ...['account_update', 'account_alerts', 'message_template_status_update', 'group_x', 'toString'],
];
const entry = fc.record(
  {
    id: fc.oneof(json, fc.constantFrom('880011', '0')),
    time: json,
    changes: fc.oneof(
      json,
      fc.array(fc.record({ field: fc.constantFrom(...fields), value: fc.oneof(json, lists) }), {
        maxLength: 3,
      }),
    ),
  },
  { requiredKeys: [] },
);

describe('any JSON at all of WhatsApp', () => {
  it('is read without a fault; what comes of it can be stored, and never happens after we received it', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 3 }), (entries) => {
        const { updates, notices, skipped } = parseDelivery(deliveryOfEntries(...entries), now);
        for (const { contactId, key, content } of updates) {
          expect([typeof contactId, typeof key]).toEqual(['string', 'string']);
          expect(content.occurredAt).toBeLessThanOrEqual(now);
        }
        for (const { occurredAt, accountId } of notices) {
          expect(occurredAt).toBeLessThanOrEqual(now);
          expect(accountId).not.toBe('');
        }
        expect(JSON.stringify({ updates, notices })).not.toMatch(/\\u0000|\\ud[89a-f]/i);
        if (entries.length > 0) expect(updates.length + notices.length + skipped.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  const echo = {
    from: number.phone,
    to: '4915100000001',
    id: 'wamid.RUNITw',
    type: 'text',
    text: { body: 'x' },
  };
  const wish = {
    wa_id: '4915100000001',
    category: 'marketing_messages',
    value: 'stop',
    timestamp: '1789999000',
  };
  const moved = { type: 'user_changed_number', body: 'moved', wa_id: '4917000000009' };

  it.each([
    ['text', messagesOf([ada], ada.says('hi', { id: 'wamid.1', extra: { context: { id: 'wamid.0' } } }))],
    [
      'an ad',
      messagesOf([ada], ada.says('hi', { extra: { referral: { source_type: 'ad', source_id: '5' } } })),
    ],
    ['a press', messagesOf([ada], ada.taps('Yes', 'a#b#c'))],
    ['a row', messagesOf([ada], ada.picks('Yes', 'a#b#c'))],
    ['a template’s button', messagesOf([ada], ada.pressesTemplate('Yes', 'a#b#c'))],
    [
      'a picture',
      messagesOf([ada], ada.sends('image', { id: '6543', mime_type: 'image/jpeg', caption: 'me' })),
    ],
    ['a place', messagesOf([ada], ada.sends('location', { latitude: 52.5, longitude: 13.4 }))],
    [
      'a card',
      messagesOf([ada], ada.sends('contacts', [{ name: { formatted_name: 'G' }, phones: [{ phone: '1' }] }])),
    ],
    ['an order', messagesOf([ada], ada.sends('order', { product_items: [{ product_retailer_id: 'lamp' }] }))],
    ['a reaction', messagesOf([ada], ada.sends('reaction', { message_id: 'wamid.0', emoji: '👍' }))],
    [
      'an edit',
      messagesOf(
        [ada],
        ada.sends('edit', { original_message_id: '0', message: { type: 'text', text: { body: 'y' } } }),
      ),
    ],
    ['a taking back', messagesOf([ada], ada.sends('revoke', { original_message_id: 'wamid.0' }))],
    ['a move', messagesOf([], ada.sends('system', moved))],
    [
      'what is not supported',
      messagesOf(
        [ada],
        ada.sends('unsupported', undefined, { extra: { errors: [{ code: 131051, title: 'x' }] } }),
      ),
    ],
    [
      'a status',
      statusesOf(statusOf('wamid.T1VS', 'delivered', '4915100000001', { at: minuteAgo, reference: 'r' })),
    ],
    [
      'a failure',
      statusesOf(statusOf('wamid.T1VS', 'failed', '4915100000001', { at: minuteAgo, error: 131031 })),
    ],
    ['a preference', changeOf('user_preferences', { user_preferences: [wish] }, [ada])],
    ['an echo', changeOf('smb_message_echoes', { message_echoes: [echo] }, [ada])],
    ['standby', changeOf('standby', { standby: { contacts: [], messages: [ada.says('hi')] } })],
    ['a notice', { field: 'account_update', value: { event: 'ACCOUNT_DELETED' } }],
  ])('means the same with fields that we do not know: %s', (_what, change) => {
    const sample = deliveryTo(number, change);
    const known = parseDelivery(sample, now);
    expect(known.updates.length + known.notices.length).toBeGreaterThan(0);
    expect(parseDelivery(withNovelty(sample), now)).toEqual(known);
  });
});
