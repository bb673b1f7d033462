import type { IncomingHttpHeaders } from 'node:http';
import { readCount } from '../fields.js';

const day = 24 * 3_600_000;

/** How long until the budget is whole again, ms, by `x-rate-limit-reset` (epoch s); null: it is not told. At most a day. */
export function untilReset(headers: IncomingHttpHeaders, now: number): number | null {
  const reset = readCount(headers['x-rate-limit-reset']);
  return reset === null ? null : Math.min(Math.max(reset * 1000 - now, 0), day);
}

/** How long an account that was just obeyed had better rest, ms; 0: its budget is not used up. */
export function restAfter(headers: IncomingHttpHeaders, now: number): number {
  return readCount(headers['x-rate-limit-remaining']) === 0 ? (untilReset(headers, now) ?? 0) : 0;
}
