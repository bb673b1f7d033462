import { listAccounts } from '../../contract/accounts.js';
import { showAccount } from './account-answer.js';
import { type Route, serve } from './route.js';
import { mayDiscover } from './visible.js';

/** The connected accounts. */
export const accountRoutes: readonly Route[] = [
  serve(listAccounts, async ({ caller }, { engine }) => {
    const standings = await engine.accounts();
    const accounts = engine.describeAccounts().filter(({ workspace }) => mayDiscover(caller, workspace));
    return { items: accounts.map((account) => showAccount(account, standings)) };
  }),
];
