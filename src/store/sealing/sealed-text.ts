import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Random } from '../random.js';
import { SealBroken } from './seal-broken.js';

/** Whose a text is and where it stands: it opens for nobody else, and nowhere else. */
interface SealedPlace {
  readonly contactId: string;
  /** The sort of row, its id, and the names of what is sealed in it. */
  readonly place: readonly string[];
}

const keySize = 32;
const nonceSize = 12;
const tagSize = 16;
const format = '1.';

/** Lengths are rounded up to so many bytes: "yes" is not to be told from "no" by what it weighs. */
const block = 64;

/** A key of a contact's own, as it is kept: base64 of 256 random bits. */
export function newKey(random: Random): string {
  return random(keySize).toString('base64');
}

/** AES-256-GCM under a nonce of its own; `whose` is part of what the tag proves. Text of our own: format, nonce, tag, rest. */
export function sealValue(key: string, whose: SealedPlace, value: unknown, random: Random): string {
  const nonce = random(nonceSize);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64'), nonce);
  cipher.setAAD(nameOf(whose));
  const text = Buffer.from(JSON.stringify(value));
  const padding = Buffer.alloc(Math.ceil(text.length / block) * block - text.length, ' ');
  const sealed = Buffer.concat([cipher.update(text), cipher.update(padding), cipher.final()]);
  return `${format}${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')}`;
}

/** Throws `SealBroken` where the key is gone, or where it is not what was sealed for that place. */
export function openValue(key: string | null, whose: SealedPlace, sealed: string): unknown {
  if (key === null) throw new SealBroken('key_missing');
  try {
    const bytes = Buffer.from(sealed.slice(format.length), 'base64');
    const decipher = createDecipheriv(
      'aes-256-gcm',
      Buffer.from(key, 'base64'),
      bytes.subarray(0, nonceSize),
      { authTagLength: tagSize },
    );
    decipher.setAAD(nameOf(whose));
    decipher.setAuthTag(bytes.subarray(nonceSize, nonceSize + tagSize));
    const text = Buffer.concat([decipher.update(bytes.subarray(nonceSize + tagSize)), decipher.final()]);
    return JSON.parse(text.toString());
  } catch {
    // What Node says of it quotes nothing, but helps nobody either.
    throw new SealBroken('not_genuine');
  }
}

function nameOf({ contactId, place }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify(['heyword.sealed.1', contactId, ...place]));
}
