import { describe, expect, it } from 'vitest';
import { createSaltedHash } from '../../../src/store/salted-hash.js';
import { eventBehind, eventIdOf } from '../../../src/store/transactions/arrivals.js';

const event = 'a1'.repeat(16);

describe('the event behind a message', () => {
  it.each(['.1', '.12', '.123456789'])('is what its id begins with: %s', (place) => {
    expect(eventBehind(`${event}${place}`)).toBe(event);
  });

  it.each([null, '', event, `${event}.`, `x${event}.1`, `${event}.1x`, `${event}.1234567890`])(
    'is nobody’s where the id is none of ours: %s',
    (id) => {
      expect(eventBehind(id)).toBeNull();
    },
  );
});

describe('the id of an event', () => {
  const hash = createSaltedHash(Buffer.alloc(32, 7));
  const content = { kind: 'timerFired', timerId: 't', occurredAt: 1, receivedAt: 1 } as const;
  const platform = {
    kind: 'platform',
    workspace: 'nord',
    account: 'studio_ig',
    channel: 'instagram',
    contactPlatformId: 'ada',
  } as const;
  const of = (key: string, address: Parameters<typeof eventIdOf>[1]['address'] = platform) =>
    eventIdOf(hash, { address, key, content });

  it('is the same for the same key, and another for any other', () => {
    expect(of('k')).toBe(of('k'));
    expect(of('k')).not.toBe(of('l'));
    expect(of('k')).not.toBe(of('k', { ...platform, account: 'shop_ig' }));
    expect(of('k')).not.toBe(of('k', { ...platform, workspace: 'sud' }));
  });

  it('does not depend on who it is from: a platform may come to call them otherwise', () => {
    expect(of('k')).toBe(of('k', { ...platform, contactPlatformId: 'grace' }));
  });

  it('of a conversation is never that of an account', () => {
    expect(of('k', { kind: 'conversation', conversationId: 'nord' })).not.toBe(hash('event', 'nord', 'k'));
  });
});
