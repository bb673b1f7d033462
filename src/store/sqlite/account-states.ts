import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Store } from '../store.js';
import { nextAccountState } from '../transactions/account-states.js';
import { bound, rowOf, type Drizzle } from './binding.js';
import type { Write } from './group-commit.js';
import { accountStates } from './schema/account-states.js';

export function prepareChangeAccountState(db: Drizzle, write: Write): Store['changeAccountState'] {
  const find = db
    .select(stateColumns)
    .from(accountStates)
    .where(
      and(
        eq(accountStates.workspace, sql.placeholder('workspace')),
        eq(accountStates.account, sql.placeholder('account')),
      ),
    )
    .prepare();
  const set = Object.fromEntries(
    Object.entries(stateColumns).map(([name, column]) => [name, bound(column, name)]),
  );
  const upsert = db
    .insert(accountStates)
    .values(rowOf(accountStates))
    .onConflictDoUpdate({ target: [accountStates.workspace, accountStates.account], set })
    .prepare();

  return (workspace, account, change, guard) =>
    write(() => {
      const next = nextAccountState(find.get({ workspace, account }) ?? null, change, guard);
      if (next !== null) upsert.run({ workspace, account, ...next });
      return next !== null;
    });
}

const { workspace: _workspace, account: _account, ...stateColumns } = getTableColumns(accountStates);
