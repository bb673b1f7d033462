import {
  acceptInvitation,
  beginSecondFactor,
  changePerson,
  confirmSecondFactor,
  endSession,
  giveCode,
  invite,
  listInvitations,
  listSessions,
  readInvitation,
  resetPerson,
} from '../../../src/contract/identity.js';
import { HttpProblem } from '../../../src/http/problem.js';
import { allDone, answer, type FakeRoute } from './serve-contract.js';
import { day, momentOf, type World } from './world.js';

/** The one code that the fake takes for a second factor. */
export const rightCode = '123456';

/** Whose links work: each is for somebody else. */
const invitations = {
  owner: { kind: 'owner', email: null, name: null, role: 'owner', invited_by: null },
  agent: {
    kind: 'invitation',
    email: 'noa@studio.example',
    name: 'Noa',
    role: 'agent',
    invited_by: 'Sam Okafor',
  },
  reset: { kind: 'reset', email: 'ida@studio.example', name: 'Ida Berg', role: 'agent', invited_by: null },
} as const;

/** Ways in that are not by password alone. Owners have to set up a second factor. */
export function entranceRoutes(world: World): readonly FakeRoute[] {
  const session = () => ({
    state: world.session ?? ('signed_in' as const),
    me: world.session === 'signed_in' ? world.me : null,
  });
  const takeCode = (code: string): void => {
    if (code !== rightCode) throw new HttpProblem(401, 'wrong', 'That is not right.');
    world.session = 'signed_in';
  };
  return [
    answer(readInvitation, ({ params }) => invitationOf(params.token)),
    answer(acceptInvitation, ({ params }) => {
      const { kind } = invitationOf(params.token);
      world.session = kind === 'owner' ? 'second_factor_needed' : 'signed_in';
      return session();
    }),
    answer(giveCode, ({ body }) => {
      takeCode(body.code);
      return session();
    }),
    answer(beginSecondFactor, () => ({
      secret: 'JBSWY3DPEHPK3PXP',
      uri: 'otpauth://totp/Heyword:ida?secret=JBSWY3DPEHPK3PXP&issuer=Heyword',
    })),
    answer(confirmSecondFactor, ({ body }) => {
      takeCode(body.code);
      return { recovery_codes: ['aaaa-bbbb', 'cccc-dddd', 'eeee-ffff', 'gggg-hhhh'], session: session() };
    }),
  ];
}

/** Who is invited, what people may do, and where they are signed in. */
export function peopleRoutes(world: World): readonly FakeRoute[] {
  const seen = momentOf(world.now() - day);
  const here = { id: 's-1', is_this: true, agent: 'Firefox on Linux', created_at: seen, last_seen_at: seen };
  let sessions = [here, { ...here, id: 's-2', is_this: false, agent: 'Safari on iPhone' }];
  const invited = {
    id: 'i-1',
    email: 'noa@studio.example',
    name: 'Noa',
    role: 'agent' as const,
    invited_by: 'Sam Okafor',
    expires_at: momentOf(world.now() + 3 * day),
  };
  return [
    answer(listSessions, () => ({ items: sessions })),
    answer(endSession, ({ params }) => {
      sessions = sessions.filter(({ id }) => id !== params.id);
      return allDone;
    }),
    answer(listInvitations, () => ({ items: [invited] })),
    answer(invite, ({ body: { email, name = null, role } }) => ({
      invitation: { ...invited, id: 'i-2', email, name, role },
      link: 'https://studio.example/welcome/agent',
    })),
    answer(resetPerson, () => ({
      link: 'https://studio.example/welcome/reset',
      expires_at: invited.expires_at,
    })),
    answer(changePerson, ({ params, body }) => {
      const person = world.people.find(({ id }) => id === params.id);
      if (person === undefined) throw new HttpProblem(404, 'not_found', 'Nobody.');
      const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      const changed = { ...person, ...given };
      world.people = world.people.map((one) => (one.id === params.id ? changed : one));
      return changed;
    }),
  ];
}

function invitationOf(token: string): (typeof invitations)[keyof typeof invitations] {
  if (token === 'owner' || token === 'agent' || token === 'reset') return invitations[token];
  throw new HttpProblem(404, 'gone', 'This link is not valid any more.');
}
