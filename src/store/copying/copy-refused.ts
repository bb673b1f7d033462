/** Why nothing was copied. */
type CopyRefusal =
  | 'source_empty'
  | 'source_unfinished'
  | 'target_not_empty'
  | 'other_source'
  | 'other_database'
  | 'nothing_remembered'
  | 'in_use'
  | 'incomplete';

/** The copy cannot be made, or not be gone on with; the message says what to do. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
  readonly code: CopyRefusal;
  readonly retryable = false;

  constructor(code: CopyRefusal, message: string) {
    super(message);
    this.code = code;
  }
}
