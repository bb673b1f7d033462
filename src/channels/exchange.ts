import { setMaxListeners } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { parseJson } from './json.js';

/**
 * How one request ended, by how far it came (platforms reference §9.3):
 *
 * - `unsent`: not a byte of it was written, so that it may be repeated;
 * - `unanswered`: it was written, and whether it was obeyed nobody told us;
 * - `answered`: an answer came, whatever it says.
 *
 * `cause` is a code for the log, never a message: those can quote what was sent.
 */
export type PlatformAnswer =
  | { readonly kind: 'unsent'; readonly cause: string }
  | { readonly kind: 'unanswered'; readonly cause: string }
  | {
      readonly kind: 'answered';
      /** When it was read to its end, by the transport's clock, epoch ms. */
      readonly at: number;
      readonly status: number;
      /** Header names in lower case. */
      readonly headers: IncomingHttpHeaders;
      /** Undefined: no JSON, or more of it than an answer of the platform has. */
      readonly body: unknown;
    };

/** The most bytes of an answer that are read, unless a request says more; the platforms' own to a send are below 2 kB. */
export const ANSWER_LIMIT = 64 * 1024;

/**
 * Follows one request through the connection and settles once. It stands below undici's `request()` because only there
 * is the moment visible from which on bytes may have left: `onRequestStart` is called just before the first is written.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #settle: (answer: PlatformAnswer) => void;
  readonly #now: () => number;
  readonly #timeout: number;
  readonly #limit: number;
  readonly #signal: AbortSignal;
  readonly #chunks: Buffer[] = [];
  #settled = false;
  #size = 0;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #controller: Dispatcher.DispatchController | undefined;
  #deadline: NodeJS.Timeout | undefined;

  /** `timeout` counts from the writing of the request to the end of its answer, in ms; `limit` its bytes; `now` is the time, epoch ms. */
  constructor(
    signal: AbortSignal,
    { timeout, limit, now }: { readonly timeout: number; readonly limit: number; readonly now: () => number },
    settle: (answer: PlatformAnswer) => void,
  ) {
    this.#settle = settle;
    this.#timeout = timeout;
    this.#limit = limit;
    this.#now = now;
    this.#signal = signal;
    if (signal.aborted) {
      this.#giveUp('ABORTED');
    } else {
      // One signal may cover any number of requests under way: many listeners are no leak.
      setMaxListeners(0, signal);
      signal.addEventListener('abort', this.#onAbort, { once: true });
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#settled) {
      controller.abort(new Error('given up while waiting for a connection'));
      return;
    }
    this.#controller = controller;
    this.#deadline = setTimeout(() => this.#giveUp('ANSWER_TIMEOUT'), this.#timeout);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size <= this.#limit) {
      this.#chunks.push(chunk);
    } else {
      this.#answer(undefined);
      controller.abort(new Error('the answer is too long'));
    }
  }

  onResponseEnd(): void {
    const json = parseJson(Buffer.concat(this.#chunks));
    this.#answer(json.ok ? json.value : undefined);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(causeOf(error));
  }

  /** For what is thrown before there is a request at all. */
  refuse(error: unknown): void {
    this.#fail(causeOf(error));
  }

  readonly #onAbort = (): void => this.#giveUp('ABORTED');

  #giveUp(cause: string): void {
    this.#fail(cause);
    this.#controller?.abort(new Error('given up'));
  }

  #answer(body: unknown): void {
    this.#end({ kind: 'answered', at: this.#now(), status: this.#status, headers: this.#headers, body });
  }

  #fail(cause: string): void {
    this.#end({ kind: this.#controller === undefined ? 'unsent' : 'unanswered', cause });
  }

  #end(answer: PlatformAnswer): void {
    if (this.#settled) return;
    this.#settled = true;
    clearTimeout(this.#deadline);
    this.#signal.removeEventListener('abort', this.#onAbort);
    this.#settle(answer);
  }
}

/** The error's code where it has one: `ECONNREFUSED`, `UND_ERR_SOCKET` … */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
