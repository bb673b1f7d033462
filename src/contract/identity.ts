import { z } from 'zod';
import { endpoint, forAnybody, forHalfSignedIn, forPeople, peopleWhoMay } from './endpoint.js';
import { roles } from './roles.js';
import { doneAnswer, id, moment, oneOf, text } from './values.js';

const email = z.string().trim().toLowerCase().max(254).pipe(z.email('must be an e-mail address'));
const passwordRule = 'must be a text of 12 to 256 characters';
const password = z.string(passwordRule).min(12, passwordRule).max(256, passwordRule);
const code = text(40).describe('Six digits of the authenticator, or a recovery code.');

/** Where someone works, `workspace/team`. */
const teamName = text(200).regex(/^[^/]+\/[^/]+$/, 'must be a workspace and a team, such as main/sales');

const availabilities = ['available', 'away'] as const;

export const userAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    workspaces: z.array(z.string()).nullable().describe('Null: all of them.'),
    teams: z.array(z.string()).describe('`workspace/team`.'),
    capacity: z.number().int().describe('How many open chats are assigned to them at the most; 0: none.'),
    is_disabled: z.boolean(),
    has_second_factor: z.boolean(),
    availability: z.enum(availabilities).describe('What they say themselves.'),
    is_online: z.boolean().describe('Whether they have the inbox open now.'),
    created_at: moment,
    last_seen_at: moment.nullable(),
  })
  .meta({ id: 'User' });

export const meAnswer = z
  .object({
    user: userAnswer,
    /** Of the interface; null: what the browser prefers. */
    language: z.enum(['en', 'de']).nullable(),
    time_zone: z.string().nullable().describe('IANA name; null: the browser’s.'),
    session_id: z.string(),
    workspaces: z
      .array(
        z.object({
          name: z.string(),
          brand: z.string(),
          teams: z.array(z.object({ name: z.string(), title: z.string() })),
          accounts: z.array(z.object({ name: z.string(), channel: z.string() })),
          topics: z.array(z.object({ name: z.string(), title: z.string() })),
          outcomes: z
            .array(z.string())
            .describe('Outcomes that flows reach: what a resolution may be called.'),
        }),
      )
      .describe('Those that they may see.'),
  })
  .meta({ id: 'Me' });

/** Where someone stands on their way in. */
export const sessionAnswer = z
  .object({
    state: z
      .enum(['signed_in', 'code_needed', 'second_factor_needed'])
      .describe(
        '`code_needed`: their second factor is asked for; `second_factor_needed`: they must set one up first.',
      ),
    me: meAnswer.nullable().describe('Null until they are in.'),
  })
  .meta({ id: 'Session' });

export const readSession = endpoint({
  method: 'get',
  path: '/session',
  summary: 'Who is signed in',
  access: forHalfSignedIn,
  answer: sessionAnswer,
});

export const signIn = endpoint({
  method: 'post',
  path: '/session',
  summary: 'Sign in by e-mail and password; the session is a cookie',
  access: forAnybody,
  body: z.strictObject({ email: z.string().trim().toLowerCase().max(254), password: z.string().max(256) }),
  answer: sessionAnswer,
});

export const giveCode = endpoint({
  method: 'post',
  path: '/session/code',
  summary: 'Give the second factor',
  access: forHalfSignedIn,
  body: z.strictObject({ code }),
  answer: sessionAnswer,
});

export const signOut = endpoint({
  method: 'delete',
  path: '/session',
  summary: 'Sign out',
  access: forHalfSignedIn,
  answer: doneAnswer,
});

const invitationAnswer = z
  .object({
    kind: z.enum(['owner', 'invitation', 'reset']),
    email: z.string().nullable().describe('Null: the first owner gives it.'),
    name: z.string().nullable(),
    role: z.enum(roles),
    invited_by: z.string().nullable(),
  })
  .meta({ id: 'Invitation' });

export const readInvitation = endpoint({
  method: 'get',
  path: '/invitations/:token',
  summary: 'Read an invitation by the token of its link',
  access: forAnybody,
  params: z.strictObject({ token: text(200) }),
  answer: invitationAnswer,
});

export const acceptInvitation = endpoint({
  method: 'post',
  path: '/invitations/:token',
  summary: 'Accept an invitation, or set a new password by a reset link; whoever does is signed in',
  access: forAnybody,
  params: z.strictObject({ token: text(200) }),
  body: z.strictObject({ name: text(100).optional(), email: email.optional(), password }),
  answer: sessionAnswer,
});

