import type { ErrorCode } from '../findings/catalogue.js';

/** A place where YAML reads something other than its author meant, and how the text reads once that is mended. */
export interface Trap {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
  readonly offset: number;
  /** What stands there, and what is read instead so that the rest of the file can be checked too. */
  readonly found: string;
  readonly mended: string;
  /** Where it is to be seen, if not at the beginning of what is found. */
  readonly shownAt?: number;
}
