import { mayManage, type Role } from '../../contract/roles.js';
import type { StaffInvitation, StaffUser } from '../../store/staff.js';
import { inviteToReset, type Invited } from './invitations.js';
import type { IdentityParts, LinkParts } from './parts.js';
import { toRole, toUser, type User } from './signed-in.js';
import { meets, staysWithin } from './within-reach.js';

/** Everybody whom `viewer` has a workspace in common with. */
export async function listPeople({ store }: IdentityParts, viewer: User): Promise<readonly User[]> {
  return (await store.listUsers()).map(toUser).filter((user) => meets(viewer, user));
}

async function findPerson({ store }: IdentityParts, viewer: User, id: string): Promise<User | null> {
  const found = await store.findUser(id);
  return found !== null && meets(viewer, toUser(found)) ? toUser(found) : null;
}

/** What may be said of somebody else; what is left out stays. */
export interface Placement {
  readonly role?: Role;
  readonly workspaces?: readonly string[] | null;
  readonly teams?: readonly string[];
  readonly capacity?: number;
  readonly isDisabled?: boolean;
}

/** `above_you`: they are more than you, or would be. `yourself`: nobody changes their own role or shuts themselves out. */
export type PlacingRefused = {
  readonly ok: false;
  readonly reason: 'not_found' | 'above_you' | 'yourself' | 'last_owner';
};

export type Placing = { readonly ok: true; readonly user: User } | PlacingRefused;

export async function changePerson(
  parts: IdentityParts,
  by: User,
  id: string,
  placement: Placement,
): Promise<Placing> {
  const person = await findPerson(parts, by, id);
  if (person === null) return { ok: false, reason: 'not_found' };
  const placed = { ...person, ...placement };
  const isSelf = by.id === id;
  if (isSelf && (placed.role !== by.role || placed.isDisabled)) return { ok: false, reason: 'yourself' };
  if (!isWithinReach(by, person) || !isWithinReach(by, placed)) return { ok: false, reason: 'above_you' };
  const result = await parts.store.changeUser(id, placement);
  if (result === 'unknown') return { ok: false, reason: 'not_found' };
  return result === 'changed' ? { ok: true, user: placed } : { ok: false, reason: result };
}

export async function resetPerson(
  parts: IdentityParts,
  by: User,
  id: string,
): Promise<Invited | PlacingRefused> {
  const kept = await parts.store.findUser(id);
  if (kept === null || !meets(by, toUser(kept))) return { ok: false, reason: 'not_found' };
  if (by.id === id) return { ok: false, reason: 'yourself' };
  if (kept.isDisabled || !isWithinReach(by, toUser(kept))) return { ok: false, reason: 'above_you' };
  return inviteToReset(parts, by.name, kept);
}

/** Those that `viewer` could have made. */
export async function listInvitations(
  { store, now }: IdentityParts,
  viewer: User,
): Promise<readonly StaffInvitation[]> {
  return (await store.listInvitations(now())).filter((one) => couldMake(viewer, one));
}

/** False: there is none, or it is not theirs to withdraw. */
export async function withdrawInvitation(parts: IdentityParts, by: User, id: string): Promise<boolean> {
  const isTheirs = (await listInvitations(parts, by)).some((one) => one.id === id);
  return isTheirs && parts.store.withdrawInvitation(id);
}

function couldMake(user: User, invitation: StaffInvitation): boolean {
  return mayManage(user.role, toRole(invitation.role)) && staysWithin(user, invitation);
}

function isWithinReach(by: User, user: Pick<User, 'role' | 'workspaces' | 'teams'>): boolean {
  return mayManage(by.role, user.role) && staysWithin(by, user);
}

/** Someone whose link was lost, for the operator of the machine. */
export async function resetByEmail(parts: LinkParts, email: string): Promise<Invited | null> {
  const found: StaffUser | null = await parts.store.findUserByEmail(email);
  return found === null || found.isDisabled ? null : inviteToReset(parts, null, found);
}
