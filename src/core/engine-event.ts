import type { Colleague } from './actor.js';
import type { EventFacts } from './event-facts.js';
import type { LookupAnswer } from './lookup.js';
import type { Media } from './message.js';
import type { HandoffPriority } from './resources.js';

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

/** Something that people do; also programs, in the name of somebody. */
interface Deed extends EventFacts {
  /** As others see them. */
  readonly person: string;
  /** Their id as a user; left out: they are none. */
  readonly personId?: string;
}

export interface PersonTookOver extends Deed {
  readonly kind: 'personTookOver';
}

export interface PersonReplied extends Deed {
  readonly kind: 'personReplied';
  /** Empty where only media are sent. */
  readonly text: string;
  /** Each a message of its own, before the text; left out: none. */
  readonly media?: readonly Media[];
}

/** A person sent a message that the platform has approved beforehand. */
export interface PersonSentTemplate extends Deed {
  readonly kind: 'personSentTemplate';
  /** As the workspace calls it. */
  readonly template: string;
  /** One of the workspace's, in which the template is declared. */
  readonly language: string;
  /** What fills its gaps, {{1}} first. */
  readonly gaps: readonly string[];
}

export interface HandedBack extends Deed {
  readonly kind: 'handedBack';
  /** A flow to begin at once; null: wait for the contact. */
  readonly flow: string | null;
  /** The path of the step at which it begins; left out or null: its first. */
  readonly step?: string | null;
}

export interface HandoffResolved extends Deed {
  readonly kind: 'handoffResolved';
  readonly outcome: string | null;
  /** Whether the workspace's rating flow begins; left out: it does not. */
  readonly asksForRating?: boolean;
}

/** What is left out stays as it is. */
export interface HandoffAssigned extends Deed {
  readonly kind: 'handoffAssigned';
  /** Null: nobody, which is everybody. */
  readonly to?: Colleague | null;
  readonly team?: string;
  readonly priority?: HandoffPriority;
  /** Nothing happens unless it is still assigned to this user; null: to nobody. Left out: it does not matter. */
  readonly expected?: string | null;
}

/** The open handoff is out of the way until then, or until the contact writes. */
export interface HandoffSnoozed extends Deed {
  readonly kind: 'handoffSnoozed';
  /** Epoch ms; null: it is woken now. */
  readonly until: number | null;
}

/** A word among colleagues. No contact ever reads it, and whoever has the chat keeps it. */
export interface NoteAdded extends Deed {
  readonly kind: 'noteAdded';
  readonly text: string;
  readonly mentions: readonly Colleague[];
}

export interface TagsChanged extends Deed {
  readonly kind: 'tagsChanged';
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** A person called the contact spam, or took that back. */
export interface ContactBlocked extends Deed {
  readonly kind: 'contactBlocked';
  readonly isBlocked: boolean;
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
export interface WithdrawalReported extends Deed {
  readonly kind: 'withdrawalReported';
  readonly purpose: string;
}

/** A person said that two contacts are one human. They are one by now: this is what the story tells of it. */
export interface ContactsMerged extends Deed {
  readonly kind: 'contactsMerged';
}

export type PersonsDeed =
  | PersonTookOver
  | PersonReplied
  | PersonSentTemplate
  | HandedBack
  | HandoffResolved
  | HandoffAssigned
  | HandoffSnoozed
  | NoteAdded
  | TagsChanged
  | ContactBlocked
  | ContactsMerged
  | WithdrawalReported;

export type EngineEvent =
  | TimerFired
  | ProfileFetched
  | LookupAnswered
  | CouponDrawn
  | SendFailed
  | DecisionFailed
  | PersonsDeed
  | OutcomeReported;
