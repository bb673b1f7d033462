import { isTakenBack } from '../../core/decide/taken-back.js';
import type { Effect } from '../../core/effect.js';
import type { Event } from '../../core/event.js';
import type { SaltedHash } from '../salted-hash.js';
import { DecisionNotReady, type Applied, type Decide } from '../store.js';
import { forgetHidden } from '../sealing/hidden-state.js';
import { SealBroken } from '../sealing/seal-broken.js';
import { DecisionFault } from './decision-fault.js';
import type { Rows, Verdict } from './rows.js';
import { saveEffect } from './save-effect.js';
import { tagsDiffer } from './tags.js';
import type { Thread } from './thread.js';
import { withoutWords } from './without-words.js';

interface DecisionParts {
  readonly hash: SaltedHash;
  readonly rows: Rows;
}

/** One event, decided; what follows from it is saved. */
interface Decided {
  readonly verdict: Verdict;
  readonly effects: readonly Effect[];
  readonly fault: DecisionFault | null;
}

/** Has events decided, and saves all that follows. Runs inside a transaction. */
export class Decisions {
  readonly #parts: DecisionParts;

  constructor(parts: DecisionParts) {
    this.#parts = parts;
  }

  /** Decides an event that has not been seen before, then those that had waited for it. */
  decide(thread: Thread, event: Event, decide: Decide): Applied {
    const { state, waitingEvents } = thread;
    const first = this.#decideOne(thread, event, decide);
    const isUnsaid = isTakenBack(thread.state, event);
    this.#parts.rows.log.append(thread, isUnsaid ? withoutWords(event) : event, first.verdict);
    if (first.verdict.disposition === 'deferred') thread.waitingEvents += 1;
    const all = [first, ...this.#decideWaiting(thread, decide)];
    const hasChanged = thread.state !== state || thread.waitingEvents !== waitingEvents;
    if (hasChanged) this.#parts.rows.threads.save(thread, event.receivedAt);
    if (tagsDiffer(state.contact.tags, thread.state.contact.tags)) this.#parts.rows.threads.saveTags(thread);
    return {
      conversationId: thread.id,
      eventId: event.id,
      result: first.verdict.disposition,
      effects: all.flatMap(({ effects }) => effects),
      fault: all.find(({ fault }) => fault !== null)?.fault ?? null,
    };
  }

  /** In order of arrival, until one must wait again. */
  #decideWaiting(thread: Thread, decide: Decide): readonly Decided[] {
    const all: Decided[] = [];
    while (thread.waitingEvents > 0 && thread.state.awaiting === null) {
      const waiting = this.#parts.rows.log.findOldestWaiting(thread);
      if (waiting === undefined) break;
      const { event, isUnreadable } = waiting;
      const decided = isUnreadable
        ? this.#giveToPerson(thread, event, decide, sealFault(event))
        : this.#decideOne(thread, event, decide);
      this.#parts.rows.log.decideAgain(waiting.sequence, decided.verdict);
      all.push(decided);
      if (decided.verdict.disposition === 'deferred') break;
      thread.waitingEvents -= 1;
    }
    return all;
  }

  #decideOne(thread: Thread, event: Event, decide: Decide): Decided {
    if (thread.unreadable !== undefined) return this.#decideForgotten(thread, event, decide);
    const decided = this.#attempt(thread, event, decide);
    return decided instanceof DecisionFault ? this.#giveToPerson(thread, event, decide, decided) : decided;
  }

  #attempt(thread: Thread, event: Event, decide: Decide): Decided | DecisionFault {
    let decision;
    try {
      decision = decide(thread.state, event);
    } catch (thrown) {
      if (thrown instanceof DecisionNotReady) throw thrown;
      return DecisionFault.of(event, thrown);
    }
    const { conversation, effects, disposition, trace } = decision;
    this.#closeRequest(thread, conversation.awaiting?.requestId);
    thread.state = conversation;
    // In their order: a cancellation spares what is said after it.
    for (const effect of effects) saveEffect(this.#parts.rows, thread, event, effect);
    const changedConsent = effects.some(({ kind }) => kind === 'recordConsent');
    const { isSensitive = false } = decision;
    return { verdict: { disposition, changedConsent, trace, isSensitive }, effects, fault: null };
  }

  /**
   * What cannot be opened any more counts as unknown from here: a person gets the conversation, and then the event is
   * decided upon what is left. So the person reads it, the bot keeps silent, and STOP is STOP (P4).
   */
  #decideForgotten(thread: Thread, event: Event, decide: Decide): Decided {
    const { effects, brokenSeal } = this.#handOver(thread, event, decide);
    const decided = this.#attempt(thread, event, decide);
    if (decided instanceof DecisionFault) return { verdict: poison(decided), effects, fault: decided };
    return {
      verdict: { ...decided.verdict, isSensitive: true, ...(brokenSeal !== undefined && { brokenSeal }) },
      effects: [...effects, ...decided.effects],
      fault: sealFault(event),
    };
  }

  /**
   * The event is kept as it came, for its repair, and sealed: nobody knows what it would have answered. A second decision,
   * about that, hands the conversation over.
   */
  #giveToPerson(thread: Thread, event: Event, decide: Decide, fault: DecisionFault): Decided {
    const { effects } = this.#handOver(thread, event, decide);
    return { verdict: poison(fault), effects, fault };
  }

  /** Decides that the event could not be; the seal that was broken is kept with that, or where that is the event itself, returned. */
  #handOver(
    thread: Thread,
    event: Event,
    decide: Decide,
  ): { readonly effects: readonly Effect[] } & Pick<Verdict, 'brokenSeal'> {
    const brokenSeal = this.#leaveUnreadable(thread);
    if (event.kind === 'decisionFailed') return { effects: [], ...brokenSeal };
    const { occurredAt, receivedAt } = event;
    const id = this.#parts.hash('conversation event', thread.id, 'decisionFailed', event.id);
    const failed: Event = { kind: 'decisionFailed', id, occurredAt, receivedAt, failedEventId: event.id };
    const handover = this.#decideOne(thread, failed, decide);
    this.#parts.rows.log.append(thread, failed, { ...handover.verdict, ...brokenSeal });
    return { effects: handover.effects };
  }

  #leaveUnreadable(thread: Thread): Pick<Verdict, 'brokenSeal'> {
    const { unreadable } = thread;
    if (unreadable === undefined) return {};
    delete thread.unreadable;
    thread.state = forgetHidden(thread.state);
    return { brokenSeal: unreadable };
  }

  #closeRequest(thread: Thread, stillAwaited: string | undefined): void {
    const { awaiting } = thread.state;
    if (awaiting !== null && awaiting.requestId !== stillAwaited) this.#parts.rows.requests.close(thread);
  }
}

/** Kept sealed: nobody knows what it would have answered. */
function poison({ trace }: DecisionFault): Verdict {
  return { disposition: 'poison', changedConsent: false, trace: [trace], isSensitive: true };
}

function sealFault(event: Event): DecisionFault {
  return DecisionFault.of(event, new SealBroken('not_genuine'));
}
