import { and, desc, eq, sql } from 'drizzle-orm';
import { prepareQuery, type SharedDatabase } from '../queries/shared-database.js';
import type { Tables } from '../queries/tables.js';
import type { Staff, StaffSession } from '../staff.js';
import { rowsOf, type Steps, type Transact } from './transaction.js';

type SessionMethods =
  'beginSession' | 'findSession' | 'listSessions' | 'sawSession' | 'endSession' | 'endSessions';

export function prepareSessions(
  db: SharedDatabase,
  tables: Tables,
  transact: Transact,
): Pick<Staff, SessionMethods> {
  const { sessions } = tables;
  return {
    ...prepareSessionReads(db, tables),
    beginSession: (session, inPlaceOf, options) =>
      transact(function* (inside) {
        if (options?.endsOthers === true) yield* endSessionsOf(inside, tables, session.userId);
        if (inPlaceOf !== null)
          yield* rowsOf(inside.delete(sessions).where(eq(sessions.id, inPlaceOf)).returning());
        yield* rowsOf(inside.insert(sessions).values(session).returning());
      }),
    sawSession: (id, now) =>
      transact(function* (inside) {
        yield* rowsOf(
          inside.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, id)).returning(),
        );
      }),
    endSession: (userId, id) =>
      transact(function* (inside) {
        const isMeant = and(eq(sessions.id, id), eq(sessions.userId, userId));
        return (yield* rowsOf(inside.delete(sessions).where(isMeant).returning())).length > 0;
      }),
    endSessions: (userId) => transact((inside) => endSessionsOf(inside, tables, userId)),
  };
}

export function* endSessionsOf(
  db: SharedDatabase,
  { sessions }: Pick<Tables, 'sessions'>,
  userId: string,
): Steps<void> {
  yield* rowsOf(db.delete(sessions).where(eq(sessions.userId, userId)).returning({ id: sessions.id }));
}

function prepareSessionReads(db: SharedDatabase, { sessions, users }: Tables) {
  const find = prepareQuery(
    'find_session',
    db
      .select({ session: sessions, user: users })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(eq(sessions.secretHash, sql.placeholder('secretHash'))),
  );
  const list = prepareQuery(
    'list_sessions',
    db
      .select()
      .from(sessions)
      .where(eq(sessions.userId, sql.placeholder('userId')))
      .orderBy(desc(sessions.lastSeenAt), desc(sessions.id)),
  );
  return {
    findSession: async (secretHash: string) => (await find({ secretHash }))[0] ?? null,
    listSessions: (userId: string): Promise<readonly StaffSession[]> => list({ userId }),
  };
}