export const beginSecondFactor = endpoint({
  method: 'post',
  path: '/me/second-factor',
  summary: 'Begin to set up a second factor: the secret for an authenticator',
  access: forHalfSignedIn,
  body: z.strictObject({ password: z.string().max(256).optional() }),
  answer: z.object({ secret: z.string(), uri: z.string().describe('otpauth://, for a QR code.') }),
});

export const confirmSecondFactor = endpoint({
  method: 'post',
  path: '/me/second-factor/confirm',
  summary: 'Turn the second factor on by a first code',
  access: forHalfSignedIn,
  body: z.strictObject({ code }),
  answer: z.object({
    recovery_codes: z.array(z.string()).describe('Each lets them in once; shown this one time.'),
    session: sessionAnswer,
  }),
});

export const removeSecondFactor = endpoint({
  method: 'post',
  path: '/me/second-factor/remove',
  summary: 'Turn the second factor off, where the role does not require one',
  access: forPeople,
  body: z.strictObject({ password: z.string().max(256) }),
  answer: doneAnswer,
});

export const changeMe = endpoint({
  method: 'patch',
  path: '/me',
  summary: 'Change one’s own name, language, time zone or availability',
  access: forPeople,
  body: z.strictObject({
    name: text(100).optional(),
    language: oneOf(['en', 'de']).nullable().optional(),
    time_zone: text(64).nullable().optional(),
    availability: oneOf(availabilities).optional(),
  }),
  answer: meAnswer,
});

export const changePassword = endpoint({
  method: 'post',
  path: '/me/password',
  summary: 'Change one’s own password; every other session ends',
  access: forPeople,
  body: z.strictObject({ current: z.string().max(256), next: password }),
  answer: sessionAnswer,
});

export const listSessions = endpoint({
  method: 'get',
  path: '/me/sessions',
  summary: 'List one’s own sessions',
  access: forPeople,
  answer: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        is_this: z.boolean(),
        agent: z.string().describe('Which browser, in words.'),
        created_at: moment,
        last_seen_at: moment,
      }),
    ),
  }),
});

export const endSession = endpoint({
  method: 'delete',
  path: '/me/sessions/:id',
  summary: 'End one of one’s own sessions',
  access: forPeople,
  params: z.strictObject({ id }),
  answer: doneAnswer,
});

export const listPeople = endpoint({
  method: 'get',
  path: '/people',
  summary: 'List everybody who works here and in one’s own workspaces',
  access: peopleWhoMay('see_people'),
  answer: z.object({ items: z.array(userAnswer) }),
});

export const invitationLineAnswer = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string().nullable(),
  role: z.enum(roles),
  invited_by: z.string().nullable(),
  expires_at: moment,
});

export const listInvitations = endpoint({
  method: 'get',
  path: '/people/invitations',
  summary: 'List invitations that nobody has accepted yet',
  access: peopleWhoMay('manage_people'),
  answer: z.object({ items: z.array(invitationLineAnswer) }),
});

const placement = {
  role: oneOf(roles),
  workspaces: z.array(text(100)).max(100).nullable(),
  teams: z.array(teamName).max(100),
  capacity: z.number().int().min(0).max(1_000),
};

export const invite = endpoint({
  method: 'post',
  path: '/people/invitations',
  summary: 'Invite someone; the answer has the link to give them',
  access: peopleWhoMay('manage_people'),
  body: z.strictObject({
    email,
    name: text(100).optional(),
    role: placement.role,
    workspaces: placement.workspaces.default(null),
    teams: placement.teams.default([]),
    capacity: placement.capacity.default(20),
  }),
  answer: z.object({ invitation: invitationLineAnswer, link: z.string() }),
});

export const withdrawInvitation = endpoint({
  method: 'delete',
  path: '/people/invitations/:id',
  summary: 'Withdraw an invitation',
  access: peopleWhoMay('manage_people'),
  params: z.strictObject({ id }),
  answer: doneAnswer,
});

export const changePerson = endpoint({
  method: 'patch',
  path: '/people/:id',
  summary: 'Say what someone may do, where they work, or that they do not any more',
  access: peopleWhoMay('manage_people'),
  params: z.strictObject({ id }),
  body: z.strictObject({
    role: placement.role.optional(),
    workspaces: placement.workspaces.optional(),
    teams: placement.teams.optional(),
    capacity: placement.capacity.optional(),
    is_disabled: z.boolean().optional(),
  }),
  answer: userAnswer,
});

export const resetPerson = endpoint({
  method: 'post',
  path: '/people/:id/reset',
  summary: 'Make a link by which someone sets a new password and a new second factor; their sessions end',
  access: peopleWhoMay('manage_people'),
  params: z.strictObject({ id }),
  answer: z.object({ link: z.string(), expires_at: moment }),
});
