import type { SendErrorClass } from '../channel.js';
import { type Answered, failure, type SendFailure } from '../failure.js';
import { asFields, readCount, readId, readText } from '../fields.js';

/** What the Bot API says of a call that it refused. */
export interface BotError {
  readonly code: number;
  /** Telegram's words, for telling causes apart; never shown, since what stands in them is not ours to vouch for. */
  readonly description: string;
  /** ms. */
  readonly retryAfter: number | null;
  readonly migrateTo: string | null;
}

/** The error of an answer; its code is the HTTP status where the body names none. */
export function readBotError({ status, body }: Answered): BotError {
  const fields = asFields(body);
  const parameters = asFields(fields?.['parameters']);
  const seconds = readCount(parameters?.['retry_after']);
  return {
    code: readCount(fields?.['error_code']) ?? status,
    description: (readText(fields?.['description']) ?? '').toLowerCase(),
    retryAfter: seconds === null ? null : seconds * 1000,
    migrateTo: readId(parameters?.['migrate_to_chat_id']),
  };
}

interface Rule {
  readonly code: number;
  /** Any of these in the description, in small letters; left out: whatever it says. */
  readonly says?: readonly string[];
  readonly class: SendErrorClass;
  readonly scope: 'contact' | 'account';
  readonly explanation: string;
}

/** The first that fits counts. Source: Telegram Bot API 10.1 and its server (platforms reference §7.3). */
const rules: readonly Rule[] = [
  {
    code: 403,
    says: [
      'blocked by the user',
      'user is deactivated',
      "can't initiate conversation",
      "can't send messages to",
    ],
    class: 'unreachable',
    scope: 'contact',
    explanation: 'The contact has blocked the bot, has not started it, or closed their account.',
  },
  {
    code: 403,
    class: 'unreachable',
    scope: 'contact',
    explanation: 'Telegram does not let the bot write in this chat.',
  },
  {
    code: 400,
    says: ['chat not found', 'user not found', 'peer_id_invalid', 'input_user_deactivated'],
    class: 'unreachable',
    scope: 'contact',
    explanation: 'Telegram knows no chat of this contact with the bot.',
  },
  {
    code: 400,
    says: ['failed to get http url content', 'wrong file identifier', 'wrong type of the web page content'],
    class: 'invalid',
    scope: 'contact',
    explanation: 'Telegram could not fetch the medium from its address.',
  },
  { code: 400, class: 'invalid', scope: 'contact', explanation: 'Telegram refused the message.' },
  {
    code: 401,
    class: 'auth',
    scope: 'account',
    explanation: 'Telegram does not accept the token of the bot: it is wrong or was revoked.',
  },
  {
    code: 404,
    class: 'auth',
    scope: 'account',
    explanation: 'Telegram knows no bot by this token.',
  },
  {
    code: 409,
    class: 'auth',
    scope: 'account',
    explanation: 'Another program speaks for this bot: a bot has one webhook, or is polled, but not both.',
  },
  {
    code: 429,
    class: 'throttle',
    scope: 'account',
    explanation: 'Telegram asks the bot to send more slowly.',
  },
];

/**
 * What an answer that is no success means, by the code of the error, which decides whatever the HTTP status. A fault of
 * Telegram's own (5xx) is tried again: it says so only of what it did not do (platforms reference §9.3).
 */
export function classifyBotAnswer(answer: Answered): SendFailure {
  const error = readBotError(answer);
  const { code, description } = error;
  if (code < 300) {
    return failure('unknown', 'Telegram took the message, but its answer was not readable.');
  }
  const rule = rules.find(
    (one) => one.code === code && (one.says ?? ['']).some((part) => description.includes(part)),
  );
  if (rule !== undefined) {
    const retryAfter = rule.class === 'throttle' ? error.retryAfter : null;
    return failure(rule.class, `${rule.explanation} (code ${code})`, { scope: rule.scope, retryAfter });
  }
  if (code >= 500) {
    return failure('retry', `Telegram failed (code ${code}) and did not take the message.`, {
      retryAfter: error.retryAfter,
    });
  }
  return failure('invalid', `Telegram refused the request (code ${code}).`);
}
