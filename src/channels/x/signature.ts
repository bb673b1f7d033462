import { createHmac, timingSafeEqual } from 'node:crypto';

/** A SHA-256 in base64. */
const signature = /^sha256=([A-Za-z0-9+/]{43}=)$/;

/**
 * Whether `x-twitter-webhooks-signature` was made with one of the apps' consumer secrets, over the bytes exactly as they
 * arrived. Every secret is tried, so that the time taken does not tell which one fits.
 *
 * Source: X, webhooks: signature verification (platforms reference §8.1).
 */
export function verifyXSignature(
  rawBody: Buffer,
  header: string | undefined,
  secrets: readonly string[],
): boolean {
  const base64 = signature.exec(header ?? '')?.[1];
  if (base64 === undefined) return false;
  const given = Buffer.from(base64, 'base64');
  const fitting = secrets.filter((secret) => {
    const fits = given.length === digestLength && timingSafeEqual(hmac(rawBody, secret), given);
    return fits && secret !== '';
  });
  return fitting.length > 0;
}

const digestLength = 32;

/** `sha256=` and the HMAC, as X writes it in signatures and wants it in answers. */
export function signForX(text: string | Buffer, secret: string): string {
  return `sha256=${hmac(text, secret).toString('base64')}`;
}

function hmac(text: string | Buffer, secret: string): Buffer {
  return createHmac('sha256', secret).update(text).digest();
}
