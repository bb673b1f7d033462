import type { Effect } from '../../../src/core/effect.js';
import type { OutgoingMessage, Refusal } from '../../../src/core/message.js';

export interface Posted {
  readonly message: OutgoingMessage;
  readonly state: 'queued' | 'sent' | 'cancelled' | 'not_sent';
  readonly refusal: Refusal | null;
}

/** Messages as the store keeps them: rows that effects change in the order in which they were asked for. */
export class Outbox {
  #posts: readonly Posted[] = [];

  get posts(): readonly Posted[] {
    return this.#posts;
  }

  get queued(): readonly OutgoingMessage[] {
    return this.#posts.filter(({ state }) => state === 'queued').map(({ message }) => message);
  }

  post(message: OutgoingMessage): void {
    this.#posts = [...this.#posts, { message, state: message.state, refusal: message.refusal ?? null }];
  }

  /** Never the confirmation of STOP where only the bot's are meant. */
  cancel({ of, refusal }: Extract<Effect, { kind: 'cancelMessages' }>): void {
    this.#posts = this.#posts.map((post) =>
      post.state === 'queued' && (of === 'everyone' || isTheBots(post.message))
        ? { ...post, state: 'cancelled', refusal }
        : post,
    );
  }

  /** Lets every queued message go or be refused, as its claim would. */
  claim(maySend: (message: OutgoingMessage) => Refusal | null): readonly OutgoingMessage[] {
    const waiting = this.queued;
    const refusals = new Map(waiting.map((message) => [message.id, maySend(message)]));
    this.#posts = this.#posts.map((post) => {
      if (post.state !== 'queued') return post;
      const refusal = refusals.get(post.message.id) ?? null;
      return { ...post, state: refusal === null ? 'sent' : 'not_sent', refusal };
    });
    return waiting.filter(({ id }) => refusals.get(id) === null);
  }
}

function isTheBots({ speaker, basis }: OutgoingMessage): boolean {
  return speaker.kind !== 'person' && !(basis.kind === 'confirmation' && basis.of === 'stop');
}
