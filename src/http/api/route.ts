import type { z } from 'zod';
import type { Access, Endpoint, Method } from '../../contract/endpoint.js';
import { forPrograms } from '../../contract/endpoint.js';
import { nothing } from '../../contract/values.js';
import type { Workspace } from '../../core/workspace.js';
import type { Deeds } from '../../engine/deeds.js';
import type { Engine } from '../../engine/engine.js';
import type { Identity } from '../../inbox/identity/identity.js';
import type { Live } from '../../inbox/live/live.js';
import type { Presence } from '../../inbox/presence/presence.js';
import type { Staff } from '../../store/staff.js';
import type { Store } from '../../store/store.js';
import type { Caller } from './caller.js';
import type { Metrics } from '../metrics.js';
import type { Exchange } from './exchange.js';
import { readParts } from './read-input.js';

/** What the API's handlers may use. */
export interface ApiDeps {
  readonly engine: Pick<
    Engine,
    | keyof Deeds
    | 'accounts'
    | 'deadlinesOf'
    | 'describeAccounts'
    | 'describeFlows'
    | 'describeSteps'
    | 'describeWorkspaces'
    | 'openAttachment'
  >;
  readonly store: Pick<
    Store,
    | 'countQueue'
    | 'findLink'
    | 'findUploads'
    | 'findUser'
    | 'keepUploads'
    | 'listContacts'
    | 'listHandoffs'
    | 'listOutcomes'
    | 'listQueue'
    | 'readContact'
    | 'readDesk'
    | 'readConversation'
    | 'readHandoff'
    | 'readLedger'
    | 'readQueueItem'
    | 'readQueueItemsOf'
    | 'readStory'
    | 'readTimeline'
    | 'readTrace'
    | 'readVersion'
    | 'saveUpload'
    | 'searchContacts'
    | 'searchMessages'
    | 'workspaceOf'
  >;
  /** What people saved for themselves and for others. */
  readonly staff: Pick<
    Staff,
    | 'deleteReply'
    | 'deleteView'
    | 'findSavedReply'
    | 'findSavedView'
    | 'listSavedReplies'
    | 'listSavedViews'
    | 'saveReply'
    | 'saveView'
  >;
  /** Random, never twice the same. */
  readonly newId: () => string;
  /** Not to be guessed, fit for an address. */
  readonly newToken: () => string;
  readonly identity: Identity;
  readonly live: Pick<Live, 'join' | 'peopleChanged'>;
  readonly presence: Pick<Presence, 'present' | 'tell'>;
  readonly metrics: Pick<Metrics, 'streamEnded'>;
  /** What is served now, by name; undefined: none of that name is. */
  readonly findWorkspace: (name: string) => Workspace | undefined;
  readonly publicUrl: string;
  /** Our clock, epoch ms. */
  readonly now: () => number;
}

/** What a handler gets: the parts of a request as its schemas read them, and who asks. */
interface Input<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
  /** Only where the route takes one. */
  readonly file: GivenFile | null;
  readonly caller: Caller;
  readonly exchange: Exchange;
}

type Handle<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject, A extends z.ZodType> = (
  input: Input<P, Q, B>,
  deps: ApiDeps,
) => Promise<z.input<A>>;

/** A file that is a request's whole body. */
export interface GivenFile {
  /** In small letters, without parameters. */
  readonly mimeType: string;
  readonly content: Buffer;
}

/** A request before anything is known of its parts. */
export interface RawInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly file: GivenFile | null;
  readonly caller: Caller;
  readonly exchange: Exchange;
}

/** What every line of the route table says. */
export interface RouteFacts {
  readonly method: Method;
  readonly path: `/${string}`;
  readonly summary: string;
  readonly access: Access;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodObject | null;
  /** Length of the file that its body is, at the most, bytes; left out: it takes none. */
  readonly takesFile?: number;
}

/** One line of the route table: what is served, and how it is described, from the same schemas. */
export interface Route extends RouteFacts {
  readonly answer: z.ZodType;
  readonly run: (raw: RawInput, deps: ApiDeps) => Promise<unknown>;
}

/** Serves an address of the contract: its handler sees only what the schemas accept, and answers only what they show. */
export function serve<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodObject,
  A extends z.ZodType,
>(endpoint: Endpoint<P, Q, B, A>, handle: Handle<P, Q, B, A>): Route {
  const { method, path, summary, access, answer } = endpoint;
  const params = endpoint.params ?? nothing;
  const query = endpoint.query ?? nothing;
  const body = endpoint.body ?? null;
  const run = async (raw: RawInput, deps: ApiDeps): Promise<unknown> => {
    const parts = {
      path: { schema: params, value: raw.params },
      query: { schema: query, value: raw.query },
      body: { schema: body ?? nothing, value: body === null ? {} : raw.body },
    };
    const read = readParts(parts);
    // A part without a schema of its own is read as an empty object, which is what its type then says.
    const input = { params: read.path, query: read.query, body: read.body } as Pick<
      Input<P, Q, B>,
      'params' | 'query' | 'body'
    >;
    const { file, caller, exchange } = raw;
    return answer.parse(await handle({ ...input, file, caller, exchange }, deps));
  };
  return { method, path, summary, access, params, query, body, answer, run };
}

interface RouteDefinition<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodObject,
  A extends z.ZodType,
> extends Omit<Endpoint<P, Q, B, A>, 'access'> {
  readonly handle: Handle<P, Q, B, A>;
}

/** An address for programs alone, which no page needs to know of. */
export function defineRoute<
  A extends z.ZodType,
  P extends z.ZodObject = typeof nothing,
  Q extends z.ZodObject = typeof nothing,
  B extends z.ZodObject = typeof nothing,
>({ handle, ...definition }: RouteDefinition<P, Q, B, A>): Route {
  return serve<P, Q, B, A>({ ...definition, access: forPrograms }, handle);
}
