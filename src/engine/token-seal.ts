import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Whose tokens they are, and by what they are sealed. */
export interface TokenOwner {
  readonly workspace: string;
  readonly name: string;
  /** The present one, by which new seals are made, and former ones. */
  readonly secrets: readonly string[];
}

const algorithm = 'aes-256-gcm';
const [ivSize, tagSize, keySize] = [12, 16, 32];

/** Seals a token, so that the database alone does not open it. Null: the account has no secret to seal it by. */
export function sealToken(owner: TokenOwner, token: string): string | null {
  const [secret] = owner.secrets;
  if (secret === undefined) return null;
  const iv = randomBytes(ivSize);
  const cipher = createCipheriv(algorithm, deriveKey(owner, secret, 'seal'), iv);
  const sealed = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Null: it was sealed by a secret that the account has no more, or for another account. */
export function openToken(owner: TokenOwner, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  return firstOf(owner.secrets, (secret) => tryOpen(deriveKey(owner, secret, 'seal'), bytes));
}

function tryOpen(key: Buffer, bytes: Buffer): string | null {
  try {
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivSize));
    decipher.setAuthTag(bytes.subarray(ivSize, ivSize + tagSize));
    const opened = [decipher.update(bytes.subarray(ivSize + tagSize)), decipher.final()];
    return Buffer.concat(opened).toString('utf8');
  } catch {
    return null;
  }
}

/** Tells one token from another without telling either. Null: the account has no secret. */
export function fingerprint(owner: TokenOwner, token: string): string | null {
  const [secret] = owner.secrets;
  return secret === undefined ? null : fingerprintBy(owner, secret, token);
}

/** Whether it is the fingerprint of this token, made by any of the account's secrets. */
export function isFingerprintOf(owner: TokenOwner, known: string | null, token: string): boolean {
  return owner.secrets.some((secret) => fingerprintBy(owner, secret, token) === known);
}

function fingerprintBy(owner: TokenOwner, secret: string, token: string): string {
  return createHmac('sha256', deriveKey(owner, secret, 'fingerprint'))
    .update(token)
    .digest('base64url');
}

function deriveKey({ workspace, name }: TokenOwner, secret: string, use: 'seal' | 'fingerprint'): Buffer {
  const info = `heyword account token ${use} ${JSON.stringify([workspace, name])}`;
  return Buffer.from(hkdfSync('sha256', secret, '', info, keySize));
}

function firstOf<T>(secrets: readonly string[], attempt: (secret: string) => T | null): T | null {
  for (const secret of secrets) {
    const found = attempt(secret);
    if (found !== null) return found;
  }
  return null;
}
