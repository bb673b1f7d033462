import type { Pace } from '../core/channel-capabilities.js';

/**
 * How fast single contacts are written to. Remembers those whom something was sent a short while ago; who could be sent
 * everything at once again is forgotten. Each process keeps it for what it sends itself: a conversation is mostly with one,
 * and where two are too quick together the platform says so.
 */
export class ContactPaces {
  /** By conversation, the one taken for longest ago first: when it could be written to as if nothing had been sent. */
  readonly #restedAt = new Map<string, number>();

  get size(): number {
    return this.#restedAt.size;
  }

  /** When another message may go to the contact; null: now. */
  freeAt(conversationId: string, { burst, every }: Pace, now: number): number | null {
    const at = (this.#restedAt.get(conversationId) ?? now) - (burst - 1) * every;
    return at > now ? at : null;
  }

  take(conversationId: string, { every }: Pace, now: number): void {
    const restedAt = Math.max(now, this.#restedAt.get(conversationId) ?? now) + every;
    // Taken out and put back, so that it stands behind all that were taken for before.
    this.#restedAt.delete(conversationId);
    this.#restedAt.set(conversationId, restedAt);
    this.#forget(now);
  }

  #forget(now: number): void {
    for (const [conversationId, restedAt] of this.#restedAt) {
      if (restedAt > now) return;
      this.#restedAt.delete(conversationId);
    }
  }
}
