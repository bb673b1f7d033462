import { describe, expect, it } from 'vitest';
import { parseDelivery } from '../../../src/channels/meta/envelope.js';
import { delivery, deliveryOf, entry, type Item, thread } from '../../platforms/meta-payloads.js';
import { messenger, minuteAgo, now, parseOne } from './parsing.js';

const account = (object: 'instagram' | 'page', id: string) => ({ object, id });

/** Two accounts, two contacts each. */
const threadsOf = (object: 'instagram' | 'page') =>
  ['1001', '1002'].flatMap((id) => ['901', '902'].map((contact) => thread(account(object, id), contact)));

/** The same items in each form in which an entry can hold them. */
const forms: readonly (readonly [string, (items: readonly Item[]) => Item])[] = [
  ['messaging', (items) => ({ messaging: items })],
  ['changes', (items) => ({ changes: items.map((value) => ({ field: 'messages', value })) })],
];

describe.each(['instagram', 'page'] as const)('a delivery of the object %s', (object) => {
  const [first, second, third, fourth] = threadsOf(object);
  const items = [first, second, third, fourth].map((one, index) =>
    one!.says(`text ${index}`, { mid: `m_${index}` }),
  );
  const texts = (json: unknown) =>
    parseDelivery(json, now).updates.map(({ accountId, contactId, content }) => [
      accountId,
      contactId,
      'text' in content ? content.text : null,
    ]);

  it.each(forms)('is read in order, every item of every entry, from %s', (_form, hold) => {
    const json = deliveryOf(object, [
      entry('1001', hold(items.slice(0, 2))),
      entry('1002', hold(items.slice(2))),
    ]);
    expect(texts(json)).toEqual([
      ['1001', '901', 'text 0'],
      ['1001', '902', 'text 1'],
      ['1002', '901', 'text 2'],
      ['1002', '902', 'text 3'],
    ]);
  });

  it('is read whole where it has as many updates as one may, a thousand', () => {
    const many = (account: string) =>
      Array.from({ length: 250 }, (_, at) => first!.says(`text ${at}`, { mid: `m_${account}_${at}` }));
    const json = deliveryOf(object, [
      entry('1001', { messaging: many('a') }),
      entry('1002', { changes: many('b').map((value) => ({ field: 'messages', value })) }),
      entry('1001', { standby: many('c') }),
      entry('1002', { messaging: many('d') }),
    ]);
    const { updates, skipped } = parseDelivery(json, now);
    expect(skipped).toEqual([]);
    expect(new Set(updates.map(({ key }) => key)).size).toBe(1000);
  });

  it('is read from the flat form, too', () => {
    const json = deliveryOf(object, [
      entry('1001', { field: 'messages', value: items[0] }),
      entry('1002', { field: 'messaging_postbacks', value: items[3] }),
    ]);
    expect(texts(json)).toEqual([
      ['1001', '901', 'text 0'],
      ['1002', '902', 'text 3'],
    ]);
  });

  it.each([
    ['standby', (item: Item) => ({ standby: [item] })],
    ['changes of standby', (item: Item) => ({ changes: [{ field: 'standby', value: item }] })],
    ['flat standby', (item: Item) => ({ field: 'standby', value: item })],
  ])('is observed, not received, from %s', (_form, hold) => {
    const json = deliveryOf(object, [entry('1001', hold(items[0]!)), entry('1001', hold(items[1]!))]);
    expect(parseDelivery(json, now)).toMatchObject({
      skipped: [],
      updates: [
        {
          contactId: '901',
          key: 'standby:message:m_0',
          content: { kind: 'standbyObserved', platformMessageId: 'm_0', text: 'text 0', byContact: true },
        },
        {
          contactId: '902',
          key: 'standby:message:m_1',
          content: { kind: 'standbyObserved', text: 'text 1', byContact: true },
        },
      ],
    });
  });

  it('tells in standby what the contact did from what the other app said', () => {
    const standby = [
      first!.personElsewhereSays('we will see to it'),
      first!.happens('postback', { title: 'Menu' }),
      first!.opensRef('guide'),
      first!.edits('m_0', 'STOP', 1),
      first!.readsUpTo(minuteAgo),
      first!.receives(['m_0'], minuteAgo),
      first!.unsends('m_0'),
      first!.reacts('m_0', '❤'),
      first!.happens('optin', {}),
      first!.happens('request_thread_control', { requested_owner_app_id: '1' }),
      first!.happens('pass_thread_control', { new_owner_app_id: '424242' }),
      first!.happens('take_thread_control', { previous_owner_app_id: '424242' }),
      first!.happens('optin', { notification_messages_status: 'STOP_NOTIFICATIONS' }),
      first!.happens('account_linking', { status: 'linked' }),
    ];
    const { updates } = parseDelivery(deliveryOf(object, [entry('1001', { standby })]), now);
    expect(updates.map(({ content }) => content)).toMatchObject([
      { kind: 'standbyObserved', text: 'we will see to it', byContact: false },
      { kind: 'standbyObserved', text: 'Menu', byContact: true },
      { kind: 'standbyObserved', text: '', byContact: true },
      { kind: 'standbyObserved', text: 'STOP', byContact: true },
      { kind: 'messagesRead' },
      { kind: 'messagesDelivered' },
      { kind: 'messageUnsent' },
      { kind: 'reactionChanged' },
      { kind: 'standbyObserved', text: '', byContact: true },
      { kind: 'platformNoticed', type: 'standby_request_thread_control' },
      { kind: 'threadControlChanged', owner: 'other' },
      { kind: 'threadControlChanged', owner: 'other' },
      { kind: 'preferenceChanged', change: 'stop' },
      { kind: 'platformNoticed', type: 'standby_account_linking' },
    ]);
  });

  it('keeps the neighbours of what cannot be read', () => {
    const broken = [
      null,
      7,
      'text',
      [],
      {},
      { message: 'no object' },
      { ...first!.says('x'), message: 'no object' },
    ];
    const messaging = broken.flatMap((item) => [item, first!.says('still here')]);
    const json = deliveryOf(object, [
      entry('1001', { messaging }),
      null as unknown as Item,
      { time: now, messaging: [first!.says('of no account')] },
      entry('1001', { messaging: 'no list' }),
      entry('1001', { messaging: [first!.says('and here')] }),
    ]);
    const { updates, skipped } = parseDelivery(json, now);
    expect(updates).toHaveLength(broken.length + 1);
    expect(skipped.map(({ reason }) => reason)).toEqual([
      'an entry with nothing readable in it',
      'an entry with nothing readable in it',
      'an entry with nothing readable in it',
      'an entry with nothing readable in it',
      'no message of a thread',
      'no message of a thread',
      'message is no object',
      'an entry without an account',
      'an entry without an account',
      'an entry with nothing readable in it',
    ]);
  });

  it('skips changes that it does not know', () => {
    const fields = ['story_insights', 'ratings', 'likes', 'something_of_next_year'];
    const json = deliveryOf(object, [
      entry('1001', { changes: fields.map((field) => ({ field, value: { media_id: '1' } })) }),
    ]);
    expect(parseDelivery(json, now).skipped).toEqual(
      fields.map((field) => ({ reason: 'no message of a thread', object, field })),
    );
  });

  it('skips mentions, which name nobody', () => {
    const value = { media_id: '1', comment_id: '2' };
    const json = deliveryOf(object, [
      entry('1001', { changes: [{ field: 'mentions', value }] }),
      entry('1001', { field: 'mentions', value }),
    ]);
    const reason = 'a mention in public names nobody whom we could answer';
    const skip = { reason, object, field: 'mentions' };
    expect(parseDelivery(json, now)).toEqual({ updates: [], notices: [], skipped: [skip, skip] });
  });

  it.each([
    ['messages', (one: typeof first) => one!.says('x'), 'messageReceived'],
    ['message_echoes', (one: typeof first) => one!.personElsewhereSays('x'), 'messageEchoed'],
    ['message_edits', (one: typeof first) => one!.edits('m_1', 'x', 1), 'messageEdited'],
    ['message_deliveries', (one: typeof first) => one!.receives(['m_1'], minuteAgo), 'messagesDelivered'],
    ['message_reads', (one: typeof first) => one!.readsUpTo(minuteAgo), 'messagesRead'],
    ['messaging_seen', (one: typeof first) => one!.readsMessage('m_1'), 'messagesRead'],
    ['message_reactions', (one: typeof first) => one!.reacts('m_1', '❤'), 'reactionChanged'],
    ['messaging_postbacks', (one: typeof first) => one!.presses('x', 'y'), 'postbackReceived'],
    ['messaging_optins', (one: typeof first) => one!.happens('optin', {}), 'optedIn'],
    ['messaging_referrals', (one: typeof first) => one!.opensRef('guide'), 'referralReceived'],
    ['messaging_referral', (one: typeof first) => one!.opensRef('guide'), 'referralReceived'],
    [
      'messaging_handovers',
      (one: typeof first) => one!.happens('pass_thread_control', {}),
      'threadControlChanged',
    ],
    [
      'messaging_handover',
      (one: typeof first) => one!.happens('take_thread_control', {}),
      'threadControlChanged',
    ],
    [
      'messaging_account_linking',
      (one: typeof first) => one!.happens('account_linking', {}),
      'platformNoticed',
    ],
    ['messaging_feedback', (one: typeof first) => one!.happens('messaging_feedback', {}), 'platformNoticed'],
    ['response_feedback', (one: typeof first) => one!.happens('response_feedback', {}), 'platformNoticed'],
    ['send_cart', (one: typeof first) => one!.happens('order', {}), 'platformNoticed'],
  ])('is read from the field %s in each form', (field, happen, kind) => {
    const value = happen(first);
    const json = deliveryOf(object, [
      entry('1001', { messaging: [value] }),
      entry('1001', { changes: [{ field, value }] }),
      entry('1001', { field, value }),
    ]);
    const { updates, skipped } = parseDelivery(json, now);
    expect(skipped).toEqual([]);
    expect(updates.map(({ contactId, content }) => [contactId, content.kind])).toEqual(
      Array.from({ length: 3 }, () => ['901', kind]),
    );
  });

  it('accepts the dashboard’s samples, and does not act on them', () => {
    const value = {
      sender: { id: '12334' },
      recipient: { id: '23245' },
      timestamp: '1527459824',
      message: { mid: 'random_mid', text: 'random_text' },
    };
    const json = deliveryOf(object, [entry('0', { changes: [{ field: 'messages', value }] })]);
    expect(parseDelivery(json, now)).toEqual({
      updates: [],
      notices: [],
      skipped: [{ reason: 'a sample from the dashboard', object, field: 'messages' }],
    });
  });
});

