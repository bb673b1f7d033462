import { describe, expect, it } from 'vitest';
import { fingerprint, isFingerprintOf, openToken, sealToken } from '../../src/engine/token-seal.js';

const studio = { workspace: 'main', name: 'studio_ig', secrets: ['new', 'old'] };

describe('a sealed token', () => {
  it('is opened by its account alone', () => {
    const sealed = sealToken(studio, 'token') ?? '';
    expect(openToken(studio, sealed)).toBe('token');
    expect(openToken({ ...studio, name: 'other' }, sealed)).toBeNull();
    expect(openToken({ ...studio, workspace: 'other' }, sealed)).toBeNull();
    expect(openToken({ ...studio, secrets: ['guess'] }, sealed)).toBeNull();
  });

  it('reads different each time', () => {
    expect(sealToken(studio, 'token')).not.toBe(sealToken(studio, 'token'));
  });

  it('is opened by a former secret as long as the account has it', () => {
    const sealed = sealToken({ ...studio, secrets: ['old'] }, 'token') ?? '';
    expect(openToken(studio, sealed)).toBe('token');
    expect(openToken({ ...studio, secrets: ['new'] }, sealed)).toBeNull();
  });

  it('is not opened where a byte of it has changed, or it is none', () => {
    const sealed = Buffer.from(sealToken(studio, 'token') ?? '', 'base64url');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openToken(studio, changed.toString('base64url'))).toBeNull();
    }
    expect(openToken(studio, '')).toBeNull();
  });

  it('cannot be made without a secret', () => {
    expect(sealToken({ ...studio, secrets: [] }, 'token')).toBeNull();
    expect(fingerprint({ ...studio, secrets: [] }, 'token')).toBeNull();
  });
});

describe('the fingerprint of a token', () => {
  it('knows it again, by any of the account’s secrets, and no other', () => {
    const known = fingerprint({ ...studio, secrets: ['old'] }, 'token');
    expect(isFingerprintOf(studio, known, 'token')).toBe(true);
    expect(isFingerprintOf(studio, known, 'another')).toBe(false);
    expect(isFingerprintOf({ ...studio, name: 'other' }, known, 'token')).toBe(false);
    expect(isFingerprintOf(studio, null, 'token')).toBe(false);
  });

  it('does not tell the token', () => {
    expect(fingerprint(studio, 'token')).not.toContain('token');
  });
});
