import type { FlowEvent } from '../../core/flow.js';

/** How a run left a step: by which move of its state. */
export interface Departure {
  readonly step: string;
  /** `timeOut`: its time passed. */
  readonly by: FlowEvent['type'] | 'timeOut';
  /** Number of the move among those for this event. */
  readonly move: number;
  /** What was answered; null where nothing was. */
  readonly value: string | null;
}
