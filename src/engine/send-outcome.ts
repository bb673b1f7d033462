import type { SendResult } from '../channels/channel.js';
import type { SendOutcome } from '../store/store.js';
import type { Chance } from './ports.js';

type Failure = Extract<SendResult, { kind: 'failed' }>;

/** Tries before a message that the platform keeps failing is given to a person. */
const mostTries = 6;
/** Throttled tries cost nothing but time, so more of them are made. */
const mostThrottledTries = 30;
const firstPause = 1_000;
const longestPause = 5 * 60_000;
/** How long a message rests whose account is stopped, ms. */
const accountRest = 60_000;

export interface SendAttempt {
  /** Tries made, this one included. */
  readonly attempts: number;
  readonly now: number;
  readonly chance: Chance;
}

/** What a send's result means for its message. Pure; the account's lane is the caller's. */
export function outcomeOf(result: SendResult, attempt: SendAttempt): SendOutcome {
  if (result.kind !== 'sent') return outcomeOfFailure(result, attempt);
  const { kind, platformMessageId, contactIds, rest } = result;
  return {
    ...{ kind, platformMessageId },
    ...(contactIds === undefined ? {} : { contactIds }),
    ...(rest === undefined ? {} : { accountRestsUntil: attempt.now + rest }),
  };
}

function outcomeOfFailure(failure: Failure, attempt: SendAttempt): SendOutcome {
  const { explanation } = failure;
  switch (failure.class) {
    case 'retry':
      return tryAgain(failure, attempt, failure.mostTries ?? mostTries);
    case 'throttle':
      return restAccount(failure, attempt, tryAgain(failure, attempt, mostThrottledTries));
    case 'auth':
      return { kind: 'retry', at: attempt.now + accountRest, explanation };
    case 'unknown':
      return { kind: 'unknown', explanation };
    case 'window':
    case 'optout':
    case 'marketing_optout':
    case 'withheld':
    case 'unreachable':
    case 'invalid':
    case 'policy':
      return { kind: 'failed', failure: failure.class, explanation };
  }
}

function tryAgain(failure: Failure, { attempts, now, chance }: SendAttempt, most: number): SendOutcome {
  const { explanation } = failure;
  if (attempts >= most) return { kind: 'failed', failure: 'retries_exhausted', explanation };
  const pause = isUnsaidOfContact(failure)
    ? contactPause(attempts, chance)
    : pauseAfter(attempts, failure.retryAfter, chance);
  return { kind: 'retry', at: now + pause, explanation };
}

/** Whether one contact was written to too often, and the platform leaves to us when the next may follow. */
function isUnsaidOfContact({ class: failure, scope, retryAfter }: Failure): boolean {
  return failure === 'throttle' && scope === 'contact' && retryAfter === null;
}

const longestContactPause = 60 * 60_000;

/** Four times as long each time, and a little longer. Source: WhatsApp, error 131056 (platforms reference §6.5). */
function contactPause(attempts: number, chance: Chance): number {
  const pause = Math.min(longestContactPause, firstPause * 4 ** (attempts - 1));
  return Math.round(pause * (1 + chance() / 4));
}

/** How long an account rests whose platform does not say, ms. */
export const throttledRest = 1_000;

/** Other processes write from the same account. */
function restAccount(failure: Failure, { now }: SendAttempt, outcome: SendOutcome): SendOutcome {
  if (failure.scope === 'contact' || outcome.kind !== 'retry') return outcome;
  return { ...outcome, accountRestsUntil: now + (failure.retryAfter ?? throttledRest) };
}

/** Doubling with full jitter, and never shorter than the platform asks. */
function pauseAfter(attempts: number, retryAfter: number | null, chance: Chance): number {
  const ceiling = Math.min(longestPause, firstPause * 2 ** (attempts - 1));
  const jittered = ceiling / 2 + (ceiling / 2) * chance();
  return Math.round(Math.max(retryAfter ?? 0, jittered));
}
