import { StoreUnavailable, type Decide } from '../store.js';

/**
 * Writes what `work` decides. If that cannot be saved although the database is well (an id used twice, say), our decision
 * is to blame, as if it had thrown: so `work` runs again with one that does throw, which leaves a poison event and a
 * conversation in a person's hands; at the last with one that only leaves the record. Nothing that a platform delivers
 * is refused, and so delivered again and again, for a bug of ours.
 */
export async function writeDecision<T>(
  write: (work: () => T) => Promise<T>,
  work: (decide: Decide) => T,
  decide: Decide,
): Promise<T> {
  let attempt = decide;
  for (const nextAttempt of [handOver, onlyKeep]) {
    try {
      const present = attempt;
      return await write(() => work(present));
    } catch (fault) {
      if (fault instanceof StoreUnavailable) throw fault;
      attempt = nextAttempt(fault, decide);
    }
  }
  return write(() => work(attempt));
}

function handOver(fault: unknown, decide: Decide): Decide {
  return (conversation, event) => {
    if (event.kind === 'decisionFailed') return decide(conversation, event);
    throw fault;
  };
}

function onlyKeep(fault: unknown): Decide {
  return () => {
    throw fault;
  };
}
