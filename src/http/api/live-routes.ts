import { listenLive, tellPresence } from '../../contract/live.js';
import type { SignedIn } from '../../inbox/identity/signed-in.js';
import { HttpProblem } from '../problem.js';
import type { Caller } from './caller.js';
import { found } from './found.js';
import { type Route, serve } from './route.js';
import { serveStream, type StreamRoute } from './stream-route.js';
import { mayDiscover } from './visible.js';

/** What moves by itself in the inbox, and who looks at what in it. */
export const liveRoutes: readonly (Route | StreamRoute)[] = [
  serveStream(listenLive, ({ query, caller, sessionSecret, lastEventId }, { live, metrics }, stream) => {
    const joined = live.join({
      signedIn: signedInOf(caller),
      secret: sessionSecret ?? '',
      page: query.page ?? null,
      after: lastEventId ?? query.after ?? null,
      listener: {
        hear: ({ name, data }, id) => stream.tell({ name, data, id }),
        end: () => stream.end(),
      },
    });
    if (!joined.ok) {
      metrics.streamEnded(joined.reason);
      throw refusals[joined.reason]();
    }
    stream.onCut(() => metrics.streamEnded('too_slow'));
    stream.onClosed(joined.leave);
  }),
  serve(tellPresence, async ({ body, caller }, { presence, store }) => {
    const { user } = signedInOf(caller);
    const { page, conversation_id: conversationId, is_typing: isTyping } = body;
    if (conversationId !== null) {
      const workspace = await store.workspaceOf(conversationId);
      found(workspace !== null && mayDiscover(caller, workspace) ? workspace : null, 'conversation');
    }
    presence.tell({ userId: user.id, name: user.name, page, conversationId, isTyping });
    return { done: true } as const;
  }),
];

/** Both are for people alone, which is checked on the way in. */
function signedInOf(caller: Caller): SignedIn {
  if (caller.kind === 'person') return caller.signedIn;
  throw new TypeError('Only people come this far.');
}

const refusals = {
  session_full: () =>
    new HttpProblem(429, 'too_many_streams', 'Too many pages of this session listen already; close some.', {
      headers: { 'Retry-After': '20' },
    }),
  house_full: () => full('No further page can listen at the moment.'),
  closing: () => full('The server is about to close.'),
} as const;

function full(message: string): HttpProblem {
  return new HttpProblem(503, 'too_many_listeners', message, { headers: { 'Retry-After': '5' } });
}
