import { describe, expect, it } from 'vitest';
import { messenger, minuteAgo, parseOne, skipOne } from './parsing.js';

const at = { at: minuteAgo };
const optin = (event: object, options = at) => messenger.happens('optin', { ...event }, options);
const nobody = (item: object) => {
  const { sender: _, ...rest } = item as { readonly sender: unknown };
  return rest;
};

describe('an opt-in by a plugin', () => {
  it('brings what the page says', () => {
    expect(parseOne(messenger, optin({ ref: 'guide' }))).toEqual({
      channel: 'messenger',
      accountId: messenger.account.id,
      contactId: messenger.contactId,
      key: `optin:${messenger.contactId}:${minuteAgo}:guide`,
      content: { kind: 'optedIn', occurredAt: minuteAgo, ref: 'guide', marketing: null },
    });
  });

  it.each([
    ['no sender', nobody(optin({ ref: 'guide', user_ref: 'ref-1' }))],
    ['a sender that is a reference', { ...optin({ ref: 'guide' }), sender: { user_ref: 'ref-1' } }],
  ])('is of whom the plugin calls so, where there is %s', (_case, item) => {
    expect(parseOne(messenger, item)).toMatchObject({
      contactId: 'user_ref:ref-1',
      key: `optin:user_ref:ref-1:${minuteAgo}:guide`,
      content: { kind: 'optedIn', ref: 'guide', marketing: null },
    });
  });

  it('joins what the plugin calls them with who they are', () => {
    expect(parseOne(messenger, optin({ user_ref: 'ref-1' }))).toMatchObject({
      contactId: messenger.contactId,
      alsoKnownAs: ['user_ref:ref-1'],
      content: { kind: 'optedIn', ref: null },
    });
  });

  it('is skipped where nobody at all is named', () => {
    expect(skipOne(messenger, nobody(optin({ ref: 'guide' })))).toBe('no contact is named');
    expect(skipOne(messenger, nobody(optin({ user_ref: 'with space' })))).toBe('no contact is named');
  });
});

describe('an opt-in to marketing messages', () => {
  const granted = {
    type: 'notification_messages',
    payload: 'weekly_tips',
    title: 'Weekly tips',
    notification_messages_token: '8861234',
    notification_messages_frequency: 'WEEKLY',
    notification_messages_timezone: 'UTC',
    token_expiry_timestamp: '1821536000000',
    user_token_status: 'REFRESHED',
  };

  it('brings the token, what we named it by, and how long it lasts', () => {
    expect(parseOne(messenger, optin(granted))).toMatchObject({
      contactId: messenger.contactId,
      key: `optin:${messenger.contactId}:${minuteAgo}:8861234`,
      content: {
        kind: 'optedIn',
        occurredAt: minuteAgo,
        ref: null,
        marketing: {
          token: '8861234',
          payload: 'weekly_tips',
          title: 'Weekly tips',
          expiresAt: 1_821_536_000_000,
        },
      },
    });
  });

  it.each([1_821_536_000, '1821536000', 1_821_536_000_000])('reads when it expires from %j', (expiry) => {
    expect(parseOne(messenger, optin({ ...granted, token_expiry_timestamp: expiry })).content).toMatchObject({
      marketing: { expiresAt: 1_821_536_000_000 },
    });
  });

  it('does without a payload, a title and an end', () => {
    const bare = { type: 'notification_messages', notification_messages_token: '8861234' };
    expect(parseOne(messenger, optin(bare)).content).toMatchObject({
      marketing: { token: '8861234', payload: '', title: '', expiresAt: null },
    });
  });

  it.each([
    ['STOP_NOTIFICATIONS', 'stop'],
    ['RESUME_NOTIFICATIONS', 'resume'],
  ])('is changed by the contact in Messenger itself: %s', (notification_messages_status, change) => {
    expect(parseOne(messenger, optin({ ...granted, notification_messages_status }))).toMatchObject({
      key: `preference:${messenger.contactId}:${minuteAgo}:${change}:8861234`,
      content: { kind: 'preferenceChanged', occurredAt: minuteAgo, change, token: '8861234' },
    });
  });

  it('is stopped as a whole where no token is named', () => {
    const stopped = { type: 'notification_messages', notification_messages_status: 'STOP_NOTIFICATIONS' };
    expect(parseOne(messenger, optin(stopped)).content).toMatchObject({ change: 'stop', token: null });
  });

  it.each([
    ['without a token', { type: 'notification_messages', payload: 'weekly_tips' }],
    ['to something else', { type: 'one_time_notif_req', payload: 'restock' }],
  ])('is kept as it came %s', (_case, event) => {
    expect(parseOne(messenger, optin(event)).content).toMatchObject({
      kind: 'platformNoticed',
      type: 'optin',
      payload: event,
    });
  });
});
