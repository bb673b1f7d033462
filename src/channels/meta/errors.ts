import type { SendErrorClass } from '../channel.js';
import { type ErrorMeaning, type MeaningOf, meaningOf } from './error-table.js';
import { type Answered, failure, type SendFailure } from '../failure.js';
import { asFields, readCount, readId } from '../fields.js';
import { readWaitingTime } from './waiting-time.js';

/**
 * What an answer that is no success means: by the code and subcode of the Graph API's error, which decide whatever the
 * HTTP status; without a known one by the status. `meanings` is the table of the platform's
 * codes, by default that of the Send API.
 */
export function classifyAnswer(answer: Answered, meanings: MeaningOf = meaningOf): SendFailure {
  const error = readError(answer.body);
  const meaning = meaningOfError(error, answer.status, meanings);
  const { class: errorClass, scope, explanation, mostTries, alert } = meaning;
  return {
    ...failure(errorClass, `${explanation}${error === null ? '' : ` (${describeCode(error)})`}`),
    scope,
    retryAfter: waitingTime(meaning, readWaitingTime(answer.headers, answer.at)),
    ...(mostTries === undefined ? {} : { mostTries }),
    ...(alert === undefined ? {} : { alert }),
    ...(error?.trace === undefined ? {} : { trace: error.trace }),
  };
}

/** What the code says and what the headers say, whichever is longer, ms; null: neither does, or there is no other try. */
function waitingTime({ class: errorClass, retryAfter }: ErrorMeaning, told: number | null): number | null {
  if (errorClass !== 'throttle' && errorClass !== 'retry') return null;
  return retryAfter === undefined ? told : Math.max(retryAfter, told ?? 0);
}

interface GraphError {
  readonly code: number | null;
  readonly subcode: number | null;
  readonly transient: boolean;
  readonly trace: string | undefined;
}

/** The error of a Graph API body; null: there is none in it. */
function readError(body: unknown): GraphError | null {
  const error = asFields(asFields(body)?.['error']);
  if (error === null) return null;
  return {
    code: readCount(error['code']),
    subcode: readCount(error['error_subcode']),
    transient: error['is_transient'] === true,
    trace: readId(error['fbtrace_id']) ?? undefined,
  };
}

function meaningOfError(error: GraphError | null, status: number, meanings: MeaningOf): ErrorMeaning {
  const known = error?.code == null ? undefined : meanings(error.code, error.subcode);
  if (known !== undefined) return known;
  if (error?.transient === true) {
    return contact('retry', 'The platform reported a passing fault and asks us to try again.');
  }
  return meaningOfStatus(status);
}

function meaningOfStatus(status: number): ErrorMeaning {
  if (status < 300)
    return contact('unknown', 'The platform took the message, but its answer was not readable.');
  if (status < 400) {
    return contact(
      'invalid',
      'The address of the platform led elsewhere; we do not follow it with an access token.',
    );
  }
  if (status === 401 || status === 403) return account('auth', 'The platform did not let us in.');
  if (status === 408 || status >= 500) {
    return contact('unknown', `The platform failed (status ${status}); the message may have arrived.`);
  }
  if (status === 429) return account('throttle', 'The platform asks us to send more slowly.');
  return contact('invalid', `The platform refused the request (status ${status}).`);
}

function contact(errorClass: SendErrorClass, explanation: string): ErrorMeaning {
  return { class: errorClass, scope: 'contact', explanation };
}

function account(errorClass: SendErrorClass, explanation: string): ErrorMeaning {
  return { class: errorClass, scope: 'account', explanation };
}

function describeCode({ code, subcode }: GraphError): string {
  if (code === null) return 'an error without a code';
  return subcode === null ? `code ${code}` : `code ${code}/${subcode}`;
}
