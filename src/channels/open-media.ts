import { Client, type Dispatcher } from 'undici';
import type { OpenedMedia } from './channel.js';

export interface MediaRules {
  /** Whether something may be fetched from there; asked again of each address that one leads to. */
  readonly allows: (url: URL) => boolean;
  /** The most bytes; default 25 MB, which is what the platforms take. */
  readonly sizeLimit?: number;
  /** Until the answer begins, and between two pieces of it, ms; default 15,000. */
  readonly timeout?: number;
}

/** Something that grew beyond its limit while it was read. */
class MediaTooLarge extends Error {
  override readonly name = 'MediaTooLarge';
  readonly code = 'media_too_large';
  readonly retryable = false;

  constructor() {
    super('What was sent along is larger than we fetch.');
  }
}

const mostHops = 3;
const defaultSizeLimit = 25 * 1024 * 1024;

/**
 * Opens what stands at an address, without a word of who asks: no token, no cookie. What is opened is read to its end or
 * given up by the signal. It throws {@link MediaTooLarge} where more comes than was announced; everything else is a result.
 */
export async function openAddress(
  address: string | null,
  rules: MediaRules,
  signal: AbortSignal,
): Promise<OpenedMedia> {
  let next = address;
  for (let hops = 0; hops <= mostHops; hops++) {
    const url = next !== null && URL.canParse(next) ? new URL(next) : null;
    if (url === null) return { ok: false, reason: 'unavailable' };
    if (!rules.allows(url)) return { ok: false, reason: 'foreign_host' };
    const answer = await openOne(url, rules, signal);
    if (!('location' in answer)) return answer;
    next = URL.canParse(answer.location, url.href) ? new URL(answer.location, url).href : null;
  }
  return { ok: false, reason: 'unavailable' };
}

interface Elsewhere {
  readonly location: string;
}

async function openOne(url: URL, rules: MediaRules, signal: AbortSignal): Promise<OpenedMedia | Elsewhere> {
  const { sizeLimit = defaultSizeLimit, timeout = 15_000 } = rules;
  const client = new Client(url.origin, {
    connect: { timeout },
    headersTimeout: timeout,
    bodyTimeout: timeout,
  });
  try {
    const path = `${url.pathname}${url.search}`;
    const headers = { 'accept-encoding': 'identity', 'user-agent': 'Heyword' };
    // One signal of this request's own: the given one may cover any number of them.
    const ended = AbortSignal.any([signal]);
    const answer = await client.request({ method: 'GET', path, headers, signal: ended });
    const read = judge(answer, sizeLimit);
    if ('content' in read) return { ...read, content: readWithin(answer.body, sizeLimit, client) };
    await discard(answer, client);
    return read;
  } catch {
    await client.destroy();
    return { ok: false, reason: 'unavailable' };
  }
}

function judge(
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  sizeLimit: number,
): OpenedMedia | Elsewhere {
  const { location } = headers;
  if (status >= 300 && status < 400 && typeof location === 'string') return { location };
  if (status === 403 || status === 404 || status === 410) return { ok: false, reason: 'expired' };
  if (status !== 200) return { ok: false, reason: 'unavailable' };
  const size = sizeIn(headers['content-length']);
  if (size !== null && size > sizeLimit) return { ok: false, reason: 'too_large' };
  return { ok: true, mimeType: mimeTypeIn(headers['content-type']), size, content: body };
}

function sizeIn(header: string | string[] | undefined): number | null {
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

const unknownType = 'application/octet-stream';

function mimeTypeIn(header: string | string[] | undefined): string {
  const [type = ''] = typeof header === 'string' ? header.split(';') : [];
  return /^[\w.+-]+\/[\w.+-]+$/.test(type.trim()) ? type.trim().toLowerCase() : unknownType;
}

async function* readWithin(
  body: AsyncIterable<Uint8Array>,
  sizeLimit: number,
  client: Client,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > sizeLimit) throw new MediaTooLarge();
      yield chunk;
    }
  } finally {
    await client.destroy();
  }
}

/** What nobody will read ends with its connection. */
async function discard({ body }: Dispatcher.ResponseData, client: Client): Promise<void> {
  body.on('error', () => undefined);
  await client.destroy();
}
