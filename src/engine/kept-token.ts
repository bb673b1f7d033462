import type { AccountState } from '../store/reads.js';
import { isFingerprintOf, openToken, type TokenOwner } from './token-seal.js';

/** A token that took the place of the one in the environment. */
export interface KeptToken {
  readonly token: string;
  readonly refreshToken: string | null;
  /** Epoch ms; null: it does not say. */
  readonly expiresAt: number | null;
}

type Tokens = Pick<AccountState, 'token' | 'refreshToken' | 'tokenExpiresAt' | 'tokenSource'>;

/** Whether what is kept stems from the token that the environment has now. */
export function isKeptOf(owner: TokenOwner, present: string, state: Tokens | null): boolean {
  return state !== null && isFingerprintOf(owner, state.tokenSource, present);
}

/** Null: nothing was renewed yet, or the environment has another token since. */
export function openKeptToken(owner: TokenOwner, present: string, state: Tokens | null): KeptToken | null {
  if (state === null || state.token === null || !isKeptOf(owner, present, state)) return null;
  const token = openToken(owner, state.token);
  const refreshToken = state.refreshToken === null ? null : openToken(owner, state.refreshToken);
  return token === null ? null : { token, refreshToken, expiresAt: state.tokenExpiresAt };
}
