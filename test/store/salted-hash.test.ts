import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSaltedHash } from '../../src/store/salted-hash.js';

describe('a salted hash', () => {
  const hash = createSaltedHash(Buffer.from('salt'));

  it('is the HMAC-SHA256 of its parts, cut to 128 bits', () => {
    const whole = createHmac('sha256', 'salt').update('event\0nord\0studio_ig\0mid.1').digest('hex');

    expect(hash('event', 'nord', 'studio_ig', 'mid.1')).toBe(whole.slice(0, 32));
  });

  it('is another with another salt, for another thing, or with its parts cut elsewhere', () => {
    const hashes = [
      hash('event', 'ab', 'c'),
      hash('event', 'a', 'bc'),
      hash('event', 'abc'),
      hash('suppression', 'ab', 'c'),
      createSaltedHash(Buffer.from('pepper'))('event', 'ab', 'c'),
    ];

    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
