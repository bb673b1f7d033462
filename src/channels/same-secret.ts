import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares digests, so that neither the length nor the first difference of a guess can be timed. */
export function isSameSecret(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
