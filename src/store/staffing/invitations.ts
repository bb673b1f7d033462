import { and, desc, eq, gt, sql, type SQL } from 'drizzle-orm';
import { prepareQuery, type SharedDatabase } from '../queries/shared-database.js';
import type { Tables } from '../queries/tables.js';
import type { Arriving, Staff, StaffInvitation, StaffSession } from '../staff.js';
import { endSessionsOf } from './sessions.js';
import { rowsOf, type Steps, type Transact } from './transaction.js';

type InvitationMethods =
  'addInvitation' | 'findInvitation' | 'listInvitations' | 'withdrawInvitation' | 'acceptInvitation';

export function prepareInvitations(
  db: SharedDatabase,
  tables: Tables,
  transact: Transact,
): Pick<Staff, InvitationMethods> {
  const { invitations } = tables;
  return {
    ...prepareInvitationReads(db, tables),
    addInvitation: (invitation) =>
      transact(function* (inside) {
        const sameEnd = and(eq(invitations.kind, invitation.kind), isToTheSame(tables, invitation));
        yield* rowsOf(inside.delete(invitations).where(sameEnd).returning());
        yield* rowsOf(inside.insert(invitations).values(invitation).returning());
      }),
    withdrawInvitation: (id) =>
      transact(function* (inside) {
        const isMeant = and(eq(invitations.id, id), eq(invitations.kind, 'invitation'));
        return (yield* rowsOf(inside.delete(invitations).where(isMeant).returning())).length > 0;
      }),
    acceptInvitation: (tokenHash, arriving, session) =>
      transact((inside) => acceptInvitation(inside, tables, { tokenHash, arriving, session })),
  };
}

function isToTheSame(
  { invitations }: Tables,
  { kind, email, userId }: Pick<StaffInvitation, 'kind' | 'email' | 'userId'>,
): SQL | undefined {
  if (kind === 'owner') return undefined;
  return kind === 'reset' ? eq(invitations.userId, userId ?? '') : eq(invitations.email, email ?? '');
}

interface Acceptance {
  readonly tokenHash: string;
  readonly arriving: Arriving;
  readonly session: StaffSession;
}

function* acceptInvitation(
  db: SharedDatabase,
  tables: Tables,
  { tokenHash, arriving, session }: Acceptance,
): Steps<'accepted' | 'gone' | 'email_taken'> {
  const { invitations, sessions } = tables;
  const isOpen = and(eq(invitations.tokenHash, tokenHash), gt(invitations.expiresAt, session.createdAt));
  const [invitation] = yield* rowsOf(db.select().from(invitations).where(isOpen));
  if (invitation === undefined) return 'gone';
  const refusal = yield* arrive(db, tables, invitation.kind, arriving);
  if (refusal !== null) return refusal;
  yield* rowsOf(db.delete(invitations).where(eq(invitations.id, invitation.id)).returning());
  yield* endSessionsOf(db, tables, session.userId);
  yield* rowsOf(db.insert(sessions).values(session).returning({ id: sessions.id }));
  return 'accepted';
}

/** Null: they have. */
function* arrive(
  db: SharedDatabase,
  { users }: Tables,
  kind: StaffInvitation['kind'],
  arriving: Arriving,
): Steps<'gone' | 'email_taken' | null> {
  if (arriving.kind === 'known') {
    const isMeant = and(eq(users.id, arriving.userId), eq(users.isDisabled, false));
    const changed = db.update(users).set(arriving.change).where(isMeant).returning({ id: users.id });
    return (yield* rowsOf(changed)).length > 0 ? null : 'gone';
  }
  const isThere = kind === 'owner' ? undefined : eq(users.email, arriving.user.email);
  const there = yield* rowsOf(db.select({ id: users.id }).from(users).where(isThere).limit(1));
  if (there.length > 0) return kind === 'owner' ? 'gone' : 'email_taken';
  yield* rowsOf(db.insert(users).values(arriving.user).returning({ id: users.id }));
  return null;
}

function prepareInvitationReads(db: SharedDatabase, { invitations }: Tables) {
  const find = prepareQuery(
    'find_invitation',
    db
      .select()
      .from(invitations)
      .where(eq(invitations.tokenHash, sql.placeholder('tokenHash'))),
  );
  const list = prepareQuery(
    'list_invitations',
    db
      .select()
      .from(invitations)
      .where(and(eq(invitations.kind, 'invitation'), gt(invitations.expiresAt, sql.placeholder('now'))))
      .orderBy(desc(invitations.createdAt), desc(invitations.id)),
  );
  return {
    findInvitation: async (tokenHash: string): Promise<StaffInvitation | null> =>
      (await find({ tokenHash }))[0] ?? null,
    listInvitations: (now: number): Promise<readonly StaffInvitation[]> => list({ now }),
  };
}
