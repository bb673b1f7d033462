import type { SupportedChannel } from '../core/channel.js';
import type { AccountState } from '../store/reads.js';

const hour = 3_600_000;
const day = 24 * hour;

/** How long a renewed token lasts. Source: Meta, Instagram Platform; X, OAuth 2.0 (platforms reference §4.1, §8.3). */
const lives: Partial<Record<SupportedChannel, number>> = { x: 2 * hour };
const usualLife = 60 * day;

/** Renewals are looked after once an hour, and take a while. */
const leastLeft = hour + 5 * 60_000;

/** Whether a token is in the last third of its life, or will not see the next look. Null: it never was renewed. */
export function isDue(
  channel: SupportedChannel,
  state: Pick<AccountState, 'tokenExpiresAt'> | null,
  now: number,
): boolean {
  if (state === null) return true;
  if (state.tokenExpiresAt === null) return false;
  return state.tokenExpiresAt - now < Math.max((lives[channel] ?? usualLife) / 3, leastLeft);
}
