import type { SendFailed } from '../../core/engine-event.js';
import type { Event } from '../../core/event.js';
import type { MessageState } from '../../core/message.js';
import type { SaltedHash } from '../salted-hash.js';
import type { Applied, ClaimedMessage, Decide, SendOutcome } from '../store.js';
import type { Decisions } from './decisions.js';
import { finishPrivateReply } from './private-replies.js';
import type { Move, Rows } from './rows.js';

interface RecordParts {
  readonly hash: SaltedHash;
  readonly rows: Pick<Rows, 'threads' | 'outbox' | 'privateReplies'>;
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
    const claimed = this.#parts.rows.outbox.findClaimed(message);
    if (claimed === undefined) return null;
    const { sequence, state } = claimed;
    if (outcome.kind !== 'retry') finishPrivateReply(this.#parts.rows.privateReplies, message, message);
    if (outcome.kind === 'sent') {
      this.#parts.rows.outbox.arrive(sequence, now, outcome.platformMessageId);
      return null;
    }
    if (!isStillOpen(state, outcome.kind)) return null;
    this.#parts.rows.outbox.move(sequence, now, moveFor(outcome));
    return outcome.kind === 'failed' ? this.#decide(message, outcome.failure, now, decide) : null;
  }

  #decide(
    message: ClaimedMessage,
    failure: SendFailed['failure'],
    now: number,
    decide: Decide,
  ): Applied | null {
    const { id: messageId, conversationId } = message;
    const thread = this.#parts.rows.threads.findById(conversationId);
    if (thread === undefined) return null;
    const id = this.#parts.hash('conversation event', conversationId, 'sendFailed', messageId);
    const event: Event = { kind: 'sendFailed', id, occurredAt: now, receivedAt: now, messageId, failure };
    return this.#parts.decisions.decide(thread, event, decide);
  }
}

type Unsent = Exclude<SendOutcome, { kind: 'sent' }>;

/**
 * An echo may have proved meanwhile that the message arrived: then no outcome takes that back. One that is given up as
 * unknown can still be known to have failed, but not be tried again: the next may be on its way.
 */
function isStillOpen(state: MessageState | null, outcome: Unsent['kind']): boolean {
  return state === 'sending' || (state === 'unknown' && outcome === 'failed');
}

function moveFor(outcome: Unsent): Move {
  const { explanation } = outcome;
  switch (outcome.kind) {
    case 'retry':
      return { state: 'queued', dueAt: outcome.at, explanation };
    case 'unknown':
    case 'failed':
      return { state: outcome.kind, explanation };
  }
}
