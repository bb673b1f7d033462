import './without-eval.js';
import { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.js';
import { ApiProblem } from './api-problem.js';

const patienceMs = 15_000;

type Part<Name extends string, T> =
  Record<string, never> extends T ? Readonly<Partial<Record<Name, T>>> : Readonly<Record<Name, T>>;

/** What a request to an endpoint names, as its schemas take it; what needs nothing may be left out. */
export type Question<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject> = Part<
  'params',
  z.input<P>
> &
  Part<'query', z.input<Q>> &
  Part<'body', z.input<B>>;

/** The same, read without its types. */
interface RawQuestion {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/**
 * Asks the server by a line of the contract; the answer is what its schema reads.
 * @throws {ApiProblem}
 */
export async function ask<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodObject,
  A extends z.ZodType,
>(endpoint: Endpoint<P, Q, B, A>, question: Question<P, Q, B>, signal?: AbortSignal): Promise<z.output<A>> {
  const { params = {}, query = {}, body = {} }: RawQuestion = question;
  const response = await reach(addressOf(endpoint.path, params, query), {
    method: endpoint.method.toUpperCase(),
    headers: {
      accept: 'application/json',
      ...(endpoint.body && { 'content-type': 'application/json' }),
    },
    ...(endpoint.body && { body: JSON.stringify(body) }),
    signal: signalOf(signal),
  });
  const answer = await readAnswer(response);
  if (!response.ok) throw refusalOf(response.status, answer);
  const read = endpoint.answer.safeParse(answer);
  if (read.success) return read.data;
  throw unreadable(response.status, read.error);
}

/** `/api/v1/queue/h1?view=mine`; what is undefined is left out. */
export function addressOf(
  path: string,
  params: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, unknown>> = {},
): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `/api/v1${filled}${search === '' ? '' : `?${search}`}`;
}

function signalOf(signal: AbortSignal | undefined): AbortSignal {
  const timeout = AbortSignal.timeout(patienceMs);
  return signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, cache: 'no-store' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    throw isTimeout
      ? new ApiProblem({ status: 0, code: 'timeout', message: 'The server did not answer in time.' })
      : new ApiProblem({ status: 0, code: 'unreachable', message: 'The server cannot be reached.' });
  }
}

async function readAnswer(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw unreadable(response.status, error);
  }
}

const refusal = z.object({
  error: z.object({ code: z.string(), message: z.string(), allowed: z.array(z.string()).optional() }),
});

function refusalOf(status: number, answer: unknown): ApiProblem {
  const read = refusal.safeParse(answer);
  if (!read.success) return unreadable(status, read.error);
  const { code, message, allowed = [] } = read.data.error;
  return new ApiProblem({ status, code, message, allowed });
}

function unreadable(status: number, cause: unknown): ApiProblem {
  const facts = { code: 'unreadable', message: 'The server gave an answer that cannot be read.' };
  return new ApiProblem({ status: status < 400 ? 0 : status, ...facts }, { cause });
}
