import { createHmac, createSecretKey } from 'node:crypto';

/** What a salted hash stands for; keeps hashes of one sort from matching those of another. */
export type HashedThing = 'event' | 'conversation event' | 'suppression';

/** Hashes business keys with the database's own salt: 32 hexadecimal characters. */
export type SaltedHash = (thing: HashedThing, ...parts: readonly string[]) => string;

/**
 * HMAC-SHA256, cut to 128 bits. With the salt an id tells nobody who or what it came from, so it may outlive an erasure;
 * the same parts always give the same id, so a repetition is known.
 */
export function createSaltedHash(salt: Uint8Array): SaltedHash {
  const key = createSecretKey(salt);
  // NUL parts them: it occurs in no name and in no platform's id.
  return (thing, ...parts) =>
    createHmac('sha256', key)
      .update([thing, ...parts].join('\0'))
      .digest('hex')
      .slice(0, 32);
}
