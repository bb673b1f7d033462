import type { FindingCode } from './findings/catalogue.js';

/** A place in a file that a marketer wrote; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A mistake in a flow file: a value, so that all of them are shown at once. */
export interface Issue extends Place {
  /** Stable, for documentation and for silencing: `unknown-step`. */
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning';
  /** What is wrong, in the author's words. */
  readonly message: string;
  /** What is allowed here; empty where that is not a list. */
  readonly allowed: readonly string[];
  /** What to write instead: the nearest right word, or how to say it. */
  readonly hint: string | null;
}
