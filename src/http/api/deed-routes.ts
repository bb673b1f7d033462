import type { Endpoint } from '../../contract/endpoint.js';
import { forPrograms } from '../../contract/endpoint.js';
import { handBack, reply, resolve, take } from '../../contract/deeds.js';
import { answerDeed } from './answer-deed.js';
import { actorOf, type Caller } from './caller.js';
import { answerContact } from './reply-deed.js';
import { type ApiDeps, type Route, serve } from './route.js';
import { visibleConversation } from './visible.js';

/** Finds the conversation that is meant. @throws {HttpProblem} where nothing can be done to it, for whoever asks */
type Locate = (id: string, caller: Caller, deps: ApiDeps) => Promise<string>;

/** What may be done to a conversation, by people and by programs. */
export const deedRoutes: readonly Route[] = routesOf(reachConversation);

/** The same for programs, through a handoff that leads to it. */
export function handoffDeedRoutes(locate: Locate): readonly Route[] {
  return routesOf(locate, (path) => path.replace('/conversations', '/handoffs') as `/${string}`);
}

/** Of what a person may not see they are told that it is not there; a program is told by the engine. */
async function reachConversation(id: string, caller: Caller, { store }: ApiDeps): Promise<string> {
  if (caller.kind === 'person') await visibleConversation(id, caller, store);
  return id;
}

function routesOf(locate: Locate, rename?: (path: string) => `/${string}`): readonly Route[] {
  const placed = <E extends Pick<Endpoint, 'path' | 'access'>>(endpoint: E): E =>
    rename === undefined ? endpoint : { ...endpoint, path: rename(endpoint.path), access: forPrograms };
  return [
    serve(placed(take), async ({ params: { id }, body, caller }, deps) =>
      answerDeed(deps.engine.takeOver(await locate(id, caller, deps), actorOf(caller, body.person))),
    ),
    serve(placed(reply), async ({ params: { id }, body, caller }, deps) => {
      const actor = actorOf(caller, body.person);
      return answerContact(deps, await locate(id, caller, deps), actor, body);
    }),
    serve(placed(resolve), async ({ params: { id }, body, caller }, deps) => {
      const resolution = { outcome: body.outcome ?? null, asksForRating: body.ask_for_rating };
      const actor = actorOf(caller, body.person);
      return answerDeed(deps.engine.resolve(await locate(id, caller, deps), actor, resolution));
    }),
    serve(placed(handBack), async ({ params: { id }, body, caller }, deps) => {
      const to = { flow: body.flow ?? null, step: body.step ?? null };
      const actor = actorOf(caller, body.person);
      return answerDeed(deps.engine.handBack(await locate(id, caller, deps), actor, to));
    }),
  ];
}
