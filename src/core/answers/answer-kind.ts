/**
 * What counts as an answer to a question that wants more than a choice or any words at all. Every kind reads what people
 * write into one canonical text: `12.5`, `2026-05-03`, `+4917012345678`, `a, b`.
 */
export type AnswerKind =
  | TextKind
  | NumberKind
  | DateKind
  | PhoneKind
  | RatingKind
  | PatternKind
  | SeveralKind
  | { readonly kind: 'yes_no' }
  | { readonly kind: 'email' }
  | { readonly kind: 'url' };

export interface TextKind {
  readonly kind: 'text';
  /** In characters; longer ones are asked for anew. Absent: cut, not refused. */
  readonly longest?: number;
}

export interface NumberKind {
  readonly kind: 'number';
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly isWhole?: boolean;
}

export interface DateKind {
  readonly kind: 'date';
  readonly atLeast?: DateBound;
  readonly atMost?: DateBound;
}

/** An ISO date, or `today`, `tomorrow`, `yesterday` on the day of the answer. */
export type DateBound = string;

export interface PhoneKind {
  readonly kind: 'phone';
  /** ISO 3166-1: where a number without a country code belongs. Absent: such a number is asked for anew. */
  readonly country?: string;
}

export interface RatingKind {
  readonly kind: 'rating';
  /** The best mark; the worst is 1. */
  readonly scale: number;
}

export interface PatternKind {
  readonly kind: 'pattern';
  /** In the syntax of RE2, for the whole answer; case does not matter. */
  readonly pattern: string;
  /** An answer that fits, shown to those whose answer does not. */
  readonly example?: string;
}

/** Several of the question's choices. */
export interface SeveralKind {
  readonly kind: 'several';
  readonly atLeast: number;
  readonly atMost: number;
}

/** What a reading depends on beside the words. */
export interface AnswerSetting {
  /** Our clock, epoch ms. */
  readonly now: number;
  /** IANA name: whose today is meant. */
  readonly timezone: string;
  /** Languages that the contact may be writing in: they say what 1.200 and 05/03 are. */
  readonly languages: readonly string[];
}
