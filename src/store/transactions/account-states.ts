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

/**
 * The state of an account after a change; null: it is not as the guard expects, somebody was quicker. Up to when an account was
 * heard says nothing of its token: who changes that is in nobody's way.
 */
export function nextAccountState(
  found: AccountState | null,
  change: AccountStateChange,
  { now, expectedUpdatedAt }: AccountStateGuard,
): AccountState | null {
  const before = found ?? unknown;
  if (expectedUpdatedAt !== undefined && (expectedUpdatedAt ?? unknown.updatedAt) !== before.updatedAt)
    return null;
  // Never the same moment twice: two changes within a millisecond are two.
  const updatedAt = isOfHearingAlone(change) ? before.updatedAt : Math.max(now, before.updatedAt + 1);
  return { ...before, ...change, updatedAt };
}

function isOfHearingAlone(change: AccountStateChange): boolean {
  const names = Object.keys(change);
  return names.length > 0 && names.every((name) => name === 'heardUntil');
}
