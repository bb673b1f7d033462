import type { Role } from '../../contract/roles.js';

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

/** A session that is good, and how far its owner has come. */
export interface SignedIn {
  readonly user: User;
  readonly sessionId: string;
  readonly standing: 'signed_in' | 'code_needed' | 'second_factor_needed';
}

/** Whether someone may see what belongs to this workspace. */
export function seesWorkspace({ workspaces }: Pick<User, 'workspaces'>, workspace: string): boolean {
  return workspaces === null || workspaces.includes(workspace);
}
