import type { Conversation } from '../conversation.js';
import type { Decision, Disposition, TraceEntry } from '../decision.js';
import type { Effect } from '../effect.js';
import type { Event } from '../event.js';
import type { Workspace } from '../workspace.js';

/**
 * A decision in the making: the conversation as it is so far, and what is asked for so far. It changes in place while
 * one event is decided and never leaves that decision.
 */
export class Draft {
  readonly workspace: Workspace;
  readonly event: Event;
  #conversation: Conversation;
  #effects: readonly Effect[] = [];
  #trace: readonly TraceEntry[] = [];
  #messages = 0;
  #links = 0;
  #isSensitive = false;

  constructor(workspace: Workspace, conversation: Conversation, event: Event) {
    this.workspace = workspace;
    this.event = event;
    this.#conversation = conversation;
  }

  get conversation(): Conversation {
    return this.#conversation;
  }

  /** Whether the event's words were said in confidence. */
  get isSensitive(): boolean {
    return this.#isSensitive;
  }

  /** Whether the contact has said STOP, and not START since. */
  get isStopped(): boolean {
    return this.#conversation.consent.stopped !== null;
  }

  /** Our clock: what windows and permissions are held against. */
  get now(): number {
    return this.event.receivedAt;
  }

  /** Whether something was to be said, and nothing of it may be sent. */
  get wasRefused(): boolean {
    const said = this.#effects.flatMap((effect) => (effect.kind === 'sendMessage' ? [effect.message] : []));
    return said.length > 0 && said.every(({ state }) => state === 'not_sent');
  }

  /** Messages that were queued so far. */
  get spoken(): number {
    const isSpoken = (effect: Effect): boolean =>
      effect.kind === 'sendMessage' && effect.message.state === 'queued';
    return this.#effects.filter(isSpoken).length;
  }

  change(change: Partial<Conversation>): void {
    this.#conversation = { ...this.#conversation, ...change };
  }

  ask(effect: Effect): void {
    this.#effects = [...this.#effects, effect];
  }

  note(rule: string, result: string): void {
    this.#trace = [...this.#trace, { rule, result }];
  }

  /** The event's words were said in confidence, whatever becomes of the decision from here. */
  keepConfidence(): void {
    this.#isSensitive = true;
  }

  /** Ids are derived from the event, so that the same decision makes the same messages. */
  nextMessageId(): string {
    this.#messages += 1;
    return `${this.event.id}.${String(this.#messages)}`;
  }

  /** 64 bits of the event's salted hash and the link's number: short, and not to be guessed from another. */
  nextLinkCode(): string {
    this.#links += 1;
    return `${this.event.id.slice(0, 16)}${this.#links.toString(36)}`;
  }

  decision(disposition: Disposition): Decision {
    const decided = { effects: this.#effects, disposition, trace: this.#trace };
    const confidence = this.#isSensitive ? { isSensitive: true } : {};
    return { conversation: this.#conversation, ...decided, ...confidence };
  }

  /** Runs `attempt`; when it throws, nothing of it remains, and the error is returned. */
  attempt(attempt: () => void): Error | null {
    const before = [this.#conversation, this.#effects, this.#trace, this.#messages, this.#links] as const;
    try {
      attempt();
      return null;
    } catch (error) {
      [this.#conversation, this.#effects, this.#trace, this.#messages, this.#links] = before;
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}
