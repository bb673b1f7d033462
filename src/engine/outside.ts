import type { Lookup, LookupAnswer } from '../core/lookup.js';

/** A look-up with what it is to be told. */
export interface LookupQuestion {
  readonly workspace: string;
  readonly lookup: Lookup;
  readonly inputs: Readonly<Record<string, string>>;
  /** The same for the same question, so that the other system can tell a repetition. */
  readonly requestId: string;
  /** When nobody waits for the answer any more, epoch ms. */
  readonly deadline: number;
}

/** Other systems, as the engine sees them. */
export interface Outside {
  /** Never rejects: what goes wrong is a failed look-up. */
  lookUp(question: LookupQuestion): Promise<LookupAnswer>;
}
