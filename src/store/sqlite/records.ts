import type { Event, SendFailed } from '../../core/event.js';
import type { MessageState } from '../../core/message.js';
import type { SaltedHash } from '../salted-hash.js';
import type { Applied, ClaimedMessage, Decide, SendOutcome } from '../store.js';
import type { Decisions } from './decisions.js';
import type { Outbox } from './outbox.js';
import type { Threads } from './threads.js';

interface RecordParts {
  readonly hash: SaltedHash;
  readonly threads: Threads;
  readonly outbox: Outbox;
  readonly decisions: Decisions;
}

/** Writes down what became of a send. Runs inside a transaction. */
export class Records {
  readonly #parts: RecordParts;

  constructor(parts: RecordParts) {
    this.#parts = parts;
  }

  /** Null: nothing had to be decided; with a token that is not the last claim's, nothing was written either. */
  record(message: ClaimedMessage, outcome: SendOutcome, now: number, decide: Decide): Applied | null {
    const { outbox } = this.#parts;
    const claimed = outbox.findClaimed(message);
    if (claimed === undefined) return null;
    const { sequence, state } = claimed;
    switch (outcome.kind) {
      case 'sent':
        outbox.arrive(sequence, now, outcome.platformMessageId);
        return null;
      case 'retry':
        if (state === 'sending')
          outbox.move(sequence, now, {
            state: 'queued',
            dueAt: outcome.at,
            explanation: outcome.explanation,
          });
        return null;
      case 'unknown':
        if (state === 'sending')
          outbox.move(sequence, now, { state: 'unknown', explanation: outcome.explanation });
        return null;
      case 'failed':
        if (!isUndecided(state)) return null;
        outbox.move(sequence, now, { state: 'failed', explanation: outcome.explanation });
        return this.#decide(message, outcome.failure, now, decide);
    }
  }

  #decide(
    message: ClaimedMessage,
    failure: SendFailed['failure'],
    now: number,
    decide: Decide,
  ): Applied | null {
    const { id: messageId, conversationId } = message;
    const thread = this.#parts.threads.findById(conversationId);
    if (thread === undefined) return null;
    const id = this.#parts.hash('conversation event', conversationId, 'sendFailed', messageId);
    const event: Event = { kind: 'sendFailed', id, occurredAt: now, receivedAt: now, messageId, failure };
    return this.#parts.decisions.decide(thread, event, decide);
  }
}

/** Not so when an echo has proved meanwhile that the message arrived. */
function isUndecided(state: MessageState | null): boolean {
  return state === 'sending' || state === 'unknown';
}
