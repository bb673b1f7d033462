import type { ErrorRequestHandler, RequestHandler } from 'express';
import { Overloaded } from '../engine/overloaded.js';
import { StoreUnavailable } from '../store/store.js';
import type { Log } from './log.js';

interface ProblemDetails {
  /** What would have been accepted, where that is a list. */
  readonly allowed?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that is no success, with words for whoever asked. Never carries what they sent. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  /** Stable, for programs: `not_found`. */
  readonly code: string;
  readonly allowed: readonly string[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, details: ProblemDetails = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.allowed = details.allowed;
    this.headers = details.headers ?? {};
  }
}

export const nothingHere: RequestHandler = () => {
  throw notFound();
};

/** For addresses that exist, asked in a way that they do not serve. */
export function onlyMethods(...methods: readonly string[]): RequestHandler {
  return (request) => {
    throw new HttpProblem(405, 'method_not_allowed', `${request.method} is not served here.`, {
      allowed: methods,
      headers: { Allow: methods.join(', ') },
    });
  };
}

/** What a flood makes of its own accord: told of by figures, for a line about each would make it larger. */
const expected: ReadonlySet<string> = new Set(['busy', 'overloaded']);

/**
 * The last resort of every request: JSON for programs, a plain sentence for browsers, never a page or a stack. Four
 * arguments are how Express knows an error handler.
 */
export function answerProblems(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const problem = toProblem(error);
    if (problem.status >= 500 && !expected.has(problem.code))
      log.error({ err: error, method: request.method }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { code, message, allowed } = problem;
    response.status(problem.status).set({ 'Cache-Control': 'no-store', ...problem.headers });
    if (request.accepts(['json', 'html']) === 'html') response.type('text').send(`${message}\n`);
    else response.json({ error: { code, message, ...(allowed && { allowed }) } });
  };
}

function toProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof StoreUnavailable) {
    return new HttpProblem(503, error.code, 'Nothing can be saved at the moment. Please try again.', {
      headers: { 'Retry-After': '5' },
    });
  }
  if (error instanceof Overloaded) {
    return new HttpProblem(503, error.code, 'More arrives than can be decided. Please try again.', {
      headers: { 'Retry-After': '5' },
    });
  }
  return ofFramework(error) ?? new HttpProblem(500, 'internal', 'Something went wrong on our side.');
}

/** Express's own refusals: an address that cannot be decoded, a file that is not there or not to be read. */
function ofFramework(error: unknown): HttpProblem | null {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (typeof status !== 'number' || status < 400 || status > 499) return null;
  return status === 403 || status === 404
    ? notFound()
    : new HttpProblem(status, 'bad_request', 'The request cannot be read.');
}

function notFound(): HttpProblem {
  return new HttpProblem(404, 'not_found', 'There is nothing at this address.');
}
