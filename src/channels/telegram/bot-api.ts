import type { PlatformAnswer } from '../exchange.js';
import type { Transport } from '../transport.js';

export interface BotCall {
  readonly token: string;
  /** Such as `sendMessage`. */
  readonly method: string;
  readonly body: object;
  readonly signal: AbortSignal;
  /** How long to wait for the answer, ms; by default the transport's. */
  readonly timeout?: number;
}

/** Calls the Bot API. */
export interface BotApi {
  /** Never throws: how it ended is the answer. */
  call(call: BotCall): Promise<PlatformAnswer>;
}

/**
 * The token is a part of the address, so no address may leave this file: not into a log, an error, or an answer.
 * `baseUrl` is `TELEGRAM_API_URL`.
 *
 * Source: Telegram Bot API 10.1, "Making requests" (platforms reference §7.3).
 */
export function createBotApi(transport: Transport, baseUrl: string): BotApi {
  return {
    call: ({ token, method, ...request }) =>
      transport.call({ ...request, method: 'POST', baseUrl, path: `/bot${inPath(token)}/${method}` }),
  };
}

/** A token is `<bot id>:<letters>`; whatever else somebody has set as one must not become another path. */
export function inPath(token: string): string {
  return encodeURIComponent(token).replaceAll('%3A', ':');
}
