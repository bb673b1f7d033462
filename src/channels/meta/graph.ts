import { Agent } from 'undici';
import { Exchange, type GraphAnswer } from './exchange.js';

/** The version of the Graph API that we speak; a setting, since each ends about two years after it came. */
export const GRAPH_VERSION = 'v26.0';

/** A host of the Graph API and the version to speak there. Tests and proxies put their own address in its place. */
export interface GraphEndpoint {
  /** Such as `https://graph.facebook.com`; a path in it goes before the version. */
  readonly baseUrl: string;
  readonly version: string;
}

export interface GraphRequest {
  readonly method: 'GET' | 'POST';
  readonly endpoint: GraphEndpoint;
  /** Segments of the path after the version. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Travels in a header only, so that no address that is logged on the way can contain it. */
  readonly token: string;
  readonly signal: AbortSignal;
  /** How long to wait for the answer, ms; by default the client's. */
  readonly timeout?: number;
}

/** Calls the Graph API: connections kept open per host, redirects not followed, everything bounded. */
export interface GraphClient {
  /** Never throws: how it ended is the answer. */
  call(request: GraphRequest): Promise<GraphAnswer>;
  /** Ends the open connections, after what is under way. */
  close(): Promise<void>;
}

export interface GraphClientOptions {
  /** ms; default 5,000. */
  readonly connectTimeout?: number;
  /** From writing the request to the end of its answer, ms; default 10,000. */
  readonly answerTimeout?: number;
  /** Per host; a page may send 300 messages a second. */
  readonly connections?: number;
}

export function createGraphClient({
  connectTimeout = 5_000,
  answerTimeout = 10_000,
  connections = 128,
}: GraphClientOptions = {}): GraphClient {
  const agent = new Agent({
    connections,
    connect: { timeout: connectTimeout },
    // Each exchange has one deadline of its own, for headers and body together.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    call: (request) => call(agent, request, request.timeout ?? answerTimeout),
    close: () => agent.close(),
  };
}

function call(agent: Agent, request: GraphRequest, timeout: number): Promise<GraphAnswer> {
  return new Promise((resolve) => {
    const exchange = new Exchange(request.signal, timeout, resolve);
    if (request.signal.aborted) return;
    try {
      agent.dispatch(toDispatch(request), exchange);
    } catch (error) {
      exchange.refuse(error);
    }
  });
}

function toDispatch({ method, endpoint, path, query, body, token }: GraphRequest): Agent.DispatchOptions {
  const { origin, pathname } = new URL(endpoint.baseUrl);
  const segments = [endpoint.version, ...path].map(encodeURIComponent).join('/');
  const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
  return {
    origin,
    method,
    path: `${pathname.replace(/\/+$/, '')}/${segments}${search}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  };
}
