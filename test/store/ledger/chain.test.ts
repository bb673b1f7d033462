import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  canonicalise,
  chainStart,
  commitTo,
  hashLink,
  hashNotice,
  type ChainLink,
} from '../../../src/store/ledger/chain.js';

const link: ChainLink = {
  workspace: 'nord',
  account: 'studio_ig',
  contactId: 'c1',
  sequence: 1,
  change: 'granted',
  purpose: 'weekly_tips',
  occurredAt: 1_795_344_000_000,
  receivedAt: 1_795_344_000_250,
  eventId: '00112233445566778899aabbccddeeff',
  noticeHash: null,
  actor: 'contact',
  flow: { name: 'guide', version: 'v1', step: 'ask' },
  commitment: 'ff',
};

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

describe('the canonical form of a line', () => {
  it('is this, for ever: another program must come to the same hash', () => {
    expect(canonicalise(link)).toBe(
      '["heyword.consent.1","nord","studio_ig","c1",1,"granted","weekly_tips",1795344000000,1795344000250,' +
        '"00112233445566778899aabbccddeeff",null,"contact",["guide","v1","ask"],"ff"]',
    );
  });

  it('does not depend on the order in which the line was written down', () => {
    const reversed = Object.fromEntries(Object.entries(link).toReversed()) as unknown as ChainLink;

    expect(canonicalise(reversed)).toBe(canonicalise(link));
  });
});

describe('the hash of a line', () => {
  it('goes over the hash of the line before and the canonical form', () => {
    expect(hashLink(chainStart, link)).toBe(sha256('0'.repeat(64) + canonicalise(link)));
    expect(hashLink(chainStart, link)).toBe(
      '8081dbc4ec877bf4f68d240e0eed51d3a0822bdd684b7d726cb07d8c9238fb45',
    );
  });

  it.each([
    { workspace: 'sud' },
    { account: 'studio_page' },
    { contactId: 'c2' },
    { sequence: 2 },
    { change: 'withdrawn' },
    { purpose: 'all' },
    { occurredAt: 1 },
    { receivedAt: 1 },
    { eventId: 'e' },
    { noticeHash: 'n' },
    { actor: 'person' },
    { flow: null },
    { flow: { name: 'guide', version: 'v2', step: 'ask' } },
    { commitment: 'fe' },
  ] as const)('is another with %o', (change) => {
    expect(hashLink(chainStart, { ...link, ...change })).not.toBe(hashLink(chainStart, link));
  });
});

describe('a commitment', () => {
  const opening = { salt: '00ff', words: 'yes please', platformMessageId: 'mid.1' };

  it('binds the words and the platform’s id under a salt', () => {
    expect(commitTo(opening)).toBe(sha256('["heyword.commitment.1","00ff","yes please","mid.1"]'));
  });

  it.each([{ salt: '00fe' }, { words: 'yes' }, { platformMessageId: null }, { platformMessageId: 'mid.2' }])(
    'is another with %o',
    (change) => {
      expect(commitTo({ ...opening, ...change })).not.toBe(commitTo(opening));
    },
  );
});

describe('the hash of a notice', () => {
  it('is that of its text', () => {
    expect(hashNotice('One tip a week?')).toBe(sha256('["heyword.notice.1","One tip a week?"]'));
  });
});
