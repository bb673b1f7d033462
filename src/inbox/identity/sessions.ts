import type { StaffSession } from '../../store/staff.js';
import type { IdentityParts } from './parts.js';
import { hashToken, newToken } from './secret-token.js';
import { type SignedIn, type Standing, standingNow, toUser, type User } from './signed-in.js';
import type { Visitor } from './visitor.js';

/** What a browser is given when somebody has come a step further. */
export interface NewSession {
  readonly secret: string;
  readonly expiresAt: number;
  readonly signedIn: SignedIn;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long a session lasts at the most: one that is half begun no longer than it takes to finish. */
const lifetimes: Readonly<Record<Standing, number>> = {
  signed_in: 30 * day,
  code_needed: 15 * minute,
  second_factor_needed: 60 * minute,
};

/** After so long without a request it is over. */
const idleAfter = 7 * day;
/** How exactly its last request is known. */
const seenWithin = minute;

/** A session that the store has yet to begin; always with a secret of its own, so that no earlier one opens it. */
export function makeSession(
  { now, newId, random }: Pick<IdentityParts, 'now' | 'newId' | 'random'>,
  user: User,
  { standing, visitor }: { readonly standing: Standing; readonly visitor: Visitor },
): { readonly begun: NewSession; readonly kept: StaffSession } {
  const secret = newToken(random);
  const createdAt = now();
  const expiresAt = createdAt + lifetimes[standing];
  const id = newId();
  const kept = {
    ...{ id, standing, createdAt, expiresAt, lastSeenAt: createdAt },
    userId: user.id,
    secretHash: hashToken(secret),
    userAgent: visitor.userAgent,
  };
  return { begun: { secret, expiresAt, signedIn: { user, sessionId: id, standing } }, kept };
}

/** By the secret in the cookie; null: it is none of ours, has ended, or its owner is no user any more. */
export async function findSession(
  { store, now }: Pick<IdentityParts, 'store' | 'now'>,
  secret: string,
): Promise<SignedIn | null> {
  const found = await store.findSession(hashToken(secret));
  if (found === null) return null;
  const { session, user } = found;
  const isOver = session.expiresAt <= now() || session.lastSeenAt + idleAfter <= now();
  if (isOver || user.isDisabled) return null;
  if (session.lastSeenAt + seenWithin <= now()) await store.sawSession(session.id, now());
  const standing = standingNow(session.standing, toUser(user));
  return { user: toUser(user), sessionId: session.id, standing };
}
