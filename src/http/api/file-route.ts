import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Access } from '../../contract/endpoint.js';
import { nothing } from '../../contract/values.js';
import { readParts } from './read-input.js';
import type { ApiDeps, RawInput, RouteFacts } from './route.js';

/** Something that is passed on as it is, and never shown in our own pages. */
export interface FileAnswer {
  readonly mimeType: string;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A line of the route table whose answer is a file. */
export interface FileRoute extends RouteFacts {
  readonly open: (
    raw: Pick<RawInput, 'params' | 'query'>,
    deps: ApiDeps,
    signal: AbortSignal,
  ) => Promise<FileAnswer>;
}

interface FileRouteDefinition<P extends z.ZodObject> {
  readonly path: `/${string}`;
  readonly summary: string;
  readonly access: Access;
  readonly params: P;
  readonly open: (params: z.output<P>, deps: ApiDeps, signal: AbortSignal) => Promise<FileAnswer>;
}

export function defineFileRoute<P extends z.ZodObject>(definition: FileRouteDefinition<P>): FileRoute {
  const { path, summary, access, params, open } = definition;
  return {
    ...{ method: 'get', path, summary, access, params, query: nothing, body: null },
    open: (raw, deps, signal) => {
      const parts = {
        path: { schema: params, value: raw.params },
        query: { schema: nothing, value: raw.query },
      };
      return open(readParts(parts).path, deps, signal);
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
  const raw = { params: request.params, query: request.query };
  const { mimeType, name, content } = await route.open(raw, deps, gone.signal);
  response.attachment(name.replace(/[\\/\p{Cc}]/gu, '_'));
  response.set({
    'Content-Type': safeType(mimeType),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  await pipeline(Readable.from(content), response);
}

function safeType(mimeType: string): string {
  const type = mimeType.split(';')[0]?.trim().toLowerCase() ?? '';
  return namedTypes.test(type) ? type : 'application/octet-stream';
}
