import type { PlatformAnswer } from '../exchange.js';
import type { Transport } from '../transport.js';

/** The version of the Graph API that we speak; a setting, since each ends about two years after it came. */
export const GRAPH_VERSION = 'v26.0';

/** A host of the Graph API and the version to speak there. Tests and proxies put their own address in its place. */
export interface GraphEndpoint {
  /** Such as `https://graph.facebook.com`; a path in it goes before the version. */
  readonly baseUrl: string;
  /** Empty: what is asked has none. */
  readonly version: string;
}

export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly endpoint: GraphEndpoint;
  /** Segments of the path after the version. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Travels in a header only, so that no address that is logged on the way can contain it. */
  readonly token: string;
  readonly signal: AbortSignal;
  /** How long to wait for the answer, ms; by default the transport's. */
  readonly timeout?: number;
  /** The most bytes of the answer that are read; by default the transport's. */
  readonly answerLimit?: number;
}

/** Calls the Graph API. */
export interface GraphClient {
  /** Never throws: how it ended is the answer. */
  call(request: GraphRequest): Promise<PlatformAnswer>;
}

export function createGraphClient(transport: Transport): GraphClient {
  return {
    call: ({ endpoint, path, query, token, ...request }) => {
      const { baseUrl, version } = endpoint;
      const segments = (version === '' ? path : [version, ...path]).map(encodeURIComponent).join('/');
      const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
      return transport.call({
        ...request,
        baseUrl,
        path: `/${segments}${search}`,
        headers: { authorization: `Bearer ${token}` },
      });
    },
  };
}
