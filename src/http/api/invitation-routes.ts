import { acceptInvitation, readInvitation } from '../../contract/identity.js';
import { toRole } from '../../inbox/identity/signed-in.js';
import { found } from './found.js';
import { accepted } from './identity-problem.js';
import { type Route, serve } from './route.js';
import { enter } from './session-routes.js';
import { visitorOf } from './signed-in-caller.js';

/** How people come in for the first time, or again when they have forgotten how. */
export const invitationRoutes: readonly Route[] = [
  serve(readInvitation, async ({ params: { token } }, { identity }) => {
    const { kind, email, name, role, invitedBy } = found(
      await identity.readInvitation(token),
      'invitation any more',
    );
    return { kind, email, name, role: toRole(role), invited_by: invitedBy };
  }),
  serve(acceptInvitation, async ({ params: { token }, body, caller, exchange }, deps) => {
    const { name, email, password } = body;
    const said = { name, email, password };
    const { session } = accepted(await deps.identity.acceptInvitation(token, said, visitorOf(exchange)));
    if (caller.kind === 'person') await deps.identity.signOut(caller.signedIn);
    deps.live.peopleChanged();
    return enter(session, exchange, deps);
  }),
];
