import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Reads } from '../reads.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

/** When an account began its last sends, whatever became of them: budgets of platforms count tries. */
export function prepareSendReads(db: SharedDatabase, { messages }: Tables): Pick<Reads, 'sendsSince'> {
  const { account, claimedAt, workspace } = messages;
  const isAccounts = and(
    eq(account, sql.placeholder('account')),
    eq(workspace, sql.placeholder('workspace')),
  );
  const moments = prepareQuery(
    'sends_since',
    db
      .select({ at: claimedAt })
      .from(messages)
      .where(and(isAccounts, gt(claimedAt, sql.placeholder('since'))))
      .orderBy(asc(claimedAt)),
  );
  return {
    sendsSince: async ({ workspace, account }, since) =>
      (await moments({ workspace, account, since })).flatMap(({ at }) => (at === null ? [] : [at])),
  };
}
