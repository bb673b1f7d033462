import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { SharedDatabase } from '../queries/shared-database.js';
import type { suppressions as suppressionsTable } from '../sqlite/schema/consent.js';
import type { erasures as erasuresTable } from '../sqlite/schema/erasures.js';
import type { meta as metaTable } from '../sqlite/schema/meta.js';

export type Erasure = typeof erasuresTable.$inferSelect;
export type Suppression = typeof suppressionsTable.$inferSelect;

/**
 * What must stay forgotten whichever backup is restored: who was erased, and which of them had said STOP. Tells nobody who
 * they were, so it may lie beside the backups.
 */
export interface Forgotten {
  /** Of which database; what is known of one says nothing about another. */
  readonly database: string;
  readonly erasures: readonly Erasure[];
  readonly suppressions: readonly Suppression[];
}

export interface ForgottenTables {
  readonly erasures: typeof erasuresTable;
  readonly suppressions: typeof suppressionsTable;
  readonly meta: typeof metaTable;
}

/** Reads it from a database, the oldest first. Null: the database has never been used. */
export async function readForgotten(
  db: SharedDatabase,
  { erasures, suppressions, meta }: ForgottenTables,
): Promise<Forgotten | null> {
  const [salt] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, 'salt'));
  if (salt === undefined) return null;
  return {
    database: nameDatabase(salt.value),
    erasures: await db.select().from(erasures).orderBy(asc(erasures.erasedAt), asc(erasures.contactId)),
    suppressions: await db
      .select()
      .from(suppressions)
      .orderBy(asc(suppressions.createdAt), asc(suppressions.hash)),
  };
}

/** The salt is like no other database's, and is kept through backups and copies; its hash gives nothing of it away. */
function nameDatabase(salt: string): string {
  return createHash('sha256').update(`heyword.database.1 ${salt}`).digest('hex').slice(0, 16);
}
