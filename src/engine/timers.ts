import type { Arrival, Decide, Store } from '../store/store.js';
import type { DueTimer } from '../store/reads.js';
import type { FollowUp } from './follow-up.js';
import type { Clock } from './ports.js';

/** Timers turned into events at once; more wait for the next round. */
const batch = 500;

export interface TimerParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly decide: Decide;
  readonly followUp: FollowUp;
}

/**
 * Turns every due timer into an event, or those of one conversation.
 *
 * @returns when the next one is due, epoch ms; null: none is set.
 */
export async function fireTimers(parts: TimerParts, conversationId?: string): Promise<number | null> {
  const { store, clock, decide, followUp } = parts;
  for (;;) {
    const now = clock.now();
    const due = await store.dueTimers(now, batch, conversationId);
    if (due.length === 0) return store.nextTimerAt(conversationId);
    followUp.after(
      await store.apply(
        due.map((timer) => toArrival(timer, now)),
        decide,
      ),
    );
  }
}

function toArrival({ id, conversationId, dueAt }: DueTimer, now: number): Arrival {
  return {
    address: { kind: 'conversation', conversationId },
    key: `timer:${id}`,
    content: { kind: 'timerFired', timerId: id, occurredAt: dueAt, receivedAt: now },
  };
}
