import { generateURI, ScureBase32Plugin, verifySync } from 'otplib';
import { hashToken } from './secret-token.js';

type Random = (size: number) => Buffer;

const base32 = new ScureBase32Plugin();

/** 160 bits, as RFC 4226 §4 wants it for HMAC-SHA-1, in base32, as authenticators take it. */
export function newSecondFactor(random: Random): string {
  return base32.encode(random(20), { padding: false });
}

/** For a QR code: https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
export function uriOf(secret: string, email: string): string {
  return generateURI({ issuer: 'Heyword', label: email, secret });
}

/** RFC 6238, with one step of drift either way. The step whose code it is; null: it is none, or one that was used before. */
export function stepOf(
  code: string,
  { secret, now, after }: { readonly secret: string; readonly now: number; readonly after: number | null },
): number | null {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(now / 1_000);
  const spent = after === null ? {} : { afterTimeStep: after };
  const result = verifySync({ secret, token, epoch, epochTolerance: 30, ...spent });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}

const recoveryCodeCount = 10;

/** Each of 80 random bits: enough that a plain hash cannot be searched for. */
export function newRecoveryCodes(random: Random): readonly string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const letters = base32.encode(random(10), { padding: false }).toLowerCase();
    return letters.replaceAll(/.{4}(?=.)/g, '$&-');
  });
}

/** However it was typed. */
export function hashRecoveryCode(code: string): string {
  return hashToken(code.toLowerCase().replaceAll(/[^a-z2-7]/g, ''));
}
