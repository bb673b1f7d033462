import type { z } from 'zod';
import type { listAccounts } from '../../contract/accounts.js';
import type { AccountStandings, AccountSummary } from '../../engine/engine.js';
import { showMoment } from './show-moment.js';

type AccountAnswer = z.input<typeof listAccounts.answer>['items'][number];

/** How it stands with one account, for people. */
export function showAccount(account: AccountSummary, standings: AccountStandings): AccountAnswer {
  const own = standingOf(account, standings);
  const spent = own.budgets.filter(({ left }) => left === 0);
  const rests = [...own.pauses.map(({ until }) => until), ...spent.flatMap(({ renewsAt }) => renewsAt ?? [])];
  return {
    workspace: account.workspace,
    name: account.name,
    channel: account.channel,
    state: stateOf(own, rests.length > 0),
    troubles: [
      ...new Set([...own.stops, ...own.pauses].map(({ reason }) => reason).concat(own.explanations)),
    ],
    rests_until: rests.length === 0 ? null : showMoment(Math.max(...rests)),
    budgets: own.budgets.map(({ per, most, left, renewsAt }) => ({
      ...{ what: `messages in ${inWords(per)}`, left, of: most },
      renews_at: renewsAt === null ? null : showMoment(renewsAt),
    })),
  };
}

interface Standing {
  readonly stops: AccountStandings['stoppedAccounts'];
  readonly pauses: AccountStandings['pausedAccounts'];
  readonly budgets: AccountStandings['budgets'];
  /** What is the matter with its token, and what its platform said of it. */
  readonly explanations: readonly string[];
  readonly isCatchingUp: boolean;
}

function standingOf({ workspace, name }: AccountSummary, standings: AccountStandings): Standing {
  const isIts = ({ account }: { readonly account: string }): boolean => account === `${workspace}/${name}`;
  const told = [...standings.tokenTroubles.filter(isIts), ...standings.accountNotices.filter(isIts)];
  return {
    stops: standings.stoppedAccounts.filter(isIts),
    pauses: standings.pausedAccounts.filter(isIts),
    budgets: standings.budgets.filter(isIts),
    explanations: told.map(({ explanation }) => explanation),
    isCatchingUp: standings.catchingUp.some(isIts),
  };
}

function stateOf({ stops, isCatchingUp }: Standing, rests: boolean): AccountAnswer['state'] {
  if (stops.length > 0) return 'stopped';
  if (rests) return 'slowed';
  return isCatchingUp ? 'catching_up' : 'good';
}

/** `900_000` → `15 minutes`. */
function inWords(duration: number): string {
  const hours = duration / 3_600_000;
  return hours >= 1 ? `${hours} hours` : `${duration / 60_000} minutes`;
}
