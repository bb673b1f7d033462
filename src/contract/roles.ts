/** What people are here for, the most powerful first. */
export const roles = ['owner', 'lead', 'agent', 'marketer', 'viewer'] as const;

export type Role = (typeof roles)[number];

/** Roles that may do the most harm, and so sign in with a second factor. */
export const secondFactorRoles: readonly Role[] = ['owner', 'lead'];

/** What may be done, and by whom. */
const allowed = {
  /** See the queue and read chats. */
  read_chats: ['owner', 'lead', 'agent', 'viewer'],
  /** Answer, take over, assign, snooze, resolve, note, tag, block. */
  work_chats: ['owner', 'lead', 'agent'],
  /** Merge contacts; change what others saved for all. */
  lead_chats: ['owner', 'lead'],
  /** See which flows there are. */
  read_flows: ['owner', 'lead', 'agent', 'marketer', 'viewer'],
  /** See how it stands with the connected accounts. */
  see_accounts: ['owner', 'lead', 'marketer'],
  /** See who else is here. */
  see_people: ['owner', 'lead', 'agent', 'viewer'],
  /** Invite people and say what they may do: each up to their own role. */
  manage_people: ['owner', 'lead'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof allowed;

export function mayDo(role: Role, permission: Permission): boolean {
  return (allowed[permission] as readonly Role[]).includes(role);
}

/** Whether someone of this role may make or change someone of the other. */
export function mayManage(role: Role, other: Role): boolean {
  return mayDo(role, 'manage_people') && roles.indexOf(role) <= roles.indexOf(other);
}
