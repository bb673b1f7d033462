import type { PlatformAnswer } from '../exchange.js';
import type { Transport } from '../transport.js';

export interface XCall {
  readonly method: 'GET' | 'POST';
  /** Segments of the path. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** The user's OAuth 2.0 token; it travels in a header only. */
  readonly token: string;
  readonly signal: AbortSignal;
  /** How long to wait for the answer, ms; by default the transport's. */
  readonly timeout?: number;
}

/** Calls the X API. */
export interface XApi {
  /** Never throws: how it ended is the answer. */
  call(call: XCall): Promise<PlatformAnswer>;
}

/** `baseUrl` is `X_API_URL`. */
export function createXApi(transport: Transport, baseUrl: string): XApi {
  return {
    call: ({ path, query, token, ...request }) => {
      const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
      return transport.call({
        ...request,
        baseUrl,
        path: `/${path.map(encodeURIComponent).join('/')}${search}`,
        headers: { authorization: `Bearer ${token}` },
      });
    },
  };
}
