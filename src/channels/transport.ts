import { Agent } from 'undici';
import type { OpenedMedia } from './channel.js';
import { type DownloadRequest, openDownload } from './download.js';
import { ANSWER_LIMIT, Exchange, type PlatformAnswer } from './exchange.js';

export interface PlatformRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Base address of the API, such as `https://graph.facebook.com`; a path in it goes before `path`. */
  readonly baseUrl: string;
  /** With its query, and each part of it encoded. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text is sent as it is, with the content type that `headers` names. */
  readonly body?: object | string;
  readonly signal: AbortSignal;
  /** How long to wait for the answer, ms; by default the transport's. */
  readonly timeout?: number;
  /** The most bytes of the answer that are read; default {@link ANSWER_LIMIT}. A longer one counts as unreadable. */
  readonly answerLimit?: number;
}

/** Calls platforms: connections kept open per host, redirects not followed, everything bounded. */
export interface Transport {
  /** Never throws: how it ended is the answer. */
  call(request: PlatformRequest): Promise<PlatformAnswer>;
  /** Opens something that was sent along, which may be large: it is read as it is needed. */
  download(request: DownloadRequest): Promise<OpenedMedia>;
  /** Ends the open connections, after what is under way. */
  close(): Promise<void>;
}

export interface TransportOptions {
  /** ms; default 5,000. */
  readonly connectTimeout?: number;
  /** From writing the request to the end of its answer, ms; default 10,000. */
  readonly answerTimeout?: number;
  /** Per host; a page may send 300 messages a second. */
  readonly connections?: number;
}

/** @param now The time, epoch ms: of answers, which can name a moment until which to wait. */
export function createTransport(
  now: () => number,
  { connectTimeout = 5_000, answerTimeout = 10_000, connections = 128 }: TransportOptions = {},
): Transport {
  const agent = new Agent({
    connections,
    connect: { timeout: connectTimeout },
    // Each exchange has one deadline of its own, for headers and body together.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    call: (request) => call(agent, request, { now, timeout: request.timeout ?? answerTimeout }),
    download: (request) => openDownload(agent, request),
    close: () => agent.close(),
  };
}

function call(
  agent: Agent,
  request: PlatformRequest,
  terms: { readonly now: () => number; readonly timeout: number },
): Promise<PlatformAnswer> {
  return new Promise((resolve) => {
    const bounds = { ...terms, limit: request.answerLimit ?? ANSWER_LIMIT };
    const exchange = new Exchange(request.signal, bounds, resolve);
    if (request.signal.aborted) return;
    try {
      agent.dispatch(toDispatch(request), exchange);
    } catch (error) {
      exchange.refuse(error);
    }
  });
}

function toDispatch({ method, baseUrl, path, headers, body }: PlatformRequest): Agent.DispatchOptions {
  const { origin, pathname } = new URL(baseUrl);
  return {
    origin,
    method,
    path: `${pathname.replace(/\/+$/, '')}${path}`,
    headers: { ...(typeof body === 'string' ? {} : { 'content-type': 'application/json' }), ...headers },
    body: typeof body === 'object' ? JSON.stringify(body) : (body ?? null),
  };
}
