import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.js';
import { nothing } from '../../contract/values.js';
import { EventStream } from '../event-stream.js';
import type { Caller } from './caller.js';
import { exchangeOf } from './exchange.js';
import { readParts } from './read-input.js';
import { callerOf } from './recognise-caller.js';
import type { ApiDeps, RouteFacts } from './route.js';

interface StreamInput<Q extends z.ZodObject> {
  readonly query: z.output<Q>;
  readonly caller: Caller;
  /** The secret of the session that asks; null: none does. */
  readonly sessionSecret: string | null;
  /** What the browser heard last, by its own account; null: it says nothing of it. */
  readonly lastEventId: string | null;
}

/** A line of the route table whose answer goes on: server-sent events. */
export interface StreamRoute extends RouteFacts {
  readonly listen: (
    raw: Omit<StreamInput<z.ZodObject>, 'query'> & { readonly query: unknown },
    deps: ApiDeps,
    stream: EventStream,
  ) => void;
}

/** Serves an address of the contract by a stream, which is refused by throwing before its first word. */
export function serveStream<Q extends z.ZodObject>(
  endpoint: Pick<Endpoint<z.ZodObject, Q>, 'method' | 'path' | 'summary' | 'access' | 'query'>,
  listen: (input: StreamInput<Q>, deps: ApiDeps, stream: EventStream) => void,
): StreamRoute {
  const { method, path, summary, access, query } = endpoint;
  return {
    ...{ method, path, summary, access, params: nothing, query: query ?? nothing, body: null },
    listen: (raw, deps, stream) => {
      const read = readParts({ query: { schema: query ?? nothing, value: raw.query } });
      listen({ ...raw, query: read.query as z.output<Q> }, deps, stream);
    },
  };
}

export function sendStream(route: StreamRoute, request: Request, response: Response, deps: ApiDeps): void {
  const raw = {
    query: request.query,
    caller: callerOf(response),
    sessionSecret: exchangeOf(request, response).sessionSecret,
    lastEventId: request.get('last-event-id') ?? null,
  };
  route.listen(raw, deps, new EventStream(response));
}
