import type { SendErrorClass, SendResult } from './channel.js';
import type { PlatformAnswer } from './exchange.js';

export type SendFailure = Extract<SendResult, { kind: 'failed' }>;

export type Answered = Extract<PlatformAnswer, { kind: 'answered' }>;

export function failure(
  errorClass: SendErrorClass,
  explanation: string,
  more: Partial<Pick<SendFailure, 'scope' | 'retryAfter' | 'trace'>> = {},
): SendFailure {
  return { kind: 'failed', class: errorClass, explanation, retryAfter: null, scope: 'contact', ...more };
}

/** What a send that got no answer means, on any platform (platforms reference §9.3). */
export function failureOfSilence(answer: Exclude<PlatformAnswer, Answered>): SendFailure {
  return answer.kind === 'unsent'
    ? failure('retry', `The platform could not be reached (${answer.cause}); nothing was sent.`)
    : failure('unknown', `The platform gave no answer (${answer.cause}); the message may have arrived.`);
}
