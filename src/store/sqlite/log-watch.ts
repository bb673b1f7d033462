import { statSync } from 'node:fs';

/** Between two looks, ms. */
const pause = 5_000;

/** Bytes of the write-ahead log above which it should have been begun anew long ago; see `journal_size_limit`. */
export const largestLog = 67_108_864;

interface LogWatchParts {
  /** Of the database file. */
  readonly path: string;
  /** Called once each time that the log has outgrown what it may have, with its bytes. */
  readonly onGrown: (bytes: number) => void;
  /** Monotonic, ms. */
  readonly elapsed: () => number;
  readonly most?: number;
}

/**
 * Sees to it that somebody learns of a write-ahead log that cannot shrink: as long as another process reads an old state of
 * the database, what was committed since stays in the log, until the disk is full.
 */
export class LogWatch {
  readonly #parts: LogWatchParts;
  #lookedAt = -Infinity;
  /** How many looks in a row found it too large: a single one may have met a large transaction. */
  #found = 0;

  constructor(parts: LogWatchParts) {
    this.#parts = parts;
  }

  /** To be called after each commit; looks only now and then. */
  look(): void {
    const { elapsed, path, most = largestLog, onGrown } = this.#parts;
    if (elapsed() - this.#lookedAt < pause) return;
    this.#lookedAt = elapsed();
    const bytes = logBytes(path);
    this.#found = bytes > most ? this.#found + 1 : 0;
    if (this.#found === 2) onGrown(bytes);
  }
}

/** Size of the write-ahead log of the database file at `path`; 0 where there is none. */
export function logBytes(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
