import type { IncomingHttpHeaders } from 'node:http';
import { asFields, asList, readCount } from '../fields.js';
import { parseJson } from '../json.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** Budgets that are counted over a rolling hour give a little back every minute. */
const APP_BUDGET_PAUSE = MINUTE;

/**
 * How long the platform asks us to wait, ms; null: it does not say. The longest of `Retry-After`, the time to regain
 * access in `X-Business-Use-Case-Usage` (minutes) and, where `X-App-Usage` (percent) says that the app's budget is used
 * up, a minute. At most a day.
 *
 * Source: Meta, "Graph API: rate limits" (platforms reference §2.7).
 */
export function readWaitingTime(headers: IncomingHttpHeaders, now: number): number | null {
  const waits = [
    retryAfter(headers['retry-after'], now),
    timeToRegainAccess(header(headers, 'x-business-use-case-usage')),
    pauseForApp(header(headers, 'x-app-usage')),
  ].filter((wait) => wait !== null);
  return waits.length === 0 ? null : Math.min(Math.max(...waits), DAY);
}

/** Seconds, or a date (RFC 9110 §10.2.3). */
function retryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  const seconds = readCount(value.trim());
  if (seconds !== null) return seconds * SECOND;
  const until = Date.parse(value);
  return Number.isNaN(until) ? null : Math.max(until - now, 0);
}

/** `{"<business>": [{ estimated_time_to_regain_access }, …], …}` */
function timeToRegainAccess(usage: unknown): number | null {
  const minutes = Object.values(asFields(usage) ?? {})
    .flatMap(asList)
    .map((use) => readCount(asFields(use)?.['estimated_time_to_regain_access']) ?? 0);
  const longest = Math.max(0, ...minutes);
  return longest === 0 ? null : longest * MINUTE;
}

/** `{ call_count, total_time, total_cputime }`, each in percent of the app's budget. */
function pauseForApp(usage: unknown): number | null {
  const used = Object.values(asFields(usage) ?? {}).some((percent) => (readCount(percent) ?? 0) >= 100);
  return used ? APP_BUDGET_PAUSE : null;
}

function header(headers: IncomingHttpHeaders, name: string): unknown {
  const value = headers[name];
  if (typeof value !== 'string') return null;
  const json = parseJson(Buffer.from(value));
  return json.ok ? json.value : null;
}
