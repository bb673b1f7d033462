import type { z } from 'zod';
import {
  changePerson,
  invite,
  type invitationLineAnswer,
  listInvitations,
  listPeople,
  resetPerson,
  withdrawInvitation,
} from '../../contract/identity.js';
import { toRole } from '../../inbox/identity/signed-in.js';
import type { StaffInvitation } from '../../store/staff.js';
import { found } from './found.js';
import { accepted } from './identity-problem.js';
import { checkPlaces } from './known-places.js';
import { type Route, serve } from './route.js';
import { showMoment } from './show-moment.js';
import { signedInCaller } from './signed-in-caller.js';
import { showUser } from './user-answer.js';

/** Who works here, and who decides about it. */
export const peopleRoutes: readonly Route[] = [
  serve(listPeople, async ({ caller }, { identity, now }) => {
    const people = await identity.listPeople(signedInCaller(caller).user);
    return { items: people.map((user) => showUser(user, now())) };
  }),
  serve(listInvitations, async ({ caller }, { identity }) => {
    const items = await identity.listInvitations(signedInCaller(caller).user);
    return { items: items.map(showInvitation) };
  }),
  serve(invite, async ({ body, caller }, { identity, engine }) => {
    checkPlaces(engine.describeWorkspaces(), signedInCaller(caller).user, body);
    const wanted = { ...body, name: body.name ?? null };
    const { invitation, link } = accepted(await identity.invite(signedInCaller(caller).user, wanted));
    return { invitation: showInvitation(invitation), link };
  }),
  serve(withdrawInvitation, async ({ params: { id }, caller }, { identity }) => {
    const isWithdrawn = await identity.withdrawInvitation(signedInCaller(caller).user, id);
    found(isWithdrawn ? id : null, 'invitation');
    return { done: true } as const;
  }),
  serve(changePerson, async ({ params: { id }, body, caller }, { identity, engine, live, now }) => {
    checkPlaces(engine.describeWorkspaces(), signedInCaller(caller).user, body);
    const { role, workspaces, teams, capacity, is_disabled: isDisabled } = body;
    const placement = {
      ...(role !== undefined && { role }),
      ...(workspaces !== undefined && { workspaces }),
      ...(teams !== undefined && { teams }),
      ...(capacity !== undefined && { capacity }),
      ...(isDisabled !== undefined && { isDisabled }),
    };
    const { user } = accepted(await identity.changePerson(signedInCaller(caller).user, id, placement));
    live.peopleChanged();
    return showUser(user, now());
  }),
  serve(resetPerson, async ({ params: { id }, caller }, { identity }) => {
    const { link, invitation } = accepted(await identity.resetPerson(signedInCaller(caller).user, id));
    return { link, expires_at: showMoment(invitation.expiresAt) };
  }),
];

function showInvitation(invitation: StaffInvitation): z.input<typeof invitationLineAnswer> {
  const { id, email, name, role, invitedBy, expiresAt } = invitation;
  return {
    ...{ id, name, email: email ?? '', role: toRole(role) },
    invited_by: invitedBy,
    expires_at: showMoment(expiresAt),
  };
}
