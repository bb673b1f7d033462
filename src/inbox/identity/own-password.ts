import type { IdentityParts } from './parts.js';
import { makeSession } from './sessions.js';
import { type Refused, type SigningIn, slowDown } from './sign-in.js';
import type { SignedIn, User } from './signed-in.js';
import type { Visitor } from './visitor.js';

/** Asks whoever is in for their password again, as strictly as at the door. Null: it is theirs. */
export async function checkOwnPassword(
  { store, passwords, limits }: IdentityParts,
  { id, email }: Pick<User, 'id' | 'email'>,
  password: string,
  { address }: Visitor,
): Promise<Refused | null> {
  const wait = await limits.attemptPassword(email, address);
  if (wait !== null) return slowDown(wait);
  const known = await store.findUser(id);
  if (!(await passwords.verify(known?.passwordHash ?? null, password))) return { ok: false, reason: 'wrong' };
  await limits.passwordWasRight(email, address);
  return null;
}

/** Every session ends; whoever changes it goes on in a new one. */
export async function changePassword(
  parts: IdentityParts,
  { user, standing }: SignedIn,
  { current, next }: { readonly current: string; readonly next: string },
  visitor: Visitor,
): Promise<SigningIn> {
  const refusal = await checkOwnPassword(parts, user, current, visitor);
  if (refusal !== null) return refusal;
  await parts.store.changeUser(user.id, { passwordHash: await parts.passwords.hash(next) });
  const { begun, kept } = makeSession(parts, user, { standing, visitor });
  await parts.store.beginSession(kept, null, { endsOthers: true });
  return { ok: true, session: begun };
}
