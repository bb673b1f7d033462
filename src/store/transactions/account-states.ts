import type { AccountState } from '../reads.js';
import type { AccountStateChange, AccountStateGuard } from '../store.js';

const unknown: AccountState = {
  token: null,
  refreshToken: null,
  tokenExpiresAt: null,
  tokenSource: null,
  heardUntil: null,
  updatedAt: 0,
};

/** The state of an account after a change; null: it is not as the guard expects, somebody was quicker. */
export function nextAccountState(
  found: AccountState | null,
  change: AccountStateChange,
  { now, expectedUpdatedAt }: AccountStateGuard,
): AccountState | null {
  const foundAt = found?.updatedAt ?? null;
  if (expectedUpdatedAt !== undefined && expectedUpdatedAt !== foundAt) return null;
  // Never the same moment twice: two changes within a millisecond are two.
  const updatedAt = foundAt === null ? now : Math.max(now, foundAt + 1);
  return { ...(found ?? unknown), ...change, updatedAt };
}
