import { type Role, roles, secondFactorRoles } from '../../contract/roles.js';
import type { StaffUser } from '../../store/staff.js';

/** Someone who works here. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Null: all of them. */
  readonly workspaces: readonly string[] | null;
  /** `workspace/team`. */
  readonly teams: readonly string[];
  /** How many open chats are assigned to them at the most. */
  readonly capacity: number;
  readonly isDisabled: boolean;
  readonly hasSecondFactor: boolean;
  readonly availability: 'available' | 'away';
  readonly language: 'en' | 'de' | null;
  /** IANA name; null: the browser's. */
  readonly timeZone: string | null;
  readonly createdAt: number;
  /** When one of their pages last said that it is open; null: none ever did. */
  readonly lastSeenAt: number | null;
}

export type Standing = 'signed_in' | 'code_needed' | 'second_factor_needed';

/** A session that is good, and how far its owner has come. */
export interface SignedIn {
  readonly user: User;
  readonly sessionId: string;
  readonly standing: Standing;
}

/** Whether someone may see what belongs to this workspace. */
export function seesWorkspace({ workspaces }: Pick<User, 'workspaces'>, workspace: string): boolean {
  return workspaces === null || workspaces.includes(workspace);
}

/** Without what only signing in needs to know. */
export function toUser(kept: StaffUser): User {
  const { id, name, email, workspaces, teams, capacity, isDisabled, availability } = kept;
  const { language, timeZone, createdAt, lastSeenAt } = kept;
  return {
    ...{ id, name, email, workspaces, teams, capacity, isDisabled, availability },
    ...{ language, timeZone, createdAt, lastSeenAt },
    role: toRole(kept.role),
    hasSecondFactor: kept.secondFactor !== null,
  };
}

/** A role that is not known, of a later version perhaps, may do the least. */
export function toRole(kept: string): Role {
  return roles.find((role) => role === kept) ?? 'viewer';
}

/** How far somebody comes by their password alone. */
export function standingByPassword(user: Pick<User, 'role' | 'hasSecondFactor'>): Standing {
  if (user.hasSecondFactor) return 'code_needed';
  return secondFactorRoles.includes(user.role) ? 'second_factor_needed' : 'signed_in';
}

/** How far a session is, whatever has become of its user since it began: a role that wants a second factor, or the factor. */
export function standingNow(begun: Standing, user: Pick<User, 'role' | 'hasSecondFactor'>): Standing {
  if (begun === 'signed_in') {
    return !user.hasSecondFactor && secondFactorRoles.includes(user.role) ? 'second_factor_needed' : begun;
  }
  return user.hasSecondFactor ? 'code_needed' : 'second_factor_needed';
}
