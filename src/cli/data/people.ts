import { randomBytes, randomUUID } from 'node:crypto';
import { readConfig } from '../../config.js';
import { type Role, roles } from '../../contract/roles.js';
import { invite, inviteOwner, operator, type Inviting } from '../../inbox/identity/invitations.js';
import type { LinkParts } from '../../inbox/identity/parts.js';
import { resetByEmail } from '../../inbox/identity/people.js';
import { toUser, type User } from '../../inbox/identity/signed-in.js';
import type { Store } from '../../store/store.js';
import { UsageError, type Command, type ExitCode, type Terminal } from '../command.js';
import { parseCall } from '../parse-call.js';
import { withStore } from './with-store.js';

export const peopleListCommand: Command = {
  name: 'people list',
  usage: '',
  summary: 'Lists who may sign in: their address, role, second factor, and when they were last seen.',
  run: async (args, terminal) => {
    parseCall(args, {}, 0);
    return withStore(terminal, async (store) => {
      const users = (await store.listUsers()).map(toUser);
      terminal.print(users.length === 0 ? 'Nobody can sign in yet.' : users.map(describe).join('\n'));
      return 0;
    });
  },
};

function describe({ email, name, role, hasSecondFactor, isDisabled, lastSeenAt }: User): string {
  const facts = [
    role,
    hasSecondFactor ? 'second factor' : 'no second factor',
    ...(isDisabled ? ['disabled'] : []),
    lastSeenAt === null ? 'never seen' : `last seen ${new Date(lastSeenAt).toISOString()}`,
  ];
  return `${email} (${name}): ${facts.join(', ')}`;
}

const inviteOptions = { role: { type: 'string' }, name: { type: 'string' } } as const;

/** For whoever runs the machine: it is how the first owner's link is made again, and how a lost owner is replaced. */
export const peopleInviteCommand: Command = {
  name: 'people invite',
  usage: '[EMAIL --role ROLE [--name NAME]]',
  summary:
    'Prints a link by which somebody comes in, once and within 7 days; without an address, the first owner, where nobody is there yet.',
  run: async (args, terminal) => {
    const { values, positionals } = parseCall(args, inviteOptions, 1);
    const [email] = positionals;
    if (email === undefined) return inviteFirst(terminal);
    if (!/^\S+@\S+$/.test(email)) throw new UsageError(`"${email}" is no e-mail address.`);
    const role = readRole(values.role);
    const wanted = { email: email.toLowerCase(), name: values.name ?? null, role };
    return withStore(terminal, async (store) => {
      const placed = { ...wanted, workspaces: null, teams: [], capacity: 20 };
      return tell(await invite(partsOf(store, terminal), operator, placed), terminal);
    });
  },
};

function readRole(given: string | undefined): Role {
  const role = roles.find((known) => known === given);
  if (role === undefined) throw new UsageError(`--role wants one of ${roles.join(', ')}.`);
  return role;
}

function inviteFirst(terminal: Terminal): Promise<ExitCode> {
  return withStore(terminal, async (store) => {
    const link = await inviteOwner(partsOf(store, terminal));
    if (link === null) throw new UsageError('Somebody is here already. Whom do you invite, and as what?');
    terminal.print(link);
    return 0;
  });
}

export const peopleResetCommand: Command = {
  name: 'people reset',
  usage: 'EMAIL',
  summary:
    'Signs somebody out and prints a link, good for 24 hours, by which they set a new password and second factor.',
  run: async (args, terminal) => {
    const [email] = parseCall(args, {}, 1).positionals;
    if (email === undefined) throw new UsageError('Whose?');
    return withStore(terminal, async (store) => {
      const reset = await resetByEmail(partsOf(store, terminal), email.toLowerCase());
      if (reset === null) throw new UsageError(`Nobody with the address "${email}" may sign in.`);
      return tell(reset, terminal);
    });
  },
};

function tell(result: Inviting, { print, complain }: Terminal): ExitCode {
  if (result.ok) print(result.link);
  else complain('Somebody with this address is here already: see people reset.');
  return result.ok ? 0 : 1;
}

function partsOf(store: Store, { environment }: Terminal): LinkParts {
  const reading = readConfig(environment);
  if (!reading.ok) throw new UsageError(reading.problems.join('\n'));
  const { publicUrl } = reading.config;
  return { store, publicUrl, now: Date.now, newId: randomUUID, random: randomBytes };
}
