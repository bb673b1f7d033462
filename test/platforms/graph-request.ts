import type { IncomingMessage } from 'node:http';
import type { FakeRequest } from './fake-request.js';

/** `/{version}/{node}/{edge}?…`: a node is an account, a contact, a comment, a business or a file. */
export function readGraphHead(incoming: IncomingMessage): FakeRequest {
  const { pathname, searchParams: query } = new URL(incoming.url ?? '/', 'http://meta.invalid');
  const segments = pathname.slice(1).split('/').map(decodeURIComponent);
  // The one address without a version.
  if (segments.length === 1) segments.unshift('');
  const [version = '', accountId = '', edge = ''] = segments;
  const { authorization } = incoming.headers;
  return {
    at: Date.now(),
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    query,
    version,
    accountId,
    edge,
    contactId: null,
    token: authorization?.replace(/^Bearer /, '') ?? null,
    headers: incoming.headers,
    body: null,
  };
}

/** Parsed JSON; null where there is none. */
export async function readJsonBody(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? null : JSON.parse(text);
}
