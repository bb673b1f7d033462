import { describe, expect, it } from 'vitest';
import { mediaKinds, type Basis, type MediaKind } from '../../src/core/message.js';
import { ratedApart } from '../../src/core/own-rate.js';

const hour = 3_600_000;
const open: Basis = { kind: 'reply_window' };
const medium = (kind: MediaKind) => ({ text: '', media: { kind, url: 'https://example.com/it', alt: '' } });
const live: Basis = { kind: 'private_reply', commentId: 'c', commentedAt: 0, until: hour };

describe('what a platform counts apart', () => {
  it.each([
    ['instagram', mediaKinds],
    ['messenger', ['video', 'audio']],
    ['whatsapp', []],
    ['telegram', []],
  ] as const)('are media, on %s of the kinds %j', (channel, kinds) => {
    const apart = mediaKinds.filter((kind) => ratedApart(channel, { body: medium(kind), basis: open }));
    expect(new Set(apart)).toEqual(new Set(kinds));
  });

  it('is no text', () => {
    expect(ratedApart('instagram', { body: { text: 'Hi' }, basis: open })).toBeUndefined();
  });

  it('is a private reply under a live broadcast of Instagram, and no other', () => {
    const body = { text: 'Hi' };
    expect(ratedApart('instagram', { body, basis: live })).toBe('liveReplies');
    expect(ratedApart('messenger', { body, basis: live })).toBeUndefined();
    const others: readonly Basis[] = [
      { kind: 'private_reply', commentId: 'c', commentedAt: 0, until: 168 * hour },
      { kind: 'private_reply', commentId: 'c', until: hour },
    ];
    for (const basis of others) expect(ratedApart('instagram', { body, basis })).toBeUndefined();
  });
});
