import type { User } from '../identity/signed-in.js';

/** How long someone counts as here after a page of theirs has last said so, ms: it does every twenty seconds. */
export const onlineLasts = 60_000;

/** Whether they have the inbox open now. */
export function isOnline(
  { lastSeenAt, isDisabled }: Pick<User, 'lastSeenAt' | 'isDisabled'>,
  now: number,
): boolean {
  return !isDisabled && lastSeenAt !== null && now - lastSeenAt < onlineLasts;
}
