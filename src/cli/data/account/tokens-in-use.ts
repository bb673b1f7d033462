import { openKeptToken } from '../../../engine/kept-token.js';
import type { Terminal } from '../../command.js';
import { hasDatabase } from '../store/database-place.js';
import { withStore } from '../with-store.js';
import type { ConfiguredAccount } from './configured-accounts.js';

/**
 * The accounts with the tokens that a server uses for them: the one that it renewed last where there is such, which the
 * database keeps, else the environment's. Without a database there is nothing to look up.
 */
export async function withTokensInUse(
  accounts: readonly ConfiguredAccount[],
  terminal: Terminal,
): Promise<readonly ConfiguredAccount[]> {
  if (!hasDatabase(terminal.environment['DATABASE_URL'])) return accounts;
  let found = accounts;
  await withStore(terminal, async (store) => {
    found = await Promise.all(
      accounts.map(async (account) => {
        const { workspace, definition, secrets, access } = account;
        const state = await store.readAccountState(workspace, definition.name);
        const kept = openKeptToken({ workspace, name: definition.name, secrets }, access.token, state);
        return kept === null ? account : { ...account, access: { ...access, token: kept.token } };
      }),
    );
    return 0;
  });
  return found;
}
