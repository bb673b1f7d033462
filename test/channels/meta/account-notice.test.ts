import { describe, expect, it } from 'vitest';
import { parseDelivery } from '../../../src/channels/meta/envelope.js';
import { delivery, deliveryOf, entry, type Item } from '../../platforms/meta-payloads.js';
import { messenger, minuteAgo, now, threads } from './parsing.js';

const noticesOf = (json: Item) => {
  const { updates, notices, skipped } = parseDelivery(json, now);
  expect({ updates, skipped }).toEqual({ updates: [], skipped: [] });
  return notices;
};

describe.each(threads)('what Meta says about an account on %s', (channel, them) => {
  const about = (key: string, event: object, sides: object = {}) => ({
    recipient: { id: them.account.id },
    timestamp: minuteAgo,
    [key]: event,
    ...sides,
  });

  it.each(['policy-enforcement', 'policy_enforcement'])('is a policy that it enforces, spelled %s', (key) => {
    const blocked = about(key, { action: 'block', reason: 'Too much spam.' });
    expect(noticesOf(delivery(them.account, blocked))).toEqual([
      {
        channel,
        accountId: them.account.id,
        kind: 'policy_enforced',
        explanation: 'Meta has blocked the account from sending: Too much spam.',
        occurredAt: minuteAgo,
      },
    ]);
  });

  it.each([
    ['block', 'policy_enforced'],
    ['unblock', 'policy_lifted'],
    ['warning', 'quality_changed'],
    ['something_of_next_year', 'account_changed'],
    [undefined, 'account_changed'],
  ])('is a policy whose action is %s', (action, kind) => {
    expect(noticesOf(delivery(them.account, about('policy-enforcement', { action })))).toMatchObject([
      { kind, explanation: expect.stringMatching(/\.$/) as string },
    ]);
  });

  it('is the same whoever stands as its sender, and in standby', () => {
    const event = { action: 'block' };
    const senders = [{}, { sender: { id: them.account.id } }, { sender: { id: them.contactId } }];
    const items = senders.map((sides) => about('policy-enforcement', event, sides));
    expect(noticesOf(delivery(them.account, ...items))).toHaveLength(3);
    const standby = deliveryOf(them.account.object, [entry(them.account.id, { standby: items })]);
    expect(noticesOf(standby)).toHaveLength(3);
  });

  it('is the roles of apps', () => {
    const roles = { '424242': ['primary_receiver'], '7': ['secondary_receiver', 5], '8': 'none' };
    for (const sides of [{}, { sender: { id: them.contactId } }]) {
      expect(noticesOf(delivery(them.account, about('app_roles', roles, sides)))).toMatchObject([
        {
          kind: 'account_changed',
          explanation:
            'The roles of apps in conversations have changed: secondary_receiver, primary_receiver.',
          occurredAt: minuteAgo,
        },
      ]);
    }
  });

  it('is told in few words', () => {
    const long = about('policy-enforcement', { action: 'warning', reason: 'x'.repeat(5000) });
    const [notice] = noticesOf(delivery(them.account, long));
    expect(notice!.explanation.length).toBeLessThan(400);
  });

  it('is not said later than we hear it', () => {
    const ahead = { ...about('policy-enforcement', { action: 'block' }), timestamp: now + 60_000 };
    expect(noticesOf(delivery(them.account, ahead))).toMatchObject([{ occurredAt: now }]);
  });
});

describe('a message template of a page', () => {
  const value = {
    event: 'REJECTED',
    message_template_id: 12345678,
    message_template_name: 'order_is_ready',
    message_template_language: 'en_US',
    reason: 'INVALID_FORMAT',
  };

  it.each(['message_template_status_update', 'messenger_template_status_update'])(
    'changes by %s',
    (field) => {
      const json = deliveryOf('page', [
        entry('1001', { changes: [{ field, value }] }, minuteAgo),
        entry('1001', { field, value: { ...value, event: 'APPROVED', reason: 'NONE' } }, minuteAgo),
      ]);
      expect(noticesOf(json)).toEqual([
        {
          channel: 'messenger',
          accountId: '1001',
          kind: 'template_changed',
          explanation: 'The message template order_is_ready is REJECTED: INVALID_FORMAT',
          occurredAt: minuteAgo,
        },
        {
          channel: 'messenger',
          accountId: '1001',
          kind: 'template_changed',
          explanation: 'The message template order_is_ready is APPROVED.',
          occurredAt: minuteAgo,
        },
      ]);
    },
  );

  it('changes also where little is told', () => {
    const json = deliveryOf('page', [
      entry('1001', { changes: [{ field: 'message_template_status_update', value: {} }] }),
    ]);
    expect(noticesOf(json)).toMatchObject([{ kind: 'template_changed' }]);
  });
});

it('keeps the neighbours of what is said about the account', () => {
  const item = { recipient: { id: messenger.account.id }, 'policy-enforcement': { action: 'block' } };
  const json = delivery(messenger.account, messenger.says('before'), item, messenger.says('after'));
  const { updates, notices } = parseDelivery(json, now);
  expect(updates.map(({ content }) => content)).toMatchObject([{ text: 'before' }, { text: 'after' }]);
  expect(notices).toHaveLength(1);
});
