import { and, eq, sql } from 'drizzle-orm';
import type { Reads } from '../reads.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

export function prepareAccountStateReads(
  db: SharedDatabase,
  { accountStates }: Tables,
): Pick<Reads, 'readAccountState'> {
  const { token, refreshToken, tokenExpiresAt, tokenSource, heardUntil, updatedAt } = accountStates;
  const find = prepareQuery(
    'read_account_state',
    db
      .select({ token, refreshToken, tokenExpiresAt, tokenSource, heardUntil, updatedAt })
      .from(accountStates)
      .where(
        and(
          eq(accountStates.workspace, sql.placeholder('workspace')),
          eq(accountStates.account, sql.placeholder('account')),
        ),
      ),
  );
  return {
    readAccountState: async (workspace, account) => (await find({ workspace, account }))[0] ?? null,
  };
}
