import type { StaffUser } from '../../store/staff.js';
import { secondFactorRoles } from '../../contract/roles.js';
import { checkOwnPassword } from './own-password.js';
import type { IdentityParts } from './parts.js';
import { hashRecoveryCode, newRecoveryCodes, newSecondFactor, stepOf, uriOf } from './second-factor.js';
import { makeSession, type NewSession } from './sessions.js';
import { type Refused, slowDown } from './sign-in.js';
import { type SignedIn, toUser } from './signed-in.js';
import type { Visitor } from './visitor.js';

export type SecondFactorBegun =
  | { readonly ok: true; readonly secret: string; readonly uri: string }
  /** Their present one comes first. */
  | { readonly ok: false; readonly reason: 'code_needed' }
  | Refused;

/** Whoever has just given their password need not give it again; whoever is in since longer must. */
export async function beginSecondFactor(
  parts: IdentityParts,
  { user, standing }: SignedIn,
  password: string | undefined,
  visitor: Visitor,
): Promise<SecondFactorBegun> {
  if (standing === 'code_needed') return { ok: false, reason: 'code_needed' };
  if (standing === 'signed_in') {
    const refusal = await checkOwnPassword(parts, user, password ?? '', visitor);
    if (refusal !== null) return refusal;
  }
  const secret = newSecondFactor(parts.random);
  await parts.store.changeUser(user.id, { nextSecondFactor: parts.seal.seal(secret, user.id) });
  return { ok: true, secret, uri: uriOf(secret, user.email) };
}

export type SecondFactorConfirmed =
  | { readonly ok: true; readonly recoveryCodes: readonly string[]; readonly session: NewSession }
  | { readonly ok: false; readonly reason: 'code_needed' | 'not_begun' }
  | Refused;

/** Turns it on by a first code. All other sessions end: they were begun with less. */
export async function confirmSecondFactor(
  parts: IdentityParts,
  { user, sessionId, standing }: SignedIn,
  code: string,
  visitor: Visitor,
): Promise<SecondFactorConfirmed> {
  const { store, limits, random } = parts;
  if (standing === 'code_needed') return { ok: false, reason: 'code_needed' };
  const known = await store.findUser(user.id);
  const next = known?.nextSecondFactor ?? null;
  if (known === null || next === null) return { ok: false, reason: 'not_begun' };
  const wait = await limits.attemptCode(user.id, visitor.address);
  if (wait !== null) return slowDown(wait);
  const step = firstStep(parts, { ...known, nextSecondFactor: next }, code);
  if (step === null) return { ok: false, reason: 'wrong' };
  await limits.codeWasRight(user.id, visitor.address);
  const recoveryCodes = newRecoveryCodes(random);
  const change = {
    secondFactor: next,
    nextSecondFactor: null,
    lastCodeStep: step,
    recoveryCodes: recoveryCodes.map(hashRecoveryCode),
  };
  await store.changeUser(user.id, change);
  const made = makeSession(parts, toUser({ ...known, ...change }), { standing: 'signed_in', visitor });
  await store.beginSession(made.kept, sessionId, { endsOthers: true });
  return { ok: true, recoveryCodes, session: made.begun };
}

function firstStep(
  { seal, now }: IdentityParts,
  { id, nextSecondFactor }: StaffUser & { readonly nextSecondFactor: string },
  code: string,
): number | null {
  const secret = seal.open(nextSecondFactor, id);
  return secret === null ? null : stepOf(code, { secret, now: now(), after: null });
}

export type SecondFactorRemoved =
  { readonly ok: true } | { readonly ok: false; readonly reason: 'required' } | Refused;

export async function removeSecondFactor(
  parts: IdentityParts,
  { user }: SignedIn,
  password: string,
  visitor: Visitor,
): Promise<SecondFactorRemoved> {
  if (secondFactorRoles.includes(user.role)) return { ok: false, reason: 'required' };
  const refusal = await checkOwnPassword(parts, user, password, visitor);
  if (refusal !== null) return refusal;
  const none = { secondFactor: null, nextSecondFactor: null, lastCodeStep: null, recoveryCodes: null };
  await parts.store.changeUser(user.id, none);
  return { ok: true };
}
