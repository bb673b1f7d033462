import { createHash } from 'node:crypto';
import { type RequestHandler, Router } from 'express';
import type { AccountNotice } from '../../channels/channel.js';
import type { OpenedUserRequest, SigningAccount, Webhook } from '../../channels/webhook.js';
import type { Store } from '../../store/store.js';
import { BodyRoom } from '../body-room.js';
import { HttpProblem, onlyMethods } from '../problem.js';
import { counted } from './intake.js';
import type { PlatformWebhookDeps } from './platform-webhook.js';

export interface UserRequestDeps extends PlatformWebhookDeps {
  readonly store: Pick<
    Store,
    'readContact' | 'erase' | 'readDeletionRequest' | 'requestDeletion' | 'finishDeletion'
  >;
  /** Where the server is reached from outside. */
  readonly publicUrl: string;
}

type UserRequest = Extract<OpenedUserRequest, { ok: true }>;
type OpenUserRequest = NonNullable<Webhook['openUserRequest']>;

/** One field with an id, a moment and a signature in it. */
const bodyLimit = 16 * 1024;
const roomForBodies = 64 * bodyLimit;

/**
 * What a platform passes on for its users. `/webhooks/<platform>/data-deletion`: they want what we know of them deleted;
 * answered with the address at which they can see what became of it. `/webhooks/<platform>/deauthorize`: they have
 * removed the app, which may be how an account was connected.
 *
 * Source: Meta, "Data deletion request callback" (platforms reference §12).
 */
export function userRequests(webhooks: readonly Webhook[], deps: UserRequestDeps): Router {
  const router = Router();
  const room = new BodyRoom(roomForBodies);
  for (const { name, openUserRequest: open } of webhooks) {
    if (open === undefined) continue;
    const take = (use: (request: UserRequest) => Promise<object>): RequestHandler =>
      counted(name, deps, (request, response) =>
        room.read(request, bodyLimit, async (body) => {
          response.json(await use(accept(open, body, deps)));
        }),
      );
    const serve = (path: string, use: (request: UserRequest) => Promise<object>): void => {
      router.route(`/webhooks/${name}/${path}`).post(take(use)).all(onlyMethods('POST'));
    };
    serve('data-deletion', (request) => takeDeletion(request, deps));
    serve('deauthorize', (request) => takeDeauthorization(request, deps));
  }
  return router;
}

/** @throws {HttpProblem} 401 not signed by one of ours, or too long ago; 400 signed, but nothing to be understood */
function accept(open: OpenUserRequest, body: Buffer, { signingAccounts, now }: UserRequestDeps): UserRequest {
  const opened = open({ body, accounts: signingAccounts(), receivedAt: now() });
  if (opened.ok) return opened;
  if (opened.reason === 'malformed') {
    throw new HttpProblem(400, 'malformed_request', 'The form has no signed request that can be read.');
  }
  throw new HttpProblem(
    401,
    'bad_signature',
    'The request is not signed by a platform that we know, or not now.',
  );
}

/**
 * Erases every contact that has this id. What the app calls somebody is mostly not what their chats call them: then it is
 * left to the operator, who can find out. The code comes of the signature, so that the same request has the same one
 * however often it is sent, and nobody can guess it.
 */
async function takeDeletion(
  { userId, proof, accounts }: UserRequest,
  deps: UserRequestDeps,
): Promise<object> {
  const { store, publicUrl, log, now } = deps;
  const code = createHash('sha256').update(`deletion:${proof}`).digest('hex').slice(0, 32);
  const known = await store.readDeletionRequest(code);
  if (known === null || known.doneAt === null) {
    const contacts = await eraseAll(userId, accounts, deps);
    const workspace = onlyWorkspace(accounts);
    await record(store, { code, workspace, userId, contacts, now: now() });
    log.warn({ workspace, requestId: code, count: contacts }, 'somebody wants to be deleted');
  }
  return { url: `${publicUrl.replace(/\/+$/, '')}/deletion?code=${code}`, confirmation_code: code };
}

async function eraseAll(
  userId: string,
  accounts: readonly SigningAccount[],
  { store, now }: UserRequestDeps,
): Promise<number> {
  let erased = 0;
  for (const { workspace, name } of accounts) {
    const contact = await store.readContact(`${name}/${userId}`);
    if (contact?.workspace !== workspace) continue;
    if ((await store.erase(contact.id, now())) !== null) erased++;
  }
  return erased;
}

interface Outcome {
  readonly code: string;
  readonly workspace: string | null;
  readonly userId: string;
  readonly contacts: number;
  readonly now: number;
}

/** What is done needs no name any more. One that is recorded already stays, and is done where this try found somebody. */
async function record(
  store: UserRequestDeps['store'],
  { code, workspace, userId, contacts, now }: Outcome,
): Promise<void> {
  const isDone = contacts > 0;
  const state = isDone ? { userId: null, doneAt: now } : { userId, doneAt: null };
  const isNew = await store.requestDeletion({ code, workspace, requestedAt: now, contacts, ...state });
  if (!isNew && isDone) await store.finishDeletion(code, contacts, now);
}

/** Null: several can be meant, or none. */
function onlyWorkspace(accounts: readonly SigningAccount[]): string | null {
  const [workspace, ...others] = new Set(accounts.map((account) => account.workspace));
  return workspace === undefined || others.length > 0 ? null : workspace;
}

/**
 * Whoever removed the app may be a stranger who once logged in by it, or the person by whom an account was connected: the
 * id does not tell. The operator is told of every account of the app; one that has lost its access is stopped by the
 * answer to its next send.
 */
async function takeDeauthorization(
  { accounts }: UserRequest,
  { engine, now }: UserRequestDeps,
): Promise<object> {
  const explanation =
    'Somebody has removed the app from their account; if it was connected by them, connect it again.';
  const about = { kind: 'account_changed', explanation, occurredAt: now() } as const;
  engine.notice(accounts.map(({ channel, id }): AccountNotice => ({ channel, accountId: id, ...about })));
  return Promise.resolve({});
}
