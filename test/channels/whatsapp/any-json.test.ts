import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDelivery } from '../../../src/channels/meta/envelope.js';
import { deliveryOfEntries } from '../../platforms/whatsapp-payloads.js';
import { now } from './parsing.js';

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
});
