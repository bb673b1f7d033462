import { capabilities } from '../core/channel.js';
import type { Store } from '../store/store.js';
import type { Clock } from './ports.js';
import type { ConnectedAccount, Workspaces } from './workspaces.js';

interface BudgetParts {
  readonly store: Pick<Store, 'sendsSince'>;
  readonly workspaces: Pick<Workspaces, 'accounts'>;
  readonly clock: Clock;
}

/** What an account may still send of one of its longer budgets. */
export interface AccountBudget {
  /** Workspace and name: `main/studio_x`. */
  readonly account: string;
  /** Length of the span, ms. */
  readonly per: number;
  readonly most: number;
  readonly left: number;
  /** When the first of what was spent may be spent again, epoch ms; null: nothing was spent. */
  readonly renewsAt: number | null;
}

/** Of all accounts whose channels have longer budgets, over all processes. */
export async function readBudgets(parts: BudgetParts): Promise<readonly AccountBudget[]> {
  const { accounts } = parts.workspaces;
  return (await Promise.all(accounts.map((account) => readBudgetsOf(parts, account)))).flat();
}

async function readBudgetsOf(
  { store, clock }: BudgetParts,
  { workspace, name, channel }: ConnectedAccount,
): Promise<readonly AccountBudget[]> {
  const { budgets } = capabilities[channel];
  if (budgets.length === 0) return [];
  const now = clock.now();
  const longest = Math.max(...budgets.map(({ per }) => per));
  const sends = await store.sendsSince({ workspace, account: name }, now - longest);
  return budgets.map(({ most, per }) => {
    const spent = sends.filter((at) => at > now - per);
    const [first] = spent;
    const renewsAt = first === undefined ? null : first + per;
    return {
      account: `${workspace}/${name}`,
      ...{ per, most, left: Math.max(0, most - spent.length), renewsAt },
    };
  });
}
