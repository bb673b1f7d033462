/** What is to be said of one kind of mistake, wherever it is found. */
export interface Finding {
  /** Nothing may be loaded while there is an error; with a warning it works, though hardly as the author meant it. */
  readonly severity: 'error' | 'warning';
  /** In a few words, without a full stop. */
  readonly title: string;
  /** Why it is one, in whole sentences. */
  readonly explanation: string;
  /** Lines as an author may have written them. */
  readonly example: string;
  /** What to do about it, in whole sentences. */
  readonly mend: string;
}
