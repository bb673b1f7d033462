import { makesUnavailable } from './faults.js';

export interface FateOptions {
  /** Asks on any connection: `select pg_xact_status($1::xid8)` for the transaction in doubt. */
  readonly ask: () => Promise<string | null>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
}

/** How long is asked, and how long is waited before each further question, milliseconds. */
const patience = 5000;
const pause = 100;

/**
 * What became of a transaction whose COMMIT was not answered. `null`: it could not be found out in time, or is not known any
 * more (a standby that took over may never have heard of it); what depends on it must be looked up by its key.
 */
export async function findCommitFate({
  ask,
  wait,
  now,
}: FateOptions): Promise<'committed' | 'aborted' | null> {
  const until = now() + patience;
  while (true) {
    const status = await askOnce(ask);
    if (status === 'committed' || status === 'aborted') return status;
    // Too long ago for the server to remember.
    if (status === null || now() + pause > until) return null;
    await wait(pause);
  }
}

/** Nobody to ask is as good as "in progress": the next try may find somebody. */
async function askOnce(ask: FateOptions['ask']): Promise<string | null> {
  try {
    return await ask();
  } catch (fault) {
    if (makesUnavailable(fault)) return 'in progress';
    if (isOfTheFuture(fault)) return null;
    throw fault;
  }
}

/** The server has not given that number yet: it is another server than the one that did. */
function isOfTheFuture(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === '22023';
}
