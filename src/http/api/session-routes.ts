import type { z } from 'zod';
import { giveCode, readSession, type sessionAnswer, signIn, signOut } from '../../contract/identity.js';
import type { NewSession } from '../../inbox/identity/sessions.js';
import type { Exchange } from './exchange.js';
import { accepted } from './identity-problem.js';
import { type ApiDeps, type Route, serve } from './route.js';
import { signedInCaller, visitorOf } from './signed-in-caller.js';
import { showSession } from './user-answer.js';

/** How people come in, and go. */
export const sessionRoutes: readonly Route[] = [
  serve(readSession, ({ caller }, deps) => Promise.resolve(showSession(signedInCaller(caller), deps))),
  serve(signIn, async ({ body, caller, exchange }, deps) => {
    const { session } = accepted(await deps.identity.signIn(body, visitorOf(exchange)));
    if (caller.kind === 'person') await deps.identity.signOut(caller.signedIn);
    return enter(session, exchange, deps);
  }),
  serve(giveCode, async ({ body: { code }, caller, exchange }, deps) => {
    const who = signedInCaller(caller);
    const { session } = accepted(await deps.identity.giveCode(who, code, visitorOf(exchange)));
    return enter(session, exchange, deps);
  }),
  serve(signOut, async ({ caller, exchange }, { identity }) => {
    await identity.signOut(signedInCaller(caller));
    exchange.dropSession();
    return { done: true } as const;
  }),
];

/** Gives the browser its session, and says how far it leads. */
export function enter(session: NewSession, exchange: Exchange, deps: ApiDeps): z.input<typeof sessionAnswer> {
  exchange.keepSession(session.secret, session.expiresAt);
  return showSession(session.signedIn, deps);
}
