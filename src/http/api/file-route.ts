import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Access } from '../../contract/endpoint.js';
import type { Caller } from './caller.js';
import { readParts } from './read-input.js';
import { callerOf } from './recognise-caller.js';
import type { ApiDeps, RawInput, RouteFacts } from './route.js';

/** Something that is passed on as it is. */
export interface FileAnswer {
  readonly mimeType: string;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** Whether it may be shown where it is asked for, where its type can do no harm; else it is only kept. */
  readonly isInline: boolean;
}

/** A line of the route table whose answer is a file. */
export interface FileRoute extends RouteFacts {
  readonly open: (
    raw: Pick<RawInput, 'params' | 'query' | 'caller'>,
    deps: ApiDeps,
    signal: AbortSignal,
  ) => Promise<FileAnswer>;
}

interface FileInput<P extends z.ZodObject, Q extends z.ZodObject> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly caller: Caller;
}

interface FileRouteDefinition<P extends z.ZodObject, Q extends z.ZodObject> {
  readonly path: `/${string}`;
  readonly summary: string;
  readonly access: Access;
  readonly params: P;
  readonly query: Q;
  readonly open: (input: FileInput<P, Q>, deps: ApiDeps, signal: AbortSignal) => Promise<FileAnswer>;
}

export function defineFileRoute<P extends z.ZodObject, Q extends z.ZodObject>(
  definition: FileRouteDefinition<P, Q>,
): FileRoute {
  const { path, summary, access, params, query, open } = definition;
  return {
    ...{ method: 'get', path, summary, access, params, query, body: null },
    open: (raw, deps, signal) => {
      const parts = {
        path: { schema: params, value: raw.params },
        query: { schema: query, value: raw.query },
      };
      const read = readParts(parts);
      return open({ params: read.path, query: read.query, caller: raw.caller }, deps, signal);
    },
  };
}

/** Types that are named as they are. Whatever else it is, is only bytes: a page or a drawing could act in our name. */
const namedTypes =
  /^(?:image\/(?:jpeg|png|gif|webp|heic)|audio\/(?:mpeg|mp4|aac|amr|ogg|opus|wav|webm)|video\/(?:mp4|webm|quicktime|3gpp)|application\/pdf)$/;

/** Passes it on while it is fetched; where that breaks off, so does the answer. */
export async function sendFile(
  route: FileRoute,
  request: Request,
  response: Response,
  deps: ApiDeps,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => {
    gone.abort();
  });
  const raw = { params: request.params, query: request.query, caller: callerOf(response) };
  const { mimeType, name, content, isInline } = await route.open(raw, deps, gone.signal);
  const type = safeType(mimeType);
  response.attachment(name.replace(/[\\/\p{Cc}]/gu, '_'));
  if (isInline && type !== bytes) showInline(response);
  response.set({
    'Content-Type': type,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  await pipeline(Readable.from(content), response);
}

const bytes = 'application/octet-stream';

/** Shown in our own pages, or by itself without a right to anything. */
function showInline(response: Response): void {
  const kept = String(response.get('Content-Disposition'));
  response.set('Content-Disposition', kept.replace(/^attachment/, 'inline'));
}

function safeType(mimeType: string): string {
  const type = mimeType.split(';')[0]?.trim().toLowerCase() ?? '';
  return namedTypes.test(type) ? type : bytes;
}
