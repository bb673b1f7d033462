import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Uploads } from '../uploads.js';
import { bound, rowOf, type Drizzle } from './binding.js';
import type { Write } from './group-commit.js';
import { conversations } from './schema/conversations.js';
import { uploads } from './schema/uploads.js';

type UploadWrites = Pick<Uploads, 'saveUpload' | 'keepUploads' | 'pruneUploads'>;

export function prepareUploadWrites(db: Drizzle, write: Write): UploadWrites {
  const findConversation = db
    .select({
      conversation: conversations.number,
      workspace: conversations.workspace,
      account: conversations.account,
    })
    .from(conversations)
    .where(eq(conversations.id, sql.placeholder('id')))
    .prepare();
  const insert = db.insert(uploads).values(rowOf(uploads)).prepare();
  const keep = db
    .update(uploads)
    .set({ sentAt: bound(uploads.sentAt, 'now') })
    .where(eq(uploads.id, sql.placeholder('id')))
    .prepare();
  const unsent = and(isNull(uploads.sentAt), lt(uploads.createdAt, sql.placeholder('before')));
  const prune = db
    .delete(uploads)
    .where(inArray(uploads.id, db.select({ id: uploads.id }).from(uploads).where(unsent)))
    .prepare();

  return {
    saveUpload: ({ conversationId, content, ...upload }) =>
      write(() => {
        const whose = findConversation.get({ id: conversationId });
        if (whose === undefined) return false;
        insert.run({ ...upload, ...whose, content: content.toString('base64'), sentAt: null });
        return true;
      }),
    keepUploads: (ids, now) =>
      write(() => {
        for (const id of ids) keep.run({ id, now });
      }),
    pruneUploads: (before) => write(() => prune.run({ before }).changes),
  };
}
