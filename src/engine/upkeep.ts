import type { Store } from '../store/store.js';
import type { Clock, EngineLog } from './ports.js';

const day = 86_400_000;

/**
 * How long the key of an event is kept that did not change consent: longer than the longest a platform repeats a
 * delivery (WhatsApp: 7 days), so that no late repetition counts as new (P2).
 */
const keysKept = 30 * day;

/** How long a file stays that an agent uploaded and did not send. */
const unsentKept = day;

export interface UpkeepParts {
  readonly store: Pick<Store, 'prune' | 'pruneStaff' | 'pruneUploads' | 'maintain'>;
  readonly clock: Clock;
  readonly log: EngineLog;
}

/** Forgets what nobody needs any more. */
export async function pruneStore({ store, clock, log }: UpkeepParts): Promise<void> {
  const { events } = await store.prune(clock.now() - keysKept);
  const uploads = await store.pruneUploads(clock.now() - unsentKept);
  await store.pruneStaff(clock.now());
  log.info({ events, uploads }, 'old events and unsent uploads pruned');
}

/** Keeps the files small and the statistics fresh. */
export async function maintainStore({ store }: UpkeepParts): Promise<void> {
  await store.maintain();
}
