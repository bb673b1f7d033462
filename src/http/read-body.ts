import type { IncomingMessage } from 'node:http';
import { HttpProblem } from './problem.js';

/** Asked before each piece of a body is kept; false: there is no room for it. */
type Take = (bytes: number) => boolean;

/**
 * Reads a request's body as it was sent, at most `limit` bytes of it. Answers too much before it has arrived; Node
 * then discards the rest until the request times out, so nothing grows. Compressed bodies are refused: no platform
 * sends them, and a small one can unfold to any size.
 * @throws {HttpProblem} 413 too large, 415 compressed, 400 broken off, 503 no room
 */
export function readBody(request: IncomingMessage, limit: number, take: Take = () => true): Promise<Buffer> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return Promise.reject(compressed());
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.reject(tooLarge(limit));
  return collect(request, limit, take);
}

function collect(request: IncomingMessage, limit: number, take: Take): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const keep = (chunk: Buffer): void => {
      size += chunk.length;
      const refusal = size > limit ? tooLarge(limit) : take(chunk.length) ? null : noRoom();
      if (refusal === null) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      request.off('data', keep).resume();
      reject(refusal);
    };
    request.on('data', keep);
    request.once('end', () => resolve(join(chunks)));
    request.once('error', () => reject(new HttpProblem(400, 'broken_off', 'The request broke off.')));
  });
}

function join(chunks: readonly Buffer[]): Buffer {
  const [first] = chunks;
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks);
}

function compressed(): HttpProblem {
  return new HttpProblem(415, 'compressed', 'Bodies are taken as they are, without compression.', {
    allowed: ['identity'],
  });
}

function tooLarge(limit: number): HttpProblem {
  return new HttpProblem(413, 'too_large', `The body may have at most ${limit} bytes.`);
}

function noRoom(): HttpProblem {
  return new HttpProblem(503, 'busy', 'Too much arrives at the same time. Please try again.', {
    headers: { 'Retry-After': '5' },
  });
}
