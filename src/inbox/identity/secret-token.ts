import { createHash } from 'node:crypto';

/** A secret that somebody carries: 256 random bits, of which we keep only the hash. */
export function newToken(random: (size: number) => Buffer): string {
  return random(32).toString('base64url');
}

/** How a token is known at rest. It is random enough that a plain hash cannot be searched for. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
