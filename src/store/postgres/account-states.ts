import type pg from 'pg';
import type { AccountState } from '../reads.js';
import type { AccountStateChange, AccountStateGuard } from '../store.js';
import { nextAccountState } from '../transactions/account-states.js';
import { lockNumber, lockSpace } from './advisory-locks.js';
import { selectList } from './bulk-sql.js';
import { inTransaction } from './in-transaction.js';
import { accountStates } from './schema/account-states.js';

const findText = `select ${selectList(accountStates, [
  'token',
  'refreshToken',
  'tokenExpiresAt',
  'tokenSource',
  'heardUntil',
  'updatedAt',
])} from account_states where workspace = $1 and account = $2`;

const saveText = `insert into account_states (workspace, account, token, refresh_token, token_expires_at,
    token_source, heard_until, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (workspace, account) do update set token = excluded.token, refresh_token = excluded.refresh_token,
    token_expires_at = excluded.token_expires_at, token_source = excluded.token_source,
    heard_until = excluded.heard_until, updated_at = excluded.updated_at`;

/** One change of an account at a time, also of one that nothing is known of yet. */
export function changeAccountState(
  pool: pg.Pool,
  [workspace, account]: readonly [workspace: string, account: string],
  change: AccountStateChange,
  guard: AccountStateGuard,
): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const name = lockNumber(JSON.stringify([workspace, account]));
    await client.query('select pg_advisory_xact_lock($1, $2)', [lockSpace.accountStates, name]);
    const { rows } = await client.query<AccountState>(findText, [workspace, account]);
    const next = nextAccountState(rows[0] ?? null, change, guard);
    if (next === null) return false;
    const { token, refreshToken, tokenExpiresAt, tokenSource, heardUntil, updatedAt } = next;
    const values = [token, refreshToken, tokenExpiresAt, tokenSource, heardUntil, updatedAt];
    await client.query(saveText, [workspace, account, ...values]);
    return true;
  });
}
