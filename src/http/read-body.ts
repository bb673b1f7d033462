import type { IncomingMessage } from 'node:http';
import { HttpProblem } from './problem.js';

/**
 * Reads a request's body as it was sent, at most `limit` bytes of it. Answers too much before it has arrived; Node
 * then discards the rest until the request times out, so nothing grows. Compressed bodies are refused: no platform
 * sends them, and a small one can unfold to any size.
 * @throws {HttpProblem} 413 too large, 415 compressed, 400 broken off
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return Promise.reject(compressed());
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.reject(tooLarge(limit));
  return collect(request, limit);
}

function collect(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const keep = (chunk: Buffer): void => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= limit) return;
      request.off('data', keep).resume();
      chunks.length = 0;
      reject(tooLarge(limit));
    };
    request.on('data', keep);
    request.once('end', () => {
      const [only] = chunks;
      resolve(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks));
    });
    request.once('error', () => reject(new HttpProblem(400, 'broken_off', 'The request broke off.')));
  });
}

function compressed(): HttpProblem {
  return new HttpProblem(415, 'compressed', 'Bodies are taken as they are, without compression.', {
    allowed: ['identity'],
  });
}

function tooLarge(limit: number): HttpProblem {
  return new HttpProblem(413, 'too_large', `The body may have at most ${limit} bytes.`);
}
