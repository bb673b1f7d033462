import { listAccounts } from '../../../src/contract/accounts.js';
import { tellPresence } from '../../../src/contract/live.js';
import { allDone, answer, type FakeRoute } from './serve-contract.js';
import type { World } from './world.js';

/** Word that a page has said where its person is. */
export interface PresenceTold {
  readonly page: string;
  readonly conversation_id: string | null;
  readonly is_typing: boolean;
}

export function otherRoutes(world: World, told: PresenceTold[]): readonly FakeRoute[] {
  return [
    answer(listAccounts, () => ({
      items: world.me.workspaces.flatMap(({ name: workspace, accounts }) =>
        accounts.map((account) => ({
          ...account,
          workspace,
          state: 'good' as const,
          troubles: [],
          rests_until: null,
          budgets: [],
        })),
      ),
    })),
    answer(tellPresence, ({ body }) => {
      told.push(body);
      return allDone;
    }),
  ];
}
