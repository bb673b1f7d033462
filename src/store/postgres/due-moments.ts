import type { AddedMessage } from './changes.js';
import type { HeldThread } from './held-rows.js';

/** When a conversation wants to be looked at next. */
export interface Due {
  readonly conversationId: string;
  /** Epoch ms. */
  readonly at: number;
}

interface Mark {
  /** The earliest moment that was named; infinity: none. */
  readonly at: number;
  /** Whether what waits to go out counts too, and from when on; infinity: not. */
  readonly sendsFrom: number;
}

const noMark: Mark = { at: Infinity, sendsFrom: Infinity };

/**
 * When the conversations of a transaction are due, worked out at its end from all that is to come: the oldest message that
 * may go out, the next timer. So the moment that was announced last is always the right one.
 */
export class DueMoments {
  readonly #marks = new Map<HeldThread, Mark>();
  readonly #added = new Map<HeldThread, AddedMessage[]>();

  /** Something may go out that could not before, or a timer has changed. */
  mark(held: HeldThread, now: number): void {
    const { at, sendsFrom } = this.#marks.get(held) ?? noMark;
    this.#marks.set(held, { at, sendsFrom: Math.min(sendsFrom, now) });
  }

  /** A claim has looked at what waits to go out: not before then. Infinity: nothing waits. */
  markClaimed(held: HeldThread, until: number): void {
    const { at, sendsFrom } = this.#marks.get(held) ?? noMark;
    this.#marks.set(held, { at: Math.min(at, until), sendsFrom });
  }

  /** A message was queued in this transaction; it may yet be cancelled in it. */
  queued(held: HeldThread, message: AddedMessage, now: number): void {
    const added = this.#added.get(held);
    if (added === undefined) this.#added.set(held, [message]);
    else added.push(message);
    this.mark(held, now);
  }

  addedTo(held: HeldThread): readonly AddedMessage[] {
    return this.#added.get(held) ?? [];
  }

  all(): readonly Due[] {
    return [...this.#marks].flatMap(([held, { at, sendsFrom }]) => {
      const earliest = Math.min(at, this.#nextSend(held, sendsFrom), ...held.timers.values());
      return Number.isFinite(earliest) ? [{ conversationId: held.thread.id, at: earliest }] : [];
    });
  }

  #nextSend(held: HeldThread, from: number): number {
    const isAdded = this.addedTo(held).some(({ state }) => state === 'queued');
    const waiting = held.outbox.filter(({ state }) => state === 'queued');
    return Math.min(isAdded ? from : Infinity, ...waiting.map(({ dueAt }) => Math.max(from, dueAt ?? from)));
  }
}
