import { asc, eq, isNull, sql } from 'drizzle-orm';
import type { Reads } from '../reads.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

export function prepareDeletionReads(
  db: SharedDatabase,
  { deletionRequests }: Tables,
): Pick<Reads, 'readDeletionRequest' | 'openDeletionRequests'> {
  const find = prepareQuery(
    'read_deletion_request',
    db
      .select()
      .from(deletionRequests)
      .where(eq(deletionRequests.code, sql.placeholder('code'))),
  );
  const listOpen = prepareQuery(
    'open_deletion_requests',
    db
      .select()
      .from(deletionRequests)
      .where(isNull(deletionRequests.doneAt))
      .orderBy(asc(deletionRequests.requestedAt), asc(deletionRequests.code)),
  );
  return {
    readDeletionRequest: async (code) => (await find({ code }))[0] ?? null,
    openDeletionRequests: () => listOpen(),
  };
}
