import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { HttpProblem } from '../problem.js';

const failuresPerMinute = 30;

/**
 * Lets only the bearer of the token in; null: nobody. Failures are limited for each address. A right token passes even
 * then: behind a proxy all callers share an address, and a stranger's guesses must not shut the owner out. Guessing is
 * hopeless at any rate that a server answers (16 characters and more); the limit makes it cheap to refuse, and heard.
 */
export function onlyBearer(token: string | null): RequestHandler {
  const expected = token === null ? null : digest(token);
  const limitFailures = rateLimit({
    windowMs: 60_000,
    limit: failuresPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Its checks complain of forwarding headers, on the console; we trust none, whoever sends them.
    validate: false,
    handler: (_request, _response, next) => next(tooManyFailures()),
  });
  return async (request, response, next) => {
    if (expected !== null && timingSafeEqual(digest(bearerOf(request.get('authorization'))), expected))
      next();
    else await limitFailures(request, response, (error?: unknown) => next(error ?? unauthorized()));
  };
}

/** Digests have one length, so that comparing them says nothing about a guess. */
function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function bearerOf(header: string | undefined): string {
  return /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? '';
}

function unauthorized(): HttpProblem {
  return new HttpProblem(401, 'unauthorized', 'This needs the server’s API_TOKEN as a bearer token.', {
    allowed: ['Authorization: Bearer <API_TOKEN>'],
    headers: { 'WWW-Authenticate': 'Bearer realm="heyword"' },
  });
}

function tooManyFailures(): HttpProblem {
  return new HttpProblem(
    429,
    'too_many_failures',
    'Too many wrong tokens from this address; wait a minute.',
    {
      headers: { 'Retry-After': '60' },
    },
  );
}
