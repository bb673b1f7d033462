import { EventEmitter, once } from 'node:events';
import type { Tasks } from '../../../src/work/work.js';

/** What a dispatch does in a test; returns when to come back, epoch ms, or null. */
export type Dispatch = (conversationId: string) => Promise<number | null>;

/** Tasks that note what was done when, and let a test wait for it. */
export class NotedTasks implements Tasks {
  /** Conversations in the order in which their dispatch began. */
  readonly served: string[] = [];
  /** What was called for a conversation, in order. */
  readonly calls: string[] = [];
  /** When each dispatch began, epoch ms, by conversation. */
  readonly servedAt = new Map<string, number>();
  /** Ids of conversations that an earlier process left, a page each. */
  leftOvers: readonly (readonly string[])[] = [];
  tookOver = 0;
  readonly #changes = new EventEmitter();
  readonly #dispatch: Dispatch;

  constructor(dispatch: Dispatch = () => Promise.resolve(null)) {
    this.#dispatch = dispatch;
  }

  async dispatch(conversationId: string): Promise<number | null> {
    this.calls.push(`dispatch ${conversationId}`);
    this.served.push(conversationId);
    this.servedAt.set(conversationId, Date.now());
    this.#changes.emit('change');
    return this.#dispatch(conversationId);
  }

  async fireTimers(): Promise<number | null> {
    this.calls.push('fireTimers');
    return null;
  }

  async fireTimersOf(conversationId: string): Promise<void> {
    this.calls.push(`fireTimersOf ${conversationId}`);
  }

  leftOver(after: string | null): Promise<readonly string[]> {
    const page = after === null ? 0 : this.leftOvers.findIndex((ids) => ids.at(-1) === after) + 1;
    return Promise.resolve(this.leftOvers[page] ?? []);
  }

  async takeOver(): Promise<void> {
    this.tookOver += 1;
    this.#changes.emit('change');
  }

  /** Resolves when so many dispatches have begun. */
  async hasServed(count: number): Promise<void> {
    await this.until(() => this.served.length >= count);
  }

  /** Resolves when it is so; looked at whenever something was begun. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await once(this.#changes, 'change');
  }
}
