import type { RunnerOptions } from 'graphile-worker';

/**
 * Connections to PostgreSQL for this engine alone, so that fetching never waits behind the store: one stands by to
 * listen, two or three more are busy at the most. It must listen for the 'error' of itself and of each of its clients,
 * or a lost connection would end the process.
 */
export type ConnectionPool = NonNullable<RunnerOptions['pgPool']>;
