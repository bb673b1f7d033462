import type { StaffUser } from '../../store/staff.js';
import type { IdentityParts } from './parts.js';
import { hashRecoveryCode, stepOf } from './second-factor.js';
import { makeSession, type NewSession } from './sessions.js';
import { type SignedIn, standingByPassword, toUser } from './signed-in.js';
import type { Visitor } from './visitor.js';

/** `wrong`: of whatever it is, we do not tell. `slow_down`: not before so many seconds. */
export type Refused =
  | { readonly ok: false; readonly reason: 'wrong' }
  | { readonly ok: false; readonly reason: 'slow_down'; readonly retryAfter: number };

export type SigningIn = { readonly ok: true; readonly session: NewSession } | Refused;

const wrong: Refused = { ok: false, reason: 'wrong' };

export function slowDown(retryAfter: number): Refused {
  return { ok: false, reason: 'slow_down', retryAfter };
}

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** The same answer after the same work, whether nobody has the address, the password is another, or they are disabled. */
export async function signIn(
  parts: IdentityParts,
  { email, password }: Credentials,
  visitor: Visitor,
): Promise<SigningIn> {
  const { store, passwords, limits } = parts;
  if (passwords.isBusy) return slowDown(5);
  const wait = await limits.attemptPassword(email, visitor.address);
  if (wait !== null) return slowDown(wait);
  const found = await store.findUserByEmail(email);
  const known = found === null || found.isDisabled ? null : found;
  const isRight = await passwords.verify(known?.passwordHash ?? null, password);
  if (!isRight || known === null) return wrong;
  await limits.passwordWasRight(email, visitor.address);
  const user = toUser(known);
  const { begun, kept } = makeSession(parts, user, { standing: standingByPassword(user), visitor });
  await store.beginSession(kept, null);
  return { ok: true, session: begun };
}

/** By the six digits of the authenticator or by a recovery code, each of which lets in once. */
export async function giveCode(
  parts: IdentityParts,
  { user, sessionId, standing }: SignedIn,
  code: string,
  visitor: Visitor,
): Promise<SigningIn> {
  if (standing !== 'code_needed') return wrong;
  const wait = await parts.limits.attemptCode(user.id, visitor.address);
  if (wait !== null) return slowDown(wait);
  const known = await parts.store.findUser(user.id);
  if (known === null || !(await spendCode(parts, known, code))) return wrong;
  await parts.limits.codeWasRight(user.id, visitor.address);
  const { begun, kept } = makeSession(parts, user, { standing: 'signed_in', visitor });
  await parts.store.beginSession(kept, sessionId);
  return { ok: true, session: begun };
}

async function spendCode(
  { store, seal, now }: IdentityParts,
  user: StaffUser,
  code: string,
): Promise<boolean> {
  const secret = user.secondFactor === null ? null : seal.open(user.secondFactor, user.id);
  const step = secret === null ? null : stepOf(code, { secret, now: now(), after: user.lastCodeStep });
  return step === null
    ? store.spendRecoveryCode(user.id, hashRecoveryCode(code))
    : store.spendCodeStep(user.id, step);
}
