import type { IncomingMessage } from 'node:http';
import { HttpProblem } from './problem.js';
import { readBody } from './read-body.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body. Only `application/json` is taken: a foreign page can send anything else without being asked
 * first by the browser. What is inside is for a schema to judge.
 * @throws {HttpProblem} 415 not JSON by its type, 400 not JSON by its content, and those of `readBody`
 */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  if (mediaType(request) !== 'application/json') {
    throw new HttpProblem(415, 'unsupported_media_type', 'The body must be JSON, and say so.', {
      allowed: ['application/json'],
    });
  }
  const body = await readBody(request, limit);
  try {
    return JSON.parse(utf8.decode(body)) as unknown;
  } catch {
    throw new HttpProblem(400, 'malformed_json', 'The body is not JSON in UTF-8.');
  }
}

function mediaType(request: IncomingMessage): string {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';', 1);
  return type.trim().toLowerCase();
}
