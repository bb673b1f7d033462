import type { Effect } from '../../core/effect.js';
import type { Event } from '../../core/event.js';
import type { HandoffWriter } from './handoff-writer.js';
import type { LedgerWriter } from './ledger-writer.js';
import type { OutcomeWriter } from './outcome-writer.js';
import type { Queue } from './queue.js';
import type { ReceivedMessages } from './received-messages.js';
import type { Requests } from './requests.js';
import type { Settling } from './settling.js';
import type { Thread } from './threads.js';
import type { Timers } from './timers.js';

interface EffectParts {
  readonly handoffs: HandoffWriter;
  readonly ledger: LedgerWriter;
  readonly outcomes: OutcomeWriter;
  readonly queue: Queue;
  readonly received: ReceivedMessages;
  readonly requests: Requests;
  readonly settling: Settling;
  readonly timers: Timers;
}

/** Saves what a decision about `event` asks for, in its order: a cancellation spares what is said after it. */
export type SaveEffects = (thread: Thread, event: Event, effects: readonly Effect[]) => void;

export function createSaveEffects(parts: EffectParts): SaveEffects {
  return (thread, event, effects) => {
    for (const effect of effects) saveEffect(parts, thread, event, effect);
  };
}

function saveEffect(parts: EffectParts, thread: Thread, event: Event, effect: Effect): void {
  const now = event.receivedAt;
  switch (effect.kind) {
    case 'recordMessage':
      return parts.received.record(thread, event.id, effect.message);
    case 'sendMessage':
      return parts.queue.add(thread, now, effect.message);
    case 'cancelMessages':
      return parts.queue.cancel(thread, now, effect);
    case 'settleMessage':
      return parts.settling.settle(thread, now, effect);
    case 'advanceMessages':
      return parts.settling.advance(thread, now, effect);
    case 'forgetMessage':
      return parts.received.forget(thread, effect.platformMessageId);
    case 'scheduleTimer':
      return parts.timers.schedule(thread, effect.timer);
    case 'cancelTimer':
      return parts.timers.cancel(thread, effect.timerId);
    case 'cancelTimers':
      return parts.timers.cancelAll(thread);
    case 'recordConsent':
      return parts.ledger.append(thread, effect.entry);
    case 'openHandoff':
      return parts.handoffs.open(thread, effect.handoff);
    case 'updateHandoff':
      return parts.handoffs.update(thread, effect.handoffId, effect.change);
    case 'recordOutcome':
      return parts.outcomes.record(thread, effect.outcome);
    case 'fetchProfile':
      return parts.requests.open(thread, effect);
  }
}
