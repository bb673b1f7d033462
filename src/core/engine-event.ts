import type { EventFacts } from './event-facts.js';
import type { LookupAnswer } from './lookup.js';

/** A durable timer came due. Stale ones (their run or visit is gone) change nothing. */
export interface TimerFired extends EventFacts {
  readonly kind: 'timerFired';
  readonly timerId: string;
}

/** The answer to a `fetchProfile` effect; nulls where the platform says nothing. */
export interface ProfileFetched extends EventFacts {
  readonly kind: 'profileFetched';
  readonly requestId: string;
  readonly firstName: string | null;
  readonly name: string | null;
}

/** The answer to a `lookUp` effect. */
export interface LookupAnswered extends EventFacts, LookupAnswer {
  readonly kind: 'lookupAnswered';
  readonly requestId: string;
}

/** The answer to a `drawCoupon` effect. */
export interface CouponDrawn extends EventFacts {
  readonly kind: 'couponDrawn';
  readonly requestId: string;
  /** Null: there is none left, or the offer is over. */
  readonly code: string | null;
}

/** A message of ours ended badly, and no further try will be made. */
export interface SendFailed extends EventFacts {
  readonly kind: 'sendFailed';
  readonly messageId: string;
  readonly failure:
    | 'retries_exhausted'
    | 'invalid'
    | 'window'
    | 'unreachable'
    | 'optout'
    /** They stopped marketing messages on the platform, and nothing else. */
    | 'marketing_optout'
    /** The platform let it not through, for a reason that is about nobody here: its own cap or experiment. */
    | 'withheld'
    | 'auth'
    | 'policy';
}

/** A decision about an earlier event threw; that event is kept for its repair. */
export interface DecisionFailed extends EventFacts {
  readonly kind: 'decisionFailed';
  readonly failedEventId: string;
}

export interface PersonTookOver extends EventFacts {
  readonly kind: 'personTookOver';
  readonly person: string;
}

export interface PersonReplied extends EventFacts {
  readonly kind: 'personReplied';
  readonly person: string;
  readonly text: string;
}

export interface HandedBack extends EventFacts {
  readonly kind: 'handedBack';
  readonly person: string;
  /** A flow to begin at once; null: wait for the contact. */
  readonly flow: string | null;
}

export interface HandoffResolved extends EventFacts {
  readonly kind: 'handoffResolved';
  readonly person: string;
  readonly outcome: string | null;
}

export interface OutcomeReported extends EventFacts {
  readonly kind: 'outcomeReported';
  readonly outcome: string;
  /** Who says so: the booking system, the shop. */
  readonly source: string;
  readonly value: number | null;
  readonly currency: string | null;
}

/** Consent withdrawn off the platform: by phone, by mail, at the desk. */
export interface WithdrawalReported extends EventFacts {
  readonly kind: 'withdrawalReported';
  readonly person: string;
  readonly purpose: string;
}

export type EngineEvent =
  | TimerFired
  | ProfileFetched
  | LookupAnswered
  | CouponDrawn
  | SendFailed
  | DecisionFailed
  | PersonTookOver
  | PersonReplied
  | HandedBack
  | HandoffResolved
  | OutcomeReported
  | WithdrawalReported;
