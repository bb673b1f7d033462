import { and, eq, sql } from 'drizzle-orm';
import type { Uploads } from '../uploads.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

export function prepareUploadReads(
  db: SharedDatabase,
  { conversations, uploads }: Tables,
): Pick<Uploads, 'findUploads' | 'readUpload'> {
  const { id, token, kind, mimeType, name, bytes, content } = uploads;
  const findOne = prepareQuery(
    'find_upload',
    db
      .select({ id, token, kind, mimeType, name, bytes })
      .from(uploads)
      .innerJoin(conversations, eq(conversations.number, uploads.conversation))
      .where(and(eq(id, sql.placeholder('id')), eq(conversations.id, sql.placeholder('conversationId')))),
  );
  const read = prepareQuery(
    'read_upload',
    db
      .select({ mimeType, name, content })
      .from(uploads)
      .where(eq(token, sql.placeholder('token'))),
  );
  return {
    async findUploads(conversationId, ids) {
      const found = await Promise.all(ids.map((one) => findOne({ id: one, conversationId })));
      return found.flat();
    },
    async readUpload(asked) {
      const [row] = await read({ token: asked });
      return row === undefined ? null : { ...row, content: Buffer.from(row.content, 'base64') };
    },
  };
}
