import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

/** Seals what must be readable to us, but not to whoever has only the database. */
export interface SecretSeal {
  seal(secret: string, userId: string): string;
  /** Null: it was sealed by another key, or for somebody else. */
  open(sealed: string, userId: string): string | null;
}

const algorithm = 'aes-256-gcm';
const [nonceSize, tagSize, keySize] = [12, 16, 32];
const format = '1.';

/**
 * Seals by SESSION_SECRET. Without one there is nothing to seal by that the database does not hold itself, and secrets are
 * kept as they are; what was kept so before is read all the same.
 */
export function createSecretSeal(sessionSecret: string | null, random: (size: number) => Buffer): SecretSeal {
  const key = sessionSecret === null ? null : deriveKey(sessionSecret);
  return {
    seal: (secret, userId) => (key === null ? secret : sealWith(key, { secret, userId }, random(nonceSize))),
    open: (sealed, userId) => {
      if (!sealed.startsWith(format)) return sealed;
      return key === null ? null : tryOpen(key, sealed, userId);
    },
  };
}

function deriveKey(sessionSecret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', sessionSecret, '', 'heyword second factor', keySize));
}

function sealWith(
  key: Buffer,
  { secret, userId }: { readonly secret: string; readonly userId: string },
  nonce: Buffer,
): string {
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(userId));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return format + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

function tryOpen(key: Buffer, sealed: string, userId: string): string | null {
  const bytes = Buffer.from(sealed.slice(format.length), 'base64url');
  try {
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceSize), {
      authTagLength: tagSize,
    });
    decipher.setAAD(Buffer.from(userId)).setAuthTag(bytes.subarray(nonceSize, nonceSize + tagSize));
    return Buffer.concat([decipher.update(bytes.subarray(nonceSize + tagSize)), decipher.final()]).toString(
      'utf8',
    );
  } catch {
    return null;
  }
}
