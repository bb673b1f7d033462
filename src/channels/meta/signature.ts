import { createHmac, timingSafeEqual } from 'node:crypto';

/** 71 characters; anything else, an older SHA-1 signature or two joined headers for instance, is not a signature. */
const SIGNATURE = /^sha256=([0-9a-f]{64})$/;

/**
 * Whether `X-Hub-Signature-256` was made with one of our app secrets, over the bytes exactly as they arrived. An
 * Instagram app has a secret of its own beside the Facebook app's, and a secret that is being replaced stays valid for a
 * while: hence a list. Every secret is tried, so that the time taken does not tell which one fits.
 *
 * Source: Meta, "Webhooks: validating payloads" (platforms reference §2.3).
 */
export function verifySignature(
  rawBody: Buffer,
  header: string | undefined,
  secrets: readonly string[],
): boolean {
  const hex = SIGNATURE.exec(header ?? '')?.[1];
  if (hex === undefined) return false;
  const given = Buffer.from(hex, 'hex');
  let verified = false;
  for (const secret of secrets) {
    const matches = timingSafeEqual(hmac(rawBody, secret), given);
    verified ||= matches && secret !== '';
  }
  return verified;
}

function hmac(body: Buffer, secret: string): Buffer {
  return createHmac('sha256', secret).update(body).digest();
}
