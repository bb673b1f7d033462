import type { IncomingHttpHeaders } from 'node:http';
import type { Target } from './fault-plan.js';

/** One request as it arrived. */
export interface FakeRequest extends Target {
  /** When its head arrived, epoch ms. */
  readonly at: number;
  /** With the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly version: string;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON; null where there was none, or where it was never read. */
  readonly body: unknown;
}

/** What a request is answered. */
export interface FakeAnswer {
  readonly status: number;
  readonly body: object;
}

export function good(body: object): FakeAnswer {
  return { status: 200, body };
}

export function refused(code: number, subcode?: number): FakeAnswer {
  const error = {
    message: `(#${code}) The fake platform refuses this`,
    type: 'OAuthException',
    code,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    fbtrace_id: 'FakeTraceOfMeta',
  };
  return { status: 400, body: { error } };
}
