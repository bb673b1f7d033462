import { type Response, Router } from 'express';
import type { z } from 'zod';
import type { Access, Endpoint, Method } from '../../../src/contract/endpoint.js';
import { mayDo } from '../../../src/contract/roles.js';
import { nothing } from '../../../src/contract/values.js';
import { readParts } from '../../../src/http/api/read-input.js';
import { HttpProblem } from '../../../src/http/problem.js';
import type { World } from './world.js';

/** An address of the contract with what the fake answers there. */
export interface FakeRoute {
  readonly method: Method;
  /** As the contract writes it. */
  readonly path: string;
  readonly access: Access;
  readonly run: (raw: RawParts) => unknown;
}

/** The answer where there is nothing to say. */
export const allDone = { done: true } as const;

interface RawParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Answers an address: what is asked is read by the contract's schemas, and what is answered is held against them. */
export function answer<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodObject,
  A extends z.ZodType,
>(
  { method, path, access, params, query, body, answer: answers }: Endpoint<P, Q, B, A>,
  handle: (input: {
    readonly params: z.output<P>;
    readonly query: z.output<Q>;
    readonly body: z.output<B>;
  }) => z.input<A>,
): FakeRoute {
  const run = (raw: RawParts): unknown => {
    const read = readParts({
      params: { schema: params ?? nothing, value: raw.params },
      query: { schema: query ?? nothing, value: raw.query },
      body: { schema: body ?? nothing, value: raw.body ?? {} },
    });
    // Each part was read by its own schema, or by that of an empty object, which is then its type.
    return answers.parse(handle(read as Parameters<typeof handle>[0]));
  };
  return { method, path, access, run };
}

/** Serves the routes as `/api/v1` does: those that may not ask are refused, answers are JSON. */
export function serveRoutes(routes: readonly FakeRoute[], world: World): Router {
  const router = Router();
  for (const { method, path, access, run } of routes) {
    router[method](path, ({ params, query, body }, response: Response) => {
      admit(access, world);
      response.json(run({ params, query, body }));
    });
  }
  router.use(() => {
    throw new HttpProblem(404, 'not_found', 'There is nothing at this address.');
  });
  return router;
}

function admit(access: Access, { session, me }: World): void {
  if (access.who === 'anybody') return;
  const isIn = access.who === 'half_signed_in' ? session !== null : session === 'signed_in';
  if (!isIn) throw new HttpProblem(401, 'sign_in_first', 'This is for people who have signed in.');
  if (access.who === 'allowed' && !mayDo(me.user.role, access.to))
    throw new HttpProblem(403, 'not_allowed', `As ${me.user.role} you may not do this.`);
}
