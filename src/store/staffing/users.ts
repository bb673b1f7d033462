import { and, asc, eq, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { prepareQuery, type SharedDatabase } from '../queries/shared-database.js';
import type { Tables } from '../queries/tables.js';
import { ownerRole, type Staff, type StaffUser, type UserChange } from '../staff.js';
import { rowsOf, type Steps, type Transact } from './transaction.js';

type UserMethods =
  | 'hasUsers'
  | 'findUser'
  | 'findUserByEmail'
  | 'listUsers'
  | 'changeUser'
  | 'sawUser'
  | 'spendCodeStep'
  | 'spendRecoveryCode';

export function prepareUsers(
  db: SharedDatabase,
  tables: Tables,
  transact: Transact,
): Pick<Staff, UserMethods> {
  const { users } = tables;
  return {
    ...prepareUserReads(db, tables),
    changeUser: (id, change) => transact((inside) => changeUser(inside, tables, id, change)),
    sawUser: (id, now) =>
      transact(function* (inside) {
        yield* rowsOf(inside.update(users).set({ lastSeenAt: now }).where(eq(users.id, id)).returning());
      }),
    spendCodeStep: (id, step) =>
      transact(function* (inside) {
        const isNewer = or(isNull(users.lastCodeStep), lt(users.lastCodeStep, step));
        const spent = inside
          .update(users)
          .set({ lastCodeStep: step })
          .where(and(eq(users.id, id), isNewer));
        return (yield* rowsOf(spent.returning({ id: users.id }))).length > 0;
      }),
    spendRecoveryCode: (id, hash) =>
      transact((inside) => spendRecoveryCode(inside, tables, { userId: id, hash })),
  };
}

function prepareUserReads(db: SharedDatabase, { users }: Tables) {
  const any = prepareQuery('any_user', db.select({ id: users.id }).from(users).limit(1));
  const find = prepareQuery(
    'find_user',
    db
      .select()
      .from(users)
      .where(eq(users.id, sql.placeholder('id'))),
  );
  const findByEmail = prepareQuery(
    'find_user_by_email',
    db
      .select()
      .from(users)
      .where(eq(users.email, sql.placeholder('email'))),
  );
  const list = prepareQuery('list_users', db.select().from(users).orderBy(asc(users.name), asc(users.id)));
  return {
    hasUsers: async () => (await any()).length > 0,
    findUser: async (id: string): Promise<StaffUser | null> => (await find({ id }))[0] ?? null,
    findUserByEmail: async (email: string): Promise<StaffUser | null> =>
      (await findByEmail({ email }))[0] ?? null,
    listUsers: (): Promise<readonly StaffUser[]> => list(),
  };
}

function* changeUser(
  db: SharedDatabase,
  tables: Tables,
  id: string,
  change: UserChange,
): Steps<'changed' | 'unknown' | 'last_owner'> {
  const { users, sessions, invitations } = tables;
  const [known] = yield* rowsOf(db.select().from(users).where(eq(users.id, id)));
  if (known === undefined) return 'unknown';
  if (isActiveOwner(known) && !isActiveOwner({ ...known, ...change })) {
    const isOther = and(eq(users.role, ownerRole), eq(users.isDisabled, false), ne(users.id, id));
    const others = yield* rowsOf(db.select({ id: users.id }).from(users).where(isOther).limit(1));
    if (others.length === 0) return 'last_owner';
  }
  yield* rowsOf(
    db
      .update(users)
      .set({ ...known, ...change })
      .where(eq(users.id, id))
      .returning({ id: users.id }),
  );
  if (change.isDisabled === true) {
    yield* rowsOf(db.delete(sessions).where(eq(sessions.userId, id)).returning({ id: sessions.id }));
    yield* rowsOf(db.delete(invitations).where(eq(invitations.userId, id)).returning({ id: invitations.id }));
  }
  return 'changed';
}

function isActiveOwner({ role, isDisabled }: Pick<StaffUser, 'role' | 'isDisabled'>): boolean {
  return role === ownerRole && !isDisabled;
}

function* spendRecoveryCode(
  db: SharedDatabase,
  { users }: Tables,
  { userId, hash }: { readonly userId: string; readonly hash: string },
): Steps<boolean> {
  const isMeant = eq(users.id, userId);
  const [found] = yield* rowsOf(db.select({ left: users.recoveryCodes }).from(users).where(isMeant));
  const left = found?.left ?? [];
  if (!left.includes(hash)) return false;
  const recoveryCodes = left.filter((code) => code !== hash);
  yield* rowsOf(db.update(users).set({ recoveryCodes }).where(isMeant).returning({ id: users.id }));
  return true;
}
