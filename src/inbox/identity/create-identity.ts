import type { StaffUser } from '../../store/staff.js';
import type { Identity, OwnChange } from './identity.js';
import { acceptInvitation, invite, inviteOwner, readInvitation } from './invitations.js';
import { changePassword } from './own-password.js';
import type { IdentityParts } from './parts.js';
import { changePerson, listInvitations, listPeople, resetPerson, withdrawInvitation } from './people.js';
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor } from './second-factor-setup.js';
import { findSession } from './sessions.js';
import { giveCode, signIn } from './sign-in.js';
import { type SignedIn, toUser, type User } from './signed-in.js';

export function createIdentity(parts: IdentityParts): Identity {
  const { store } = parts;
  return {
    findSession: (secret) => findSession(parts, secret),
    signIn: (credentials, visitor) => signIn(parts, credentials, visitor),
    giveCode: (who, code, visitor) => giveCode(parts, who, code, visitor),
    signOut: async ({ user, sessionId }) => {
      await store.endSession(user.id, sessionId);
    },

    readInvitation: (token) => readInvitation(parts, token),
    acceptInvitation: (token, said, visitor) => acceptInvitation(parts, token, said, visitor),

    beginSecondFactor: (who, password, visitor) => beginSecondFactor(parts, who, password, visitor),
    confirmSecondFactor: (who, code, visitor) => confirmSecondFactor(parts, who, code, visitor),
    removeSecondFactor: (who, password, visitor) => removeSecondFactor(parts, who, password, visitor),
    changeMe: (who, change) => changeMe(parts, who, change),
    changePassword: (who, passwords, visitor) => changePassword(parts, who, passwords, visitor),
    listSessions: ({ user }) => store.listSessions(user.id),
    endSession: ({ user }, id) => store.endSession(user.id, id),

    listPeople: (viewer) => listPeople(parts, viewer),
    changePerson: (by, id, placement) => changePerson(parts, by, id, placement),
    resetPerson: (by, id) => resetPerson(parts, by, id),
    invite: (inviter, wanted) => invite(parts, inviter, wanted),
    listInvitations: (viewer) => listInvitations(parts, viewer),
    withdrawInvitation: (by, id) => withdrawInvitation(parts, by, id),

    inviteOwner: () => inviteOwner(parts),
  };
}

async function changeMe({ store }: IdentityParts, { user }: SignedIn, change: OwnChange): Promise<User> {
  await store.changeUser(user.id, change);
  const changed: StaffUser | null = await store.findUser(user.id);
  return changed === null ? { ...user, ...change } : toUser(changed);
}
