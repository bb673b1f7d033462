import type { Dispatcher } from 'undici';

/** An answer goes on for longer than we read. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** An answer is something else than JSON, or packed although we asked for it plain. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
}

type Answer = Pick<Dispatcher.ResponseData, 'statusCode' | 'headers' | 'body'>;

/** The JSON document of an answer; null: it has no content. Throws `TooLarge` and `NotJson`. */
export async function readDocument(
  { statusCode, headers, body }: Answer,
  mostBytes: number,
): Promise<unknown> {
  if (statusCode === 204) return null;
  const encoding = headers['content-encoding'] ?? 'identity';
  // Unpacked, a few bytes could become any number of them.
  if (encoding !== 'identity') throw new NotJson('The answer is packed.');
  const announced = Number(headers['content-length'] ?? 0);
  if (announced > mostBytes) throw new TooLarge('The answer says that it is too large.');
  if (!isJson(headers['content-type'])) throw new NotJson('The answer does not say that it is JSON.');
  return parse(await readBytes(body, mostBytes));
}

function isJson(contentType: string | string[] | undefined): boolean {
  return typeof contentType === 'string' && /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/iu.test(contentType);
}

async function readBytes(body: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new TooLarge('The answer is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new NotJson('The answer is no JSON.');
  }
}
