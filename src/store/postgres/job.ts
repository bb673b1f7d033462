import type { BeginningSend, Decide, Proviso } from '../store.js';
import type { Arrivals } from '../transactions/arrivals.js';
import type { Claims } from '../transactions/claims.js';
import type { Joining } from '../transactions/joining.js';
import type { Records } from '../transactions/records.js';
import type { Needs } from './load-rows.js';
import type { WorkingSet } from './working-set.js';

/** What a job finds when its transaction has locked and loaded what it needs. */
export interface Workplace {
  readonly set: WorkingSet;
  readonly arrivals: Arrivals;
  readonly claims: Claims;
  readonly records: Records;
  readonly joining: Joining;
  /** Takes one of the account's places that the transaction has reserved; a moment (epoch ms): none is left before then. */
  readonly takePlace: (send: BeginningSend, now: number) => number | null;
}

/** Work on one conversation that shares its transaction with others'. */
export interface Job<T> {
  /** Jobs of one lane are done in the order in which they were asked for, never at the same time. */
  readonly lane: string;
  /**
   * Of jobs about one conversation in one transaction the lower goes first: claims and records before arrivals, because
   * what these queue has no number before the commit. Names are joined last: nothing else is to meet what is gone then.
   */
  readonly rank: 0 | 1 | 2 | 3;
  readonly needs: Partial<Needs>;
  /** The moment of what is done, epoch ms. */
  readonly now: number;
  /** Conversation for which a place in its account's lane may be taken. */
  readonly claims?: string;
  /** What must still be so of this conversation, or of somebody else; left out: nothing. */
  readonly provided?: { readonly conversationId: string; readonly proviso: Proviso };
  /** Null: the work decides nothing. */
  readonly decide: Decide | null;
  run(workplace: Workplace, decide: Decide): T;
}
