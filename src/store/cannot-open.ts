/** Why a database is not opened. Nothing in it was changed. */
export type OpenRefusal = 'newer_schema' | 'foreign' | 'corrupt' | 'not_writable' | 'locked' | 'unsafe';

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
