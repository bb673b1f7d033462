import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { prepareQuery, type SharedDatabase } from '../queries/shared-database.js';
import type { Tables } from '../queries/tables.js';
import type { SavedReply, SavedView, Staff } from '../staff.js';
import { rowsOf, type Steps, type Transact } from './transaction.js';

type ReplyMethods = 'listSavedReplies' | 'findSavedReply' | 'saveReply' | 'deleteReply';
type ViewMethods = 'listSavedViews' | 'findSavedView' | 'saveView' | 'deleteView';

export function prepareSavedReplies(
  db: SharedDatabase,
  tables: Tables,
  transact: Transact,
): Pick<Staff, ReplyMethods> {
  const { savedReplies } = tables;
  const isFor = or(eq(savedReplies.ownerId, sql.placeholder('ownerId')), eq(savedReplies.isShared, true));
  const list = prepareQuery(
    'list_saved_replies',
    db.select().from(savedReplies).where(isFor).orderBy(asc(savedReplies.shortcut), asc(savedReplies.id)),
  );
  const find = prepareQuery(
    'find_saved_reply',
    db
      .select()
      .from(savedReplies)
      .where(eq(savedReplies.id, sql.placeholder('id'))),
  );
  return {
    listSavedReplies: (ownerId): Promise<readonly SavedReply[]> => list({ ownerId }),
    findSavedReply: async (id) => (await find({ id }))[0] ?? null,
    saveReply: (reply) => transact((inside) => saveReply(inside, tables, reply)),
    deleteReply: (id) =>
      transact(function* (inside) {
        yield* rowsOf(inside.delete(savedReplies).where(eq(savedReplies.id, id)).returning());
      }),
  };
}

/** Looked for rather than left to the unique key, to which one for all workspaces is never the same as another. */
function* saveReply(
  db: SharedDatabase,
  { savedReplies }: Tables,
  reply: SavedReply,
): Steps<'saved' | 'taken'> {
  const { id, ownerId, workspace, shortcut } = reply;
  const isThere = and(
    eq(savedReplies.ownerId, ownerId),
    eq(savedReplies.shortcut, shortcut),
    workspace === null ? isNull(savedReplies.workspace) : eq(savedReplies.workspace, workspace),
    ne(savedReplies.id, id),
  );
  const others = yield* rowsOf(db.select({ id: savedReplies.id }).from(savedReplies).where(isThere));
  if (others.length > 0) return 'taken';
  const { id: _id, ...set } = reply;
  yield* rowsOf(
    db
      .insert(savedReplies)
      .values(reply)
      .onConflictDoUpdate({ target: savedReplies.id, set })
      .returning({ id: savedReplies.id }),
  );
  return 'saved';
}

export function prepareSavedViews(
  db: SharedDatabase,
  { savedViews }: Tables,
  transact: Transact,
): Pick<Staff, ViewMethods> {
  const isFor = or(eq(savedViews.ownerId, sql.placeholder('ownerId')), eq(savedViews.isShared, true));
  const list = prepareQuery(
    'list_saved_views',
    db.select().from(savedViews).where(isFor).orderBy(asc(savedViews.name), asc(savedViews.id)),
  );
  const find = prepareQuery(
    'find_saved_view',
    db
      .select()
      .from(savedViews)
      .where(eq(savedViews.id, sql.placeholder('id'))),
  );
  return {
    listSavedViews: (ownerId): Promise<readonly SavedView[]> => list({ ownerId }),
    findSavedView: async (id) => (await find({ id }))[0] ?? null,
    saveView: (view) =>
      transact(function* (inside) {
        yield* rowsOf(inside.insert(savedViews).values(view).returning({ id: savedViews.id }));
      }),
    deleteView: (id) =>
      transact(function* (inside) {
        yield* rowsOf(inside.delete(savedViews).where(eq(savedViews.id, id)).returning());
      }),
  };
}
