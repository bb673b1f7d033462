import { z } from 'zod';
import { answerDeed, deedAnswer } from './answer-deed.js';
import { id, person, requestId, text } from './fields.js';
import { type ApiDeps, defineRoute, type Route } from './route.js';

/** Finds the conversation that is meant. @throws {HttpProblem} where nothing can be done to it */
type Locate = (id: string, deps: ApiDeps) => Promise<string>;

const params = z.strictObject({ id });

/** What a person may do to a conversation: by itself, or through a handoff that leads to it. */
export function deedRoutes(prefix: `/${string}`, locate: Locate): readonly Route[] {
  return [take(prefix, locate), reply(prefix, locate), resolve(prefix, locate), handBack(prefix, locate)];
}

function take(prefix: `/${string}`, locate: Locate): Route {
  return defineRoute({
    method: 'post',
    path: `${prefix}/:id/take`,
    summary: 'Take over: from now on the bot is silent, and what it still had to say is cancelled',
    params,
    body: z.strictObject({ person }),
    answer: deedAnswer,
    handle: async ({ params: { id }, body }, deps) =>
      answerDeed(deps.engine.takeOver(await locate(id, deps), body.person)),
  });
}

function reply(prefix: `/${string}`, locate: Locate): Route {
  return defineRoute({
    method: 'post',
    path: `${prefix}/:id/reply`,
    summary: 'Answer the contact; taking over is implied',
    params,
    body: z.strictObject({
      person,
      text: text(20_000).describe('What the contact will read.'),
      request_id: requestId,
    }),
    answer: deedAnswer,
    handle: async ({ params: { id }, body }, deps) =>
      answerDeed(deps.engine.reply(await locate(id, deps), body.person, body.text, body.request_id)),
  });
}

function resolve(prefix: `/${string}`, locate: Locate): Route {
  return defineRoute({
    method: 'post',
    path: `${prefix}/:id/resolve`,
    summary: 'Close the open handoff as done',
    params,
    body: z.strictObject({
      person,
      outcome: text(100).optional().describe('A named result, such as `booked`.'),
    }),
    answer: deedAnswer,
    handle: async ({ params: { id }, body }, deps) =>
      answerDeed(deps.engine.resolve(await locate(id, deps), body.person, body.outcome ?? null)),
  });
}

function handBack(prefix: `/${string}`, locate: Locate): Route {
  return defineRoute({
    method: 'post',
    path: `${prefix}/:id/hand-back`,
    summary: 'Give the conversation back to the bot',
    params,
    body: z.strictObject({
      person,
      flow: text(100)
        .optional()
        .describe('A flow to begin at once; without one the bot waits for the contact.'),
    }),
    answer: deedAnswer,
    handle: async ({ params: { id }, body }, deps) =>
      answerDeed(deps.engine.handBack(await locate(id, deps), body.person, body.flow ?? null)),
  });
}
