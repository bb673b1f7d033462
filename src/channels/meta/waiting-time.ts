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

/** From this share of a budget on, percent, an account had better rest between two sends. */
const NEARLY_USED = 80;
/** At 95 percent it rests this many times as long as at {@link NEARLY_USED}. */
const SLOWING = 30;

/**
 * How long an account had better rest after a send that went well, ms; null: its budgets have room. A second where 80
 * percent of the fullest budget are used, half a minute at 95, and the time that the platform estimates, or a minute, where
 * it is used up.
 *
 * Source: Meta, "Graph API: rate limits" (platforms reference §2.7).
 */
export function readRest(headers: IncomingHttpHeaders): number | null {
  const business = header(headers, 'x-business-use-case-usage');
  const used = Math.max(percentUsed(header(headers, 'x-app-usage')), percentUsedByBusiness(business));
  const regained = timeToRegainAccess(business);
  if (used >= 100 || regained !== null) return Math.min(regained ?? APP_BUDGET_PAUSE, DAY);
  if (used < NEARLY_USED) return null;
  const rest = SECOND * SLOWING ** ((used - NEARLY_USED) / 15);
  return Math.min(Math.round(rest), MINUTE);
}

/** The fullest of all budgets, percent. */
function percentUsedByBusiness(usage: unknown): number {
  const uses = Object.values(asFields(usage) ?? {}).flatMap(asList);
  return Math.max(0, ...uses.map(percentUsed));
}

const budgets = ['call_count', 'total_time', 'total_cputime'];

function percentUsed(usage: unknown): number {
  const use = asFields(usage) ?? {};
  return Math.max(0, ...budgets.map((budget) => readCount(use[budget]) ?? 0));
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
