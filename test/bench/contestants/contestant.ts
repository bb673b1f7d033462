import type { Target } from '../load/delivery.js';

/** What proves to every server that a delivery is the platform's. */
export const appSecret = 'bench-app-secret';

/** Servers that take the same load. */
export interface Running {
  /** The load is shared among them. */
  readonly targets: readonly Target[];
  readonly pids: readonly number[];
  /** Where their messages arrive; null: they send none. */
  readonly platformUrl: string | null;
  /** From the start of the last process until it served, s. */
  readonly startUp: number;
  stop(): Promise<void>;
}

export interface Contestant {
  readonly name: string;
  /** Why it cannot be measured here; null: it can. */
  missing(): string | null;
  /** Starts it on a new, empty store. */
  start(): Promise<Running>;
}
