import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Access } from '../../../src/contract/endpoint.js';
import { mayDo, type Role, roles } from '../../../src/contract/roles.js';
import { routeTable } from '../../../src/http/api/route-table.js';
import { type HttpServer, startHttpServer } from '../../../src/http/http-server.js';
import { createIdentity } from '../../../src/inbox/identity/create-identity.js';
import { Passwords } from '../../../src/inbox/identity/passwords.js';
import { createSecretSeal } from '../../../src/inbox/identity/secret-seal.js';
import { hashToken } from '../../../src/inbox/identity/secret-token.js';
import { SignInLimits } from '../../../src/inbox/identity/sign-in-limits.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import type { Store } from '../../../src/store/store.js';
import { letIn, staffUser } from '../../store/contract/staff.js';
import { applyOne, doing, noon, writes } from '../../store/contract/world.js';
import { apiToken, createHouse, publicUrl } from '../support/house.js';
import { sampleOf } from '../support/sample-of.js';

type AnyRoute = (typeof routeTable)[number];
type Asker = Role | 'nobody' | 'half signed in' | 'program';

const askers: readonly Asker[] = [...roles, 'nobody', 'half signed in', 'program'];

/** What is answered at the door alone. */
const atTheDoor = ['sign_in_first', 'unauthorized', 'not_allowed', 'for_people'];

const passwords = new Passwords({ memoryCost: 8, timeCost: 1, parallelism: 1 });
let store: Store;
let server: HttpServer;
let folder: string;
/** By the first part of a path, what its ids are, in the workspace of all who ask, and in the one that none of them sees. */
let ids: Readonly<Record<string, { readonly own: string; readonly foreign: string }>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heyword-matrix-'));
  store = openSqliteStore({ path: join(folder, 'heyword.db'), newId: randomUUID });
  const passwordHash = await passwords.hash('a password of theirs');
  for (const role of roles) await letIn(store, staffUser(role, { role, passwordHash, workspaces: ['nord'] }));
  await letIn(store, staffUser('colleague', { role: 'viewer', workspaces: ['nord'] }));
  await letIn(store, staffUser('stranger-of-sued', { role: 'viewer', workspaces: ['sued'], teams: [] }));
  const [own, foreign] = [await openChat('nord'), await openChat('sued')];
  ids = {
    conversations: { own: own.conversation, foreign: foreign.conversation },
    contacts: { own: own.contact, foreign: foreign.contact },
    handoffs: { own: 'handoff-nord', foreign: 'handoff-sued' },
    queue: { own: 'handoff-nord', foreign: 'handoff-sued' },
    people: { own: 'colleague', foreign: 'stranger-of-sued' },
    'people/invitations': { own: 'unknown', foreign: await inviteToSued() },
    'me/sessions': { own: 'unknown', foreign: 'session of stranger-of-sued' },
    replies: { own: 'unknown', foreign: await saveForSued() },
    views: { own: 'unknown', foreign: await saveViewOfStranger() },
  };
  server = await serve();
});

