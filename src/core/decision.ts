import type { Conversation } from './conversation.js';
import type { Effect } from './effect.js';

/** What became of an event. */
export type Disposition =
  /** Decided; the effects are its consequences (perhaps none). */
  | 'handled'
  /**
   * Must wait: the conversation awaits an answer from outside. The event is decided again, in order, when that has come.
   * What the decision asks for meanwhile (the question itself, its time-out) is saved like any other's.
   */
  | 'deferred';

/** Why it was decided so, and why not otherwise (P9). No message text in here. */
export interface TraceEntry {
  readonly rule: string;
  readonly result: string;
}

export interface Decision {
  readonly conversation: Conversation;
  readonly effects: readonly Effect[];
  readonly disposition: Disposition;
  readonly trace: readonly TraceEntry[];
  /** Whether the event's words were said in confidence, or may turn out to be. */
  readonly isSensitive?: boolean;
}
