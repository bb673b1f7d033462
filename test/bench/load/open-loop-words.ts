import type { Target } from './delivery.js';
import type { Course } from './dialogue.js';

/** What the open-loop load generator is told. */
export interface OpenLoop {
  /** The load goes to each in turn. */
  readonly targets: readonly Target[];
  readonly secret: string;
  readonly seconds: number;
  readonly course: Course;
  /** Deliveries in a second. */
  readonly rate: number;
  /** Where the replies arrive; null: there are none. */
  readonly platformUrl: string | null;
}

/** What it has measured, ms; null: never. */
export interface LatencyFigures {
  /** From when a delivery was due until it was acknowledged. */
  readonly p50: number | null;
  readonly p99: number | null;
  /** From when a keyword was due until the first byte of its reply came to the platform. */
  readonly toPlatformP50: number | null;
  readonly toPlatformP99: number | null;
  /** Acknowledged in a second. */
  readonly perSecond: number;
  readonly refused: number;
}