afterAll(async () => {
  await server.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openChat(workspace: string) {
  const handoff = {
    ...{ id: `handoff-${workspace}`, team: null, reason: 'flow' as const, note: `of ${workspace}` },
    ...{ openedAt: noon, firstReplyDueAt: null, resolveDueAt: null },
  } as const;
  const { conversationId } = await applyOne(
    store,
    writes(`canary of ${workspace}`, {
      workspace,
      account: `${workspace}_ig`,
      contact: `fan-of-${workspace}`,
    }),
    doing({ kind: 'openHandoff', handoff }),
  );
  const conversation = await store.readConversation(conversationId);
  return { conversation: conversationId, contact: conversation!.contact.id };
}

async function inviteToSued(): Promise<string> {
  const places = {
    role: 'viewer',
    workspaces: ['sued'],
    teams: [],
    capacity: 1,
    userId: null,
    invitedBy: null,
  };
  const times = { createdAt: noon, expiresAt: Number.MAX_SAFE_INTEGER };
  const invitation = { id: 'to-sued', tokenHash: 'none', email: 'x@sued.example', name: null } as const;
  await store.addInvitation({ ...places, ...times, ...invitation, kind: 'invitation' });
  return invitation.id;
}

async function saveForSued(): Promise<string> {
  const owner = { ownerId: 'stranger-of-sued', workspace: 'sued', isShared: true, updatedAt: noon };
  await store.saveReply({ ...owner, id: 'reply-of-sued', shortcut: 'sued', text: 'canary of sued' });
  return 'reply-of-sued';
}

async function saveViewOfStranger(): Promise<string> {
  const view = { name: 'sued', view: 'all', sort: 'urgency', filters: {}, isShared: false, updatedAt: noon };
  await store.saveView({ ...view, id: 'view-of-sued', ownerId: 'stranger-of-sued' });
  return 'view-of-sued';
}

async function serve(): Promise<HttpServer> {
  const identity = createIdentity({
    store,
    passwords,
    limits: new SignInLimits(() => Promise.resolve()),
    seal: createSecretSeal(null, randomBytes),
    ...{ now: () => noon, newId: randomUUID, random: randomBytes, publicUrl },
  });
  const house = createHouse({ identity, staff: store, store });
  house.engine.workspaces = ['nord', 'sued'].map((name) => ({
    ...{ name, brand: `Brand of ${name}`, accounts: [], topics: [], outcomes: [] },
    teams: [{ name: 'sales', title: `Sales of ${name}` }],
  }));
  house.engine.accountList = [
    { workspace: 'nord', name: 'nord_ig', channel: 'instagram' },
    { workspace: 'sued', name: 'sued_ig', channel: 'instagram' },
  ];
  return startHttpServer(house.app, { host: '127.0.0.1', port: 0 });
}

/** How somebody shows who they are; each time by a session of its own, since some requests end it. */
async function shownBy(asker: Asker): Promise<Record<string, string>> {
  if (asker === 'nobody') return {};
  if (asker === 'program') return { authorization: `Bearer ${apiToken}` };
  const secret = randomUUID();
  const isHalf = asker === 'half signed in';
  await store.beginSession(
    {
      ...{ id: secret, secretHash: hashToken(secret), userId: isHalf ? 'owner' : asker },
      standing: isHalf ? 'code_needed' : 'signed_in',
      ...{ userAgent: '', createdAt: noon, lastSeenAt: noon, expiresAt: noon + 1_000 },
    },
    null,
  );
  return { cookie: `__Host-heyword=${secret}` };
}

/** Null: they come in. */
function refusalAtTheDoor(access: Access, asker: Asker): 401 | 403 | null {
  if (access.who === 'anybody') return null;
  if (asker === 'nobody') return 401;
  if (asker === 'half signed in') return access.who === 'half_signed_in' ? null : 401;
  return isFor(access, asker) ? null : 403;
}

function isFor(access: Access, asker: Role | 'program'): boolean {
  if (access.who === 'programs') return asker === 'program';
  if (access.who !== 'allowed') return asker !== 'program';
  return asker === 'program' ? access.programs : mayDo(asker, access.to);
}

interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly text: string;
}

async function ask(route: AnyRoute, asker: Asker, whose: 'own' | 'foreign'): Promise<Answer> {
  const stop = new AbortController();
  const body = route.body === null ? ('takesFile' in route ? 'bytes' : undefined) : bodyOf(route);
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1${addressOf(route, whose)}`, {
    method: route.method.toUpperCase(),
    signal: stop.signal,
    headers: { 'content-type': 'application/json', ...(await shownBy(asker)) },
    ...(body !== undefined && { body }),
  });
  // What never ends is not waited for.
  const isEndless = 'listen' in route && answer.ok;
  const text = isEndless ? '' : await answer.text();
  if (isEndless) stop.abort();
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  const code = isJson ? (JSON.parse(text) as { error?: { code: string } }).error?.code : undefined;
  return { status: answer.status, code, text };
}

function bodyOf({ body }: AnyRoute): string {
  return JSON.stringify(sampleOf(body!));
}

function addressOf({ path, query }: AnyRoute, whose: 'own' | 'foreign'): string {
  const place = idsOf(path)?.[whose] ?? 'unknown';
  const named = path.replace(/:id/, encodeURIComponent(place)).replaceAll(/:\w+/g, '1');
  const asked = sampleOf(query) as Record<string, unknown>;
  const words = Object.entries(asked).map(([key, value]): [string, string] => [key, String(value)]);
  return words.length === 0 ? named : `${named}?${new URLSearchParams(words).toString()}`;
}

function idsOf(path: string) {
  const [before, after] = path.split('/:id');
  return after === undefined ? undefined : ids[(before ?? '').slice(1)];
}

const cases = routeTable.map((route) => [`${route.method} ${route.path}`, route] as const);

describe('every address', () => {
  it('is there: the matrix has them all', () => {
    expect(cases.length).toBeGreaterThan(40);
    for (const { path } of routeTable) {
      if (path.includes('/:id')) expect(Object.keys(ids), path).toContain(path.split('/:id')[0]!.slice(1));
    }
  });

  it.each(cases)('%s lets in whom it is for, and nobody else', async (_name, route) => {
    for (const asker of askers) {
      const refusal = refusalAtTheDoor(route.access, asker);
      const { status, code } = await ask(route, asker, 'own');
      const seen = { asker, isAtTheDoor: atTheDoor.includes(code ?? ''), status };
      expect(seen).toEqual({ asker, isAtTheDoor: refusal !== null, status: refusal ?? status });
      expect(status, asker).toBeLessThan(500);
    }
  });
});

describe('what belongs to a workspace that somebody does not see', () => {
  const withIds = cases.filter(([, { path }]) => path.includes('/:id'));

  it.each(withIds)('is not there: %s', async (_name, route) => {
    for (const asker of roles.filter((role) => refusalAtTheDoor(route.access, role) === null)) {
      const { status, code } = await ask(route, asker, 'foreign');
      expect({ asker, status, code }).toEqual({ asker, status: 404, code: 'not_found' });
    }
  });

  it.each(cases.filter(([, { method }]) => method === 'get'))('is not shown: %s', async (_name, route) => {
    for (const asker of roles.filter((role) => refusalAtTheDoor(route.access, role) === null)) {
      expect((await ask(route, asker, 'own')).text).not.toMatch(/sued/);
    }
  });
});
