import type { StaffInvitation, StaffSession } from '../../store/staff.js';
import type { Accepting, Introduction, Invited, Inviter, Inviting, Wanted } from './invitations.js';
import type { Placement, Placing, PlacingRefused } from './people.js';
import type { SecondFactorBegun, SecondFactorConfirmed, SecondFactorRemoved } from './second-factor-setup.js';
import type { SigningIn } from './sign-in.js';
import type { SignedIn, User } from './signed-in.js';
import type { Visitor } from './visitor.js';

/** What people may say of themselves. */
export type OwnChange = Partial<Pick<User, 'name' | 'language' | 'timeZone' | 'availability'>>;

/** Who is who, and how they show it. */
export interface Identity {
  /** By the secret in the cookie; null: it is none of ours, has ended, or its owner is no user any more. */
  findSession(secret: string): Promise<SignedIn | null>;
  signIn(
    credentials: { readonly email: string; readonly password: string },
    visitor: Visitor,
  ): Promise<SigningIn>;
  giveCode(who: SignedIn, code: string, visitor: Visitor): Promise<SigningIn>;
  signOut(who: SignedIn): Promise<void>;

  /** Null: there is none that still lets in. */
  readInvitation(token: string): Promise<StaffInvitation | null>;
  acceptInvitation(token: string, said: Introduction, visitor: Visitor): Promise<Accepting>;

  beginSecondFactor(
    who: SignedIn,
    password: string | undefined,
    visitor: Visitor,
  ): Promise<SecondFactorBegun>;
  confirmSecondFactor(who: SignedIn, code: string, visitor: Visitor): Promise<SecondFactorConfirmed>;
  removeSecondFactor(who: SignedIn, password: string, visitor: Visitor): Promise<SecondFactorRemoved>;
  changeMe(who: SignedIn, change: OwnChange): Promise<User>;
  changePassword(
    who: SignedIn,
    passwords: { readonly current: string; readonly next: string },
    visitor: Visitor,
  ): Promise<SigningIn>;
  listSessions(who: SignedIn): Promise<readonly StaffSession[]>;
  /** False: they have no such session. */
  endSession(who: SignedIn, id: string): Promise<boolean>;

  listPeople(viewer: User): Promise<readonly User[]>;
  changePerson(by: User, id: string, placement: Placement): Promise<Placing>;
  resetPerson(by: User, id: string): Promise<Invited | PlacingRefused>;
  invite(inviter: Inviter, wanted: Wanted): Promise<Inviting>;
  listInvitations(viewer: User): Promise<readonly StaffInvitation[]>;
  withdrawInvitation(by: User, id: string): Promise<boolean>;

  /** A one-time link that makes the first owner; null: somebody is here already. */
  inviteOwner(): Promise<string | null>;
}
