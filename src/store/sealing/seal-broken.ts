/**
 * What a contact said in confidence cannot be read back: somebody has changed it, put it elsewhere, or removed the key. A
 * person has to see to it; it was left as it is.
 */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  readonly code = 'seal_broken';
  readonly retryable = false;
  readonly reason: 'key_missing' | 'not_genuine';

  constructor(reason: SealBroken['reason']) {
    super(`What was said in confidence cannot be opened: ${reason}.`);
    this.reason = reason;
  }
}
