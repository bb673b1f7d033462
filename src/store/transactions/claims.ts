import { capabilities, type SupportedChannel } from '../../core/channel.js';
import type { Refusal } from '../../core/message.js';
import { ratedApart } from '../../core/own-rate.js';
import type { BeginningSend, Claim, ClaimGate } from '../store.js';
import {
  awaitReplyPlace,
  giveUpPrivateReply,
  refusePrivateReply,
  takeReplyPlace,
} from './private-replies.js';
import type { OpenMessage, Rows } from './rows.js';
import type { Thread } from './thread.js';

interface ClaimParts {
  readonly newId: () => string;
  readonly rows: Pick<Rows, 'threads' | 'outbox' | 'privateReplies'>;
}

/**
 * How long a send may go unrecorded before it counts as unknown. Far beyond any send's own time-out: within the process
 * that began it nothing else ends it, and `recover` looks after what another process began.
 */
export const sendLease = 5 * 60_000;

/**
 * What took the word from a message that might have been sent: it is `cancelled`, as if the effect that cancels queued
 * messages had found it. All other refusals say that it might never have been: `not_sent`.
 */
const cancelling: ReadonlySet<Refusal> = new Set([
  'stopped',
  'owner_changed',
  'run_ended',
  'comment_gone',
  'erased',
]);

/** Picks what a conversation may send next. Runs inside a transaction; with the lane of one it makes P3 to P6 hold. */
export class Claims {
  readonly #parts: ClaimParts;

  constructor(parts: ClaimParts) {
    this.#parts = parts;
  }

  claim(conversationId: string, now: number, gate: ClaimGate): Claim {
    const thread = this.#parts.rows.threads.findById(conversationId);
    if (thread === undefined) return { kind: 'idle' };
    let [after, waiting]: [number, Claim | null] = [0, null];
    while (true) {
      const message = this.#parts.rows.outbox.findNext(thread, after);
      if (message === undefined) return waiting ?? { kind: 'idle' };
      if (waiting !== null && message.basis.kind === 'public_reply') return waiting;
      const claim = this.#look(thread, message, now, gate);
      if (claim !== null && !isOvertaken(message, claim)) return claim;
      waiting ??= claim;
      after = message.sequence;
    }
  }

  /** Null: it is settled, or is now; the next may go. */
  #look(thread: Thread, message: OpenMessage, now: number, gate: ClaimGate): Claim | null {
    switch (message.state) {
      case 'sending':
        return this.#waitForAnswer(thread, message, now);
      case 'unknown':
        return this.#waitForCertainty(thread, message, now);
      case 'queued':
        return this.#tryToSend(thread, message, now, gate);
    }
  }

  #waitForAnswer(thread: Thread, message: OpenMessage, now: number): Claim | null {
    const leaseEnd = this.#sinceWhen(message, now) + sendLease;
    if (now < leaseEnd) return { kind: 'wait', until: leaseEnd };
    const explanation = 'Nothing was heard of this send; whether it arrived is not known.';
    this.#parts.rows.outbox.move(message.sequence, now, { state: 'unknown', explanation });
    return this.#waitForCertainty(thread, { ...message, stateAt: now }, now);
  }

  #waitForCertainty({ channel }: Thread, message: OpenMessage, now: number): Claim | null {
    const until = this.#sinceWhen(message, now) + capabilities[channel].unknownHold;
    return now < until ? { kind: 'wait', until } : null;
  }

  /** A clock that was set back must not turn seconds of waiting into hours: then the wait begins anew. */
  #sinceWhen({ sequence, stateAt }: OpenMessage, now: number): number {
    if (stateAt > now) this.#parts.rows.outbox.restart(sequence, now);
    return Math.min(stateAt, now);
  }

  #tryToSend(thread: Thread, message: OpenMessage, now: number, gate: ClaimGate): Claim | null {
    if (message.dueAt !== null && now < message.dueAt) return { kind: 'wait', until: message.dueAt };
    const { sequence, state: _, stateAt: __, dueAt: ___, isUnreadable, ...queued } = message;
    const { privateReplies } = this.#parts.rows;
    const refused = isUnreadable ? 'unreadable' : gate.maySend(thread.state, queued, now);
    const refusal = refusePrivateReply(privateReplies, thread, queued, { now, refusal: refused });
    if (refusal !== null) return this.#refuse(thread, message, now, refusal);
    const placeAt = awaitReplyPlace(privateReplies, thread, queued, now);
    if (placeAt !== null) return { kind: 'wait', until: placeAt };
    const { id: conversationId, workspace, account, channel, platformId: contactPlatformId } = thread;
    const slotAt = gate.takeSlot(
      { workspace, account, channel, conversationId, ...rateFacts(channel, queued) },
      now,
    );
    if (slotAt !== null) return { kind: 'wait', until: slotAt };
    takeReplyPlace(privateReplies, thread, queued, now);
    const token = this.#parts.rows.outbox.begin(sequence, now, this.#parts.newId());
    const { lastContactMessageId } = thread.state;
    const to = {
      ...{ conversationId, workspace, account, channel, contactPlatformId, token },
      ...(lastContactMessageId == null ? {} : { lastContactMessageId }),
    };
    return { kind: 'send', message: { ...queued, attempts: queued.attempts + 1, ...to } };
  }

  #refuse(thread: Thread, message: OpenMessage, now: number, refusal: Refusal): null {
    const state = cancelling.has(refusal) ? 'cancelled' : 'not_sent';
    this.#parts.rows.outbox.move(message.sequence, now, { state, refusal });
    giveUpPrivateReply(this.#parts.rows.privateReplies, thread, message, refusal);
    return null;
  }
}

/** What it matters to of a message how fast its account may send. */
export function rateFacts(
  channel: SupportedChannel,
  message: Pick<OpenMessage, 'basis' | 'body'>,
): Pick<BeginningSend, 'basis' | 'ratedApart'> {
  const apart = ratedApart(channel, message);
  return { basis: message.basis.kind, ...(apart === undefined ? {} : { ratedApart: apart }) };
}

/**
 * A private reply that waits for its place, for days perhaps, holds up nothing that answers what the contact has written to
 * us since. What is said in public about it waits with it.
 */
function isOvertaken({ state, basis }: OpenMessage, claim: Claim): boolean {
  return claim.kind === 'wait' && state === 'queued' && basis.kind === 'private_reply';
}
