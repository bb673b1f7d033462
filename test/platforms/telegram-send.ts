import type { Target } from './fault-plan.js';
import type { Part } from './telegram-payloads.js';

/** One call as it arrived. */
export interface TelegramRequest extends Target {
  readonly call: string;
  readonly body: Part | null;
  /** Epoch ms. */
  readonly at: number;
}

/** One message that was sent, in words that tests are about. */
export interface TelegramSend {
  readonly at: number;
  /** The bot's id. */
  readonly accountId: string;
  readonly contactId: string;
  readonly call: string;
  /** Of a medium, its caption. */
  readonly text: string;
  /** The keys under it, row by row. */
  readonly keys: readonly (readonly {
    readonly text: string;
    readonly url?: string;
    readonly data?: string;
  }[])[];
  readonly messageId: string;
  readonly delivered: boolean;
  readonly body: Part;
}

interface ShownKey {
  readonly text: string;
  readonly url?: string;
  readonly callback_data?: string;
}

export function toSend(request: TelegramRequest, messageId: string, delivered: boolean): TelegramSend {
  const { at, accountId, call } = request;
  const body = request.body ?? {};
  const markup = body['reply_markup'] as
    { readonly inline_keyboard?: readonly (readonly ShownKey[])[] } | undefined;
  return {
    at,
    accountId,
    contactId: request.contactId ?? '',
    call,
    text: textOf(body),
    keys: (markup?.inline_keyboard ?? []).map((row) =>
      row.map(({ text, url, callback_data: data }) => ({
        text,
        ...(url === undefined ? {} : { url }),
        ...(data === undefined ? {} : { data }),
      })),
    ),
    messageId,
    delivered,
    body,
  };
}

function textOf({ text, caption }: Part): string {
  return [text, caption].find((words) => typeof words === 'string') ?? '';
}
