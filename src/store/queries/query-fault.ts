import { DrizzleQueryError } from 'drizzle-orm';

/**
 * The driver's own error. Drizzle's around it names the query's values, which may be somebody's words; those must not reach
 * a log.
 */
export function withoutValues(fault: unknown): unknown {
  return fault instanceof DrizzleQueryError ? fault.cause : fault;
}
