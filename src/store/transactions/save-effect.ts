import type { Effect } from '../../core/effect.js';
import type { Event } from '../../core/event.js';
import { queuePrivateReply } from './private-replies.js';
import type { Rows } from './rows.js';
import type { Thread } from './thread.js';

/** Saves one thing that a decision about `event` asks for. */
export function saveEffect(rows: Rows, thread: Thread, event: Event, effect: Effect): void {
  const now = event.receivedAt;
  switch (effect.kind) {
    case 'recordMessage':
      return rows.received.record(thread, event.id, effect.message);
    case 'sendMessage':
    case 'replyPublicly':
      rows.queue.add(thread, now, effect.message);
      return queuePrivateReply(rows.privateReplies, thread, effect.message);
    case 'cancelMessages':
      return rows.queue.cancel(thread, now, effect);
    case 'settleMessage':
      return rows.settling.settle(thread, now, effect);
    case 'failMessage':
      return rows.settling.fail(thread, now, effect);
    case 'advanceMessages':
      return rows.settling.advance(thread, now, effect);
    case 'forgetMessage':
      return rows.received.forget(thread, effect.platformMessageId);
    case 'scheduleTimer':
      return rows.timers.schedule(thread, effect.timer);
    case 'cancelTimer':
      return rows.timers.cancel(thread, effect.timerId);
    case 'cancelTimers':
      return rows.timers.cancelAll(thread);
    case 'recordConsent':
      return rows.ledger.append(thread, effect.entry);
    case 'openHandoff':
      return rows.handoffs.open(thread, effect.handoff);
    case 'updateHandoff':
      return rows.handoffs.update(thread, effect.handoffId, effect.change);
    case 'rateHandoff':
      return rows.handoffs.rate(thread, effect.handoffId, effect.rating);
    case 'addNote':
      return rows.notes.add(thread, event.id, effect.note);
    case 'recordOutcome':
      return rows.outcomes.record(thread, effect.outcome);
    case 'fetchProfile':
    case 'lookUp':
    case 'drawCoupon':
      return rows.requests.open(thread, effect);
  }
}
