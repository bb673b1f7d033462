import type { Endpoint } from '../../contract/endpoint.js';
import { forPrograms } from '../../contract/endpoint.js';
import { handBack, reply, resolve, take } from '../../contract/deeds.js';
import { answerDeed } from './answer-deed.js';
import { actorOf } from './caller.js';
import { type ApiDeps, type Route, serve } from './route.js';

/** Finds the conversation that is meant. @throws {HttpProblem} where nothing can be done to it */
type Locate = (id: string, deps: ApiDeps) => Promise<string>;

/** What may be done to a conversation. */
export const deedRoutes: readonly Route[] = routesOf((id) => Promise.resolve(id));

/** The same for programs, through a handoff that leads to it. */
export function handoffDeedRoutes(locate: Locate): readonly Route[] {
  return routesOf(locate, (path) => path.replace('/conversations', '/handoffs') as `/${string}`);
}

function routesOf(locate: Locate, rename?: (path: string) => `/${string}`): readonly Route[] {
  const placed = <E extends Pick<Endpoint, 'path' | 'access'>>(endpoint: E): E =>
    rename === undefined ? endpoint : { ...endpoint, path: rename(endpoint.path), access: forPrograms };
  return [
    serve(placed(take), async ({ params: { id }, body, caller }, deps) =>
      answerDeed(deps.engine.takeOver(await locate(id, deps), actorOf(caller, body.person))),
    ),
    serve(placed(reply), async ({ params: { id }, body, caller }, deps) =>
      answerDeed(
        deps.engine.reply(
          await locate(id, deps),
          actorOf(caller, body.person),
          { text: body.text },
          body.request_id,
        ),
      ),
    ),
    serve(placed(resolve), async ({ params: { id }, body, caller }, deps) =>
      answerDeed(
        deps.engine.resolve(await locate(id, deps), actorOf(caller, body.person), {
          outcome: body.outcome ?? null,
          asksForRating: body.ask_for_rating,
        }),
      ),
    ),
    serve(placed(handBack), async ({ params: { id }, body, caller }, deps) =>
      answerDeed(
        deps.engine.handBack(await locate(id, deps), actorOf(caller, body.person), {
          flow: body.flow ?? null,
          step: body.step ?? null,
        }),
      ),
    ),
  ];
}
