import { DecisionNotReady, StoreUnavailable, type Decide } from '../store.js';

/** Writes what a decision makes of an event, all or nothing. */
type Write<T> = (decide: Decide) => Promise<T>;

/** How often one decision may ask for more time; then that counts as its fault. */
const mostPreparations = 3;

/**
 * Writes what is decided. If that cannot be saved although the database is well (an id used twice, say), our decision
 * is to blame, as if it had thrown: so it is written again with one that does throw, which leaves a poison event and a
 * conversation in a person's hands; at the last with one that only leaves the record. Nothing that a platform delivers
 * is refused, and so delivered again and again, for a bug of ours.
 */
export async function writeDecision<T>(write: Write<T>, decide: Decide): Promise<T> {
  let attempt = decide;
  for (const nextAttempt of [handOver, onlyKeep]) {
    try {
      return await writeWhenReady(write, attempt);
    } catch (fault) {
      if (fault instanceof StoreUnavailable) throw fault;
      attempt = nextAttempt(fault, decide);
    }
  }
  return write(attempt);
}

async function writeWhenReady<T>(write: Write<T>, decide: Decide): Promise<T> {
  for (let preparations = 0; ; preparations += 1) {
    try {
      return await write(decide);
    } catch (fault) {
      if (!(fault instanceof DecisionNotReady) || preparations === mostPreparations) throw fault;
      await fault.prepare();
    }
  }
}

function handOver(fault: unknown, decide: Decide): Decide {
  const thrown = settled(fault);
  return (conversation, event) => {
    if (event.kind === 'decisionFailed') return decide(conversation, event);
    throw thrown;
  };
}

function onlyKeep(fault: unknown): Decide {
  const thrown = settled(fault);
  return () => {
    throw thrown;
  };
}

/** One that never became ready is a fault like others; told as what it was, it would be waited for again. */
function settled(fault: unknown): unknown {
  return fault instanceof DecisionNotReady ? new Error(fault.message) : fault;
}
