import { Counter, Gauge, type Registry } from 'prom-client';
import type { AccountStandings } from '../engine/engine.js';

/** How it stands with the accounts at the moment of asking. */
export type Standings = () => Promise<
  Pick<AccountStandings, 'budgets' | 'pausedAccounts' | 'stoppedAccounts'>
>;

export const noStandings = { budgets: [], pausedAccounts: [], stoppedAccounts: [] };

export function accountNotices(registers: Registry[]) {
  return new Counter({
    name: 'heyword_account_notices_total',
    help: 'What platforms said about accounts, by kind.',
    labelNames: ['workspace', 'account', 'kind'],
    registers,
  });
}

/** Read anew each time they are asked for; while the store cannot tell, the figures are absent. */
export function registerAccounts(registry: Registry, standings: Standings): void {
  const read = () => standings().catch(() => noStandings);
  const left = new Gauge({
    name: 'heyword_account_budget_left',
    help: 'Sends that are left of an account’s budget, by the length of its span.',
    labelNames: ['account', 'per_seconds'],
    registers: [registry],
    collect: async () => {
      const { budgets } = await read();
      left.reset();
      for (const { account, per, left: count } of budgets)
        left.set({ account, per_seconds: per / 1_000 }, count);
    },
  });
  const held = new Gauge({
    name: 'heyword_account_held',
    help: 'Accounts that send nothing now: 1, by whether they are paused or stopped.',
    labelNames: ['account', 'how'],
    registers: [registry],
    collect: async () => {
      const { pausedAccounts, stoppedAccounts } = await read();
      held.reset();
      for (const { account } of pausedAccounts) held.set({ account, how: 'paused' }, 1);
      for (const { account } of stoppedAccounts) held.set({ account, how: 'stopped' }, 1);
    },
  });
}
