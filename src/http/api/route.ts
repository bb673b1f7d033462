import { z } from 'zod';
import type { Engine } from '../../engine/engine.js';
import type { Store } from '../../store/store.js';
import { readParts } from './read-input.js';

/** What the machine API's handlers may use. */
export interface ApiDeps {
  readonly engine: Pick<
    Engine,
    | 'describeFlows'
    | 'handBack'
    | 'openAttachment'
    | 'reply'
    | 'reportOutcome'
    | 'resolve'
    | 'takeOver'
    | 'withdraw'
  >;
  readonly store: Pick<
    Store,
    | 'findLink'
    | 'listContacts'
    | 'listHandoffs'
    | 'listOutcomes'
    | 'readContact'
    | 'readConversation'
    | 'readHandoff'
    | 'readLedger'
    | 'readStory'
    | 'readTrace'
  >;
  readonly publicUrl: string;
  /** Our clock, epoch ms. */
  readonly now: () => number;
}

/** What a handler gets: the parts of a request as its schemas read them. */
interface Input<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
}

interface RouteDefinition<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodObject,
  A extends z.ZodType,
> {
  readonly method: 'get' | 'post';
  /** As Express writes it, below `/api/v1`: `/handoffs/:id`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** What is answered; all else that a handler returns is left out. */
  readonly answer: A;
  readonly handle: (input: Input<P, Q, B>, deps: ApiDeps) => Promise<z.input<A>>;
}

/** The parts of a request before anything is known of them. */
export interface RawInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** What every line of the route table says. */
export interface RouteFacts {
  readonly method: 'get' | 'post';
  readonly path: `/${string}`;
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodObject | null;
}

/** One line of the route table: what is served, and how it is described, from the same schemas. */
export interface Route extends RouteFacts {
  readonly answer: z.ZodType;
  readonly run: (raw: RawInput, deps: ApiDeps) => Promise<unknown>;
}

const nothing = z.strictObject({});

/** Binds a handler to its schemas: it sees only what they accept, and answers only what they show. */
export function defineRoute<
  A extends z.ZodType,
  P extends z.ZodObject = typeof nothing,
  Q extends z.ZodObject = typeof nothing,
  B extends z.ZodObject = typeof nothing,
>(definition: RouteDefinition<P, Q, B, A>): Route {
  const { method, path, summary, answer, handle } = definition;
  const params = definition.params ?? nothing;
  const query = definition.query ?? nothing;
  const body = definition.body ?? null;
  const run = async (raw: RawInput, deps: ApiDeps): Promise<unknown> => {
    const parts = {
      path: { schema: params, value: raw.params },
      query: { schema: query, value: raw.query },
      body: { schema: body ?? nothing, value: body === null ? {} : raw.body },
    };
    const read = readParts(parts);
    // A part without a schema of its own is read as an empty object, which is what its type then says.
    const input = { params: read.path, query: read.query, body: read.body } as Input<P, Q, B>;
    return answer.parse(await handle(input, deps));
  };
  return { method, path, summary, params, query, body, answer, run };
}
