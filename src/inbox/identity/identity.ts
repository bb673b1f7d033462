import type { SignedIn } from './signed-in.js';

/** Who is who, and how they show it. */
export interface Identity {
  /** By the secret in the cookie; null: it is none of ours, has ended, or its owner is no user any more. */
  findSession(secret: string): Promise<SignedIn | null>;
}
