import type { Conversation } from '../../core/conversation.js';
import { decide } from '../../core/decide.js';
import type { Decision } from '../../core/decision.js';
import type { Event } from '../../core/event.js';
import type { Decide } from '../transcript/virtual-store.js';

/** One decision, and what it was about. */
export interface Witnessed {
  readonly event: Event;
  readonly before: Conversation;
  readonly decision: Decision;
}

/** Looks on while events are decided. */
export class Witness {
  #seen: Witnessed[] = [];
  readonly decide: Decide;

  constructor(decideEvent: Decide = decide) {
    this.decide = (workspace, before, event) => {
      const decision = decideEvent(workspace, before, event);
      this.#seen.push({ event, before, decision });
      return decision;
    };
  }

  /** What was decided since this was last asked, in order. */
  take(): readonly Witnessed[] {
    const seen = this.#seen;
    this.#seen = [];
    return seen;
  }
}
