import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDelivery } from '../../../src/channels/meta/envelope.js';
import { delivery, deliveryOf, entry, type Item } from '../../platforms/meta-payloads.js';
import { type instagram, messenger, minuteAgo, now, threads } from './parsing.js';

describe('any JSON at all', () => {
  const json = fc.jsonValue({ maxDepth: 2 });
  const id = fc.record({ id: fc.oneof(json, fc.constantFrom('1001', '901')) });
  const event = fc.record(
    {
      mid: fc.oneof(json, fc.constant('m_1')),
      text: json,
      is_echo: json,
      is_deleted: json,
      is_unsupported: json,
      quick_reply: json,
      reply_to: fc.oneof(json, fc.record({ story: json })),
      attachments: fc.oneof(json, fc.array(fc.record({ type: json, payload: json }), { maxLength: 2 })),
      referral: fc.oneof(json, fc.record({ ref: json, source: json, ad_id: json })),
      num_edit: json,
      watermark: json,
      mids: json,
      emoji: json,
      payload: json,
      commands: fc.oneof(json, fc.array(fc.record({ name: json }), { maxLength: 1 })),
      order: json,
      user_ref: json,
      notification_messages_token: fc.oneof(json, fc.constant('886')),
      notification_messages_status: fc.oneof(json, fc.constant('STOP_NOTIFICATIONS')),
      new_owner_app_id: json,
      action: json,
      reason: json,
    },
    { requiredKeys: [] },
  );
  const kinds = [
    'message',
    'postback',
    'read',
    'delivery',
    'reaction',
    'referral',
    'message_edit',
    'optin',
    'pass_thread_control',
    'take_thread_control',
    'policy-enforcement',
    'app_roles',
    'new',
  ];
  const item = fc
    .tuple(fc.constantFrom(...kinds), fc.oneof(json, event), json, fc.oneof(json, id), fc.oneof(json, id))
    .map(([kind, happening, timestamp, sender, recipient]) => ({
      sender,
      recipient,
      timestamp,
      [kind]: happening,
    }));
  const items = fc.oneof(json, fc.array(item, { maxLength: 3 }));
  const comment = fc.record(
    {
      item: fc.oneof(json, fc.constant('comment')),
      verb: fc.oneof(json, fc.constantFrom('add', 'edited', 'remove')),
      id: fc.oneof(json, fc.constant('17900')),
      comment_id: fc.oneof(json, fc.constant('18000_17900')),
      from: fc.oneof(json, id),
      sender_id: json,
      sender_name: json,
      created_time: json,
      media: fc.oneof(json, id),
      parent_id: json,
      text: json,
      message: json,
    },
    { requiredKeys: [] },
  );
  const change = fc.record({
    field: fc.oneof(json, fc.constantFrom('comments', 'live_comments', 'feed', 'mentions', 'standby')),
    value: fc.oneof(json, item, comment),
  });
  const anEntry = fc.record(
    {
      id: fc.oneof(json, fc.constant('1001')),
      time: json,
      messaging: items,
      standby: items,
      changes: fc.oneof(json, fc.array(change, { maxLength: 2 })),
      field: json,
      value: item,
    },
    { requiredKeys: [] },
  );
  const deliveries = fc.record({
    object: fc.constantFrom('page', 'instagram'),
    entry: fc.array(fc.oneof(json, anEntry), { maxLength: 3 }),
  });

  it('makes nothing throw', () => {
    fc.assert(
      fc.property(fc.oneof(json, deliveries), (body) => {
        const { updates, notices, skipped } = parseDelivery(body, now);
        expect(updates.every(({ content }) => content.occurredAt <= now)).toBe(true);
        expect(updates.length + notices.length + skipped.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('makes nothing throw by its depth', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 40_000; level++) deep = { deep };
    const body = delivery(messenger.account, messenger.happens('novelty', { deep }), messenger.says('hi'));
    expect(parseDelivery(body, now).updates).toHaveLength(2);
  });
});

describe('properties that we do not know', () => {
  const at = { mid: 'm_1', at: minuteAgo };
  const samples = (them: typeof instagram): readonly Item[] => [
    them.says('hi', at),
    them.taps('Yes', 'yes', at),
    them.answersStory('hi', '179', at),
    them.mentionsInStory(at),
    them.unsends('m_1', at),
    them.edits('m_1', 'bye', 1, at),
    them.presses('Menu', 'menu', { ...at, extra: { referral: { ref: 'guide', source: 'ADS' } } }),
    them.opensRef('guide', at),
    them.reacts('m_1', '❤', at),
    them.readsUpTo(minuteAgo, at),
    them.receives(['m_1'], minuteAgo, at),
    them.personElsewhereSays('hello', at),
  ];

  it.each(threads)('change nothing about what is understood on %s', (_channel, them) => {
    const json = deliveryOf(them.account.object, [
      entry(them.account.id, { messaging: samples(them) }, minuteAgo),
      entry(them.account.id, { standby: samples(them) }, minuteAgo),
    ]);
    const unknown = fc.dictionary(
      fc.string().map((name) => `x_${name}`),
      fc.jsonValue(),
      { minKeys: 1, maxKeys: 2 },
    );
    fc.assert(
      fc.property(fc.infiniteStream(unknown), (additions) => {
        expect(parseDelivery(withMore(json, additions), now)).toEqual(parseDelivery(json, now));
      }),
    );
  });
});

/** A copy in which every object has more properties, before or after its own. */
function withMore(value: unknown, additions: Iterator<Item>): unknown {
  if (Array.isArray(value)) return value.map((part) => withMore(part, additions));
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).map(([key, part]) => [key, withMore(part, additions)] as const);
  const more = Object.entries(additions.next().value as Item);
  return Object.fromEntries(more.length === 1 ? [...more, ...own] : [...own, ...more]);
}
