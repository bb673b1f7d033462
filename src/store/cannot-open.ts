/** Why a database is not opened. Nothing in it was changed. */
export type OpenRefusal =
  | 'newer_schema'
  | 'foreign'
  | 'corrupt'
  | 'not_writable'
  | 'locked'
  | 'unsafe'
  /** It is being copied into, and not whole yet. */
  | 'unfinished'
  /** A database server that cannot be reached, or has no such database. */
  | 'unreachable'
  /** A database server that does not let us in, or not do what we must. */
  | 'no_access';

/** The database cannot be used as it is; the message says what to do. */
export class CannotOpenStore extends Error {
  override readonly name = 'CannotOpenStore';
  readonly code: OpenRefusal;
  readonly retryable = false;

  constructor(code: OpenRefusal, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
