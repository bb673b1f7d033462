import type { Conversation } from './conversation.js';
import type { Effect } from './effect.js';

/** What became of an event. */
export type Disposition =
  /** Decided; the effects are its consequences (perhaps none). */
  | 'handled'
  /** Must wait: the conversation awaits an answer from outside. Decided again, in order, when that has come. */
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
}
