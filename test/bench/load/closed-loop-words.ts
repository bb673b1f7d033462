import type { Target } from './delivery.js';
import type { Course } from './dialogue.js';

/** What the closed-loop load generator is told. */
export interface ClosedLoop {
  /** The load is shared among them. */
  readonly targets: readonly Target[];
  readonly secret: string;
  readonly seconds: number;
  readonly course: Course;
  /** Of all targets together. */
  readonly connections: number;
  /** Messages in each delivery. */
  readonly batch: number;
}

/** What it has measured. */
export interface LoadFigures {
  /** Acknowledged messages in a second. */
  readonly perSecond: number;
  readonly acknowledged: number;
  /** Deliveries that were refused or not answered. */
  readonly refused: number;
  /** Of the acknowledgement, ms. */
  readonly p50: number;
  readonly p99: number;
}
