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
 * Turns every due timer into an event.
 *
 * @returns when the next one is due, epoch ms; null: none is set.
 */
export async function fireTimers(parts: TimerParts): Promise<number | null> {
  await fireAll(parts);
  return parts.store.nextTimerAt();
}

/** Turns every due timer of a conversation into an event. */
export function fireTimersOf(parts: TimerParts, conversationId: string): Promise<void> {
  return fireAll(parts, conversationId);
}

async function fireAll(
  { store, clock, decide, followUp }: TimerParts,
  conversationId?: string,
): Promise<void> {
  for (;;) {
    const now = clock.now();
    const due = await store.dueTimers(now, batch, conversationId);
    if (due.length === 0) return;
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
