import {
  beginSecondFactor,
  changeMe,
  changePassword,
  confirmSecondFactor,
  endSession,
  listSessions,
  removeSecondFactor,
} from '../../contract/identity.js';
import { describeBrowser } from './describe-browser.js';
import { found } from './found.js';
import { accepted } from './identity-problem.js';
import { type Route, serve } from './route.js';
import { enter } from './session-routes.js';
import { showMoment } from './show-moment.js';
import { signedInCaller, visitorOf } from './signed-in-caller.js';
import { showMe } from './user-answer.js';

/** What people say and do about themselves. */
export const meRoutes: readonly Route[] = [
  serve(changeMe, async ({ body, caller }, deps) => {
    const who = signedInCaller(caller);
    const { name, language, time_zone: timeZone, availability } = body;
    const user = await deps.identity.changeMe(who, {
      ...(name !== undefined && { name }),
      ...(language !== undefined && { language }),
      ...(timeZone !== undefined && { timeZone }),
      ...(availability !== undefined && { availability }),
    });
    deps.live.peopleChanged();
    return showMe({ ...who, user }, deps);
  }),
  serve(changePassword, async ({ body, caller, exchange }, deps) => {
    const who = signedInCaller(caller);
    const { session } = accepted(await deps.identity.changePassword(who, body, visitorOf(exchange)));
    return enter(session, exchange, deps);
  }),
  serve(listSessions, async ({ caller }, { identity }) => {
    const who = signedInCaller(caller);
    const items = (await identity.listSessions(who)).map(({ id, userAgent, createdAt, lastSeenAt }) => ({
      id,
      is_this: id === who.sessionId,
      agent: describeBrowser(userAgent),
      created_at: showMoment(createdAt),
      last_seen_at: showMoment(lastSeenAt),
    }));
    return { items };
  }),
  serve(endSession, async ({ params: { id }, caller, exchange }, { identity }) => {
    const who = signedInCaller(caller);
    found((await identity.endSession(who, id)) ? id : null, 'session');
    if (id === who.sessionId) exchange.dropSession();
    return { done: true } as const;
  }),
  serve(beginSecondFactor, async ({ body, caller, exchange }, { identity }) => {
    const who = signedInCaller(caller);
    const begun = await identity.beginSecondFactor(who, body.password, visitorOf(exchange));
    const { secret, uri } = accepted(begun);
    return { secret, uri };
  }),
  serve(confirmSecondFactor, async ({ body: { code }, caller, exchange }, deps) => {
    const who = signedInCaller(caller);
    const confirmed = await deps.identity.confirmSecondFactor(who, code, visitorOf(exchange));
    const { recoveryCodes, session } = accepted(confirmed);
    return { recovery_codes: [...recoveryCodes], session: enter(session, exchange, deps) };
  }),
  serve(removeSecondFactor, async ({ body: { password }, caller, exchange }, { identity }) => {
    const who = signedInCaller(caller);
    accepted(await identity.removeSecondFactor(who, password, visitorOf(exchange)));
    return { done: true } as const;
  }),
];
