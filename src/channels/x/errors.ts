import { type Answered, failure, type SendFailure } from '../failure.js';
import { asFields, type Fields, objectsIn, readCount, readId, readText } from '../fields.js';
import { untilReset } from './rate-limit.js';

/** What X says of a refusal, in either of its forms: problem+json, or a list of errors with codes. */
interface Problem {
  readonly codes: readonly number[];
  /** In small letters, for telling causes apart; never shown. */
  readonly says: string;
}

/** What an answer that is no success means. */
export function classifyXAnswer(answer: Answered): SendFailure {
  const { status, headers } = answer;
  const problem = readProblem(asFields(answer.body) ?? {});
  const trace = readId(headers['x-transaction-id']);
  const meaning = meaningOf(status, problem);
  return {
    ...meaning,
    explanation: `${meaning.explanation} (${describe(status, problem)})`,
    retryAfter: meaning.class === 'throttle' ? untilReset(headers, answer.at) : null,
    ...(trace === null ? {} : { trace }),
  };
}

function meaningOf(status: number, problem: Problem): SendFailure {
  if (status < 300) return failure('unknown', 'X took the message, but its answer was not readable.');
  if (status >= 500 || status === 408) return failure('unknown', 'X failed; the message may have arrived.');
  if (status === 429) {
    return failure('throttle', 'X asks the account to send more slowly: its budget is used up.', account);
  }
  if (status === 401) {
    return failure('auth', 'X does not accept the access token: it has ended or was revoked.', account);
  }
  if (status === 403) return refused(problem);
  if (status === 404) return failure('unreachable', 'X knows no user by this id.');
  return failure('invalid', 'X refused the message.');
}

const account = { scope: 'account' } as const;

/** What of an app is missing, in X's words. Whatever else it forbids is about whom we write to. */
const ofTheApp =
  /\bscopes?\b|client[- ]forbidden|unsupported[- ]authentication|oauth1?[- ]|app permissions|access level/;

/** Source: X API v2, response codes; the codes are those of API v1.1 (platforms reference §8.3). */
function refused({ codes, says }: Problem): SendFailure {
  if (codes.includes(226)) {
    return failure('policy', 'X takes what the account does for spam, and stops it.', account);
  }
  if (codes.includes(476)) {
    return failure('auth', 'X wants the account verified before it may write to people.', account);
  }
  if (codes.includes(93)) return failure('auth', 'The app may not send direct messages.', account);
  if (codes.includes(150) || codes.includes(349)) return notAccepting;
  return ofTheApp.test(says)
    ? failure('auth', 'The app or its token lacks the permission to send direct messages.', account)
    : notAccepting;
}

const notAccepting = failure('unreachable', 'The contact does not accept messages of this account.');

function readProblem(body: Fields): Problem {
  const errors = objectsIn(body['errors']);
  const parts = [body, ...errors];
  return {
    codes: parts.flatMap(({ code }) => readCount(code) ?? []),
    says: parts
      .flatMap(({ type, title, detail, message }) => [type, title, detail, message])
      .flatMap((text) => readText(text) ?? [])
      .join(' ')
      .toLowerCase(),
  };
}

function describe(status: number, { codes: [code] }: Problem): string {
  return code === undefined ? `status ${status}` : `status ${status}, code ${code}`;
}