describe('a delivery of something else', () => {
  it.each([['permissions', { object: 'permissions', entry: [entry('1', {})] }]])(
    'is skipped: %s',
    (object, json) => {
      expect(parseDelivery(json, now)).toEqual({
        updates: [],
        notices: [],
        skipped: [{ reason: 'object not served yet', object, field: null }],
      });
    },
  );

  it.each([null, 7, 'page', [], {}, { object: ['page'] }, { object: '__proto__' }])(
    'is skipped: %j',
    (json) => {
      expect(parseDelivery(json, now).updates).toEqual([]);
      expect(parseDelivery(json, now).skipped).toHaveLength(1);
    },
  );

  it.each([undefined, [], {}, 'none'])('is skipped when its entries are %j', (entries) => {
    expect(parseDelivery({ object: 'page', entry: entries }, now).skipped).toEqual([
      { reason: 'a delivery without entries', object: 'page', field: null },
    ]);
  });
});

describe('ids and moments', () => {
  it('takes ids that are numbers for the same as text', () => {
    const item = {
      ...messenger.says('x'),
      sender: { id: 24601987654321 },
      recipient: { id: 100200300400500 },
    };
    const json = deliveryOf('page', [{ id: 100200300400500, time: now, messaging: [item] }]);
    expect(parseDelivery(json, now).updates).toMatchObject([
      { accountId: messenger.account.id, contactId: messenger.contactId },
    ]);
  });

  it.each([
    ['ms', minuteAgo],
    ['ms as text', String(minuteAgo)],
    ['s', minuteAgo / 1000],
    ['s as text', String(minuteAgo / 1000)],
  ])('reads a moment in %s', (_unit, timestamp) => {
    expect(parseOne(messenger, { ...messenger.says('x'), timestamp }).content.occurredAt).toBe(minuteAgo);
  });

  it('lets nothing happen later than it is received, and keeps the key of a repetition the same', () => {
    const ahead = messenger.opensRef('guide', { at: now + 3_600_000 });
    const [once, again] = [now, now + 5_000].map((received) =>
      parseDelivery(delivery(messenger.account, ahead), received),
    );
    expect(once!.updates[0]!.content.occurredAt).toBe(now);
    expect(again!.updates[0]!.content.occurredAt).toBe(now + 5_000);
    expect(again!.updates[0]!.key).toBe(once!.updates[0]!.key);
  });

  it.each([undefined, null, 0, -5, '', 'yesterday', 1.5, {}])(
    'takes the entry’s moment, else ours, for one that is %j',
    (timestamp) => {
      const item = { ...messenger.opensRef('guide'), timestamp };
      const occurredAt = (time: unknown) =>
        parseDelivery(deliveryOf('page', [{ id: '1001', time, messaging: [item] }]), now).updates[0]!.content
          .occurredAt;
      expect(occurredAt(minuteAgo)).toBe(minuteAgo);
      expect(occurredAt(timestamp)).toBe(now);
    },
  );
});
