import { lte } from 'drizzle-orm';
import type { SharedDatabase } from '../queries/shared-database.js';
import type { Tables } from '../queries/tables.js';
import type { Staff } from '../staff.js';
import { prepareInvitations } from './invitations.js';
import { prepareSavedReplies, prepareSavedViews } from './saved.js';
import { prepareSessions } from './sessions.js';
import { rowsOf, type Transact } from './transaction.js';
import { prepareUsers } from './users.js';

/** All about those who work here: questions are asked of `db`, and what writes is done by `transact`. */
export function prepareStaff(db: SharedDatabase, tables: Tables, transact: Transact): Staff {
  const { sessions, invitations } = tables;
  return {
    ...prepareUsers(db, tables, transact),
    ...prepareSessions(db, tables, transact),
    ...prepareInvitations(db, tables, transact),
    ...prepareSavedReplies(db, tables, transact),
    ...prepareSavedViews(db, tables, transact),
    pruneStaff: (now) =>
      transact(function* (inside) {
        yield* rowsOf(inside.delete(sessions).where(lte(sessions.expiresAt, now)).returning());
        yield* rowsOf(inside.delete(invitations).where(lte(invitations.expiresAt, now)).returning());
      }),
  };
}
