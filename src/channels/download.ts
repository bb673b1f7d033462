import type { Agent } from 'undici';
import type { OpenedMedia } from './channel.js';

export interface DownloadRequest {
  /** The only host that is asked, such as `https://lookaside.fbsbx.com`; a path in it goes before `path`. */
  readonly baseUrl: string;
  /** With its query, and each part of it encoded. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The most bytes of it that are wanted. */
  readonly limit: number;
  readonly signal: AbortSignal;
}

const gone: ReadonlySet<number> = new Set([404, 410]);

/**
 * Opens a file and hands it on as it comes; redirects are not followed. Never throws, but for the content, whose reading
 * ends with an error where the file breaks off or is longer than was allowed. No error of it names the address, which may
 * hold a token.
 */
export async function openDownload(agent: Agent, request: DownloadRequest): Promise<OpenedMedia> {
  const { baseUrl, path, headers, limit, signal } = request;
  try {
    const { origin, pathname } = new URL(baseUrl);
    const whole = `${pathname.replace(/\/+$/, '')}${path}`;
    const answer = await agent.request({
      origin,
      path: whole,
      method: 'GET',
      headers: { ...headers },
      signal,
    });
    // Whoever gives a stream up makes it fail, and a failure that nobody listens to would end the process.
    answer.body.on('error', () => undefined);
    if (answer.statusCode !== 200) {
      answer.body.destroy();
      return { ok: false, reason: gone.has(answer.statusCode) ? 'expired' : 'unavailable' };
    }
    const size = readSize(answer.headers['content-length']);
    if (size !== null && size > limit) {
      answer.body.destroy();
      return { ok: false, reason: 'too_large' };
    }
    const type = answer.headers['content-type'];
    const mimeType = typeof type === 'string' ? type : 'application/octet-stream';
    return { ok: true, mimeType, size, content: bounded(answer.body, limit) };
  } catch {
    return { ok: false, reason: 'unavailable' };
  }
}

function readSize(value: string | string[] | undefined): number | null {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

async function* bounded(body: AsyncIterable<Uint8Array>, limit: number): AsyncIterable<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > limit) throw new BrokenDownload('it is longer than was allowed');
      yield chunk;
    }
  } catch (error) {
    throw error instanceof BrokenDownload ? error : new BrokenDownload('it broke off');
  }
}

class BrokenDownload extends Error {
  override readonly name = 'BrokenDownload';

  constructor(why: string) {
    super(`The file could not be read to its end: ${why}.`);
  }
}
