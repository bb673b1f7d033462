import { mayManage, type Role } from '../../contract/roles.js';
import type { Arriving, StaffInvitation, StaffUser } from '../../store/staff.js';
import type { IdentityParts, LinkParts } from './parts.js';
import { hashToken, newToken } from './secret-token.js';
import { makeSession } from './sessions.js';
import { type Refused, type SigningIn, slowDown } from './sign-in.js';
import { standingByPassword, toRole, toUser, type User } from './signed-in.js';
import type { Visitor } from './visitor.js';
import { staysWithin } from './within-reach.js';

const hour = 3_600_000;

/** How long a link lets in. The first owner's: until it is used, or the next start makes another. */
const lifetimes: Readonly<Record<StaffInvitation['kind'], number>> = {
  owner: 7 * 24 * hour,
  invitation: 7 * 24 * hour,
  reset: 24 * hour,
};

/** Who invites: somebody who is signed in, or the operator of the machine. */
export type Inviter = Pick<User, 'role' | 'workspaces'> & { readonly name: string | null };

export const operator: Inviter = { name: null, role: 'owner', workspaces: null };

export interface Wanted {
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  readonly workspaces: readonly string[] | null;
  readonly teams: readonly string[];
  readonly capacity: number;
}

/** An invitation with the link that is shown this one time. */
export interface Invited {
  readonly ok: true;
  readonly invitation: StaffInvitation;
  readonly link: string;
}

/** `above_you`: of more than whoever invites is themselves. `email_taken`: they are here already. */
export type Inviting = Invited | { readonly ok: false; readonly reason: 'above_you' | 'email_taken' };

/** A new link for the first owner, in the place of the one before; null: somebody is here already. */
export async function inviteOwner(parts: LinkParts): Promise<string | null> {
  if (await parts.store.hasUsers()) return null;
  const wanted = {
    email: null,
    name: null,
    role: 'owner',
    workspaces: null,
    teams: [],
    capacity: 20,
  } as const;
  return (await makeInvitation(parts, { kind: 'owner', userId: null, invitedBy: null, ...wanted })).link;
}

export async function invite(parts: LinkParts, inviter: Inviter, wanted: Wanted): Promise<Inviting> {
  if (!mayManage(inviter.role, wanted.role) || !staysWithin(inviter, wanted)) {
    return { ok: false, reason: 'above_you' };
  }
  if ((await parts.store.findUserByEmail(wanted.email)) !== null) return { ok: false, reason: 'email_taken' };
  return makeInvitation(parts, { kind: 'invitation', userId: null, invitedBy: inviter.name, ...wanted });
}

/** A link by which someone begins anew. They are signed out at once; their password goes when the link is used. */
export async function inviteToReset(parts: LinkParts, by: string | null, user: StaffUser): Promise<Invited> {
  const { name, email, role, workspaces, teams, capacity } = user;
  await parts.store.endSessions(user.id);
  const kept = { name, email, role, workspaces, teams, capacity };
  return makeInvitation(parts, { kind: 'reset', userId: user.id, invitedBy: by, ...kept });
}

type Content = Omit<StaffInvitation, 'id' | 'tokenHash' | 'createdAt' | 'expiresAt'>;

async function makeInvitation(parts: LinkParts, content: Content): Promise<Invited> {
  const { store, now, newId, random, publicUrl } = parts;
  const token = newToken(random);
  const createdAt = now();
  const invitation = {
    ...content,
    id: newId(),
    tokenHash: hashToken(token),
    createdAt,
    expiresAt: createdAt + lifetimes[content.kind],
  };
  await store.addInvitation(invitation);
  return { ok: true, invitation, link: `${publicUrl}/welcome/${token}` };
}

/** Null: there is none that still lets in, whatever became of it. */
export async function readInvitation(
  { store, now }: Pick<IdentityParts, 'store' | 'now'>,
  token: string,
): Promise<StaffInvitation | null> {
  const found = await store.findInvitation(hashToken(token));
  return found === null || found.expiresAt <= now() ? null : found;
}

/** What somebody says who comes in. */
export interface Introduction {
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly password: string;
}

export type Accepting =
  | SigningIn
  | { readonly ok: false; readonly reason: 'gone' | 'email_taken' }
  | { readonly ok: false; readonly reason: 'lacking'; readonly what: 'name' | 'email' };

/** Whoever accepts is in, as far as one comes by a password. */
export async function acceptInvitation(
  parts: IdentityParts,
  token: string,
  said: Introduction,
  visitor: Visitor,
): Promise<Accepting> {
  const invitation = await readInvitation(parts, token);
  if (invitation === null) return { ok: false, reason: 'gone' };
  if (parts.passwords.isBusy) return busy;
  const coming = await introduce(parts, invitation, said);
  if (!('user' in coming)) return coming;
  const user = toUser(coming.user);
  const { begun, kept } = makeSession(parts, user, { standing: standingByPassword(user), visitor });
  const result = await parts.store.acceptInvitation(invitation.tokenHash, coming.arriving, kept);
  return result === 'accepted' ? { ok: true, session: begun } : { ok: false, reason: result };
}

const busy: Refused = slowDown(5);

type Coming =
  | { readonly user: StaffUser; readonly arriving: Arriving }
  | { readonly ok: false; readonly reason: 'gone' }
  | { readonly ok: false; readonly reason: 'lacking'; readonly what: 'name' | 'email' };

async function introduce(
  parts: IdentityParts,
  invitation: StaffInvitation,
  { name, email, password }: Introduction,
): Promise<Coming> {
  if (invitation.kind === 'reset') return beginAnew(parts, invitation.userId ?? '', password);
  const called = name ?? invitation.name;
  // The address that was invited is the one that comes in; only the first owner says it.
  const address = invitation.email ?? email;
  if (address === undefined) return { ok: false, reason: 'lacking', what: 'email' };
  if (called === null) return { ok: false, reason: 'lacking', what: 'name' };
  const passwordHash = await parts.passwords.hash(password);
  const user = newcomer(parts, invitation, { name: called, email: address, passwordHash });
  return { user, arriving: { kind: 'new', user } };
}

async function beginAnew(
  { store, passwords }: IdentityParts,
  userId: string,
  password: string,
): Promise<Coming> {
  const known = await store.findUser(userId);
  if (known === null) return { ok: false, reason: 'gone' };
  const change = {
    passwordHash: await passwords.hash(password),
    ...{ secondFactor: null, nextSecondFactor: null, lastCodeStep: null, recoveryCodes: null },
  };
  return { user: { ...known, ...change }, arriving: { kind: 'known', userId, change } };
}

function newcomer(
  { newId, now }: IdentityParts,
  { role, workspaces, teams, capacity }: StaffInvitation,
  said: Pick<StaffUser, 'name' | 'email' | 'passwordHash'>,
): StaffUser {
  return {
    ...said,
    ...{ role: toRole(role), workspaces, teams, capacity, id: newId(), createdAt: now() },
    ...{ secondFactor: null, nextSecondFactor: null, lastCodeStep: null, recoveryCodes: null },
    ...{ availability: 'available', language: null, timeZone: null, isDisabled: false, lastSeenAt: null },
  };
}
