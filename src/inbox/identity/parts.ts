import type { Staff } from '../../store/staff.js';
import type { Passwords } from './passwords.js';
import type { SecretSeal } from './secret-seal.js';
import type { SignInLimits } from './sign-in-limits.js';

/** What identity is made of: the store, and what comes in from outside. */
export interface IdentityParts {
  readonly store: Staff;
  readonly passwords: Passwords;
  readonly limits: SignInLimits;
  readonly seal: SecretSeal;
  /** Our clock, epoch ms. */
  readonly now: () => number;
  readonly newId: () => string;
  /** So many bytes that nobody can guess. */
  readonly random: (size: number) => Buffer;
  /** Where links lead; no slash at the end. */
  readonly publicUrl: string;
}

/** What it takes to make a link that lets somebody in. */
export type LinkParts = Pick<IdentityParts, 'newId' | 'now' | 'publicUrl' | 'random' | 'store'>;
