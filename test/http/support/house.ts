import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import { createMetaWebhook } from '../../../src/channels/meta/webhook.js';
import { parseSaying } from '../../../src/channels/simulator/parse.js';
import { createHttpApp, type HttpDeps } from '../../../src/http/http-app.js';
import { createMetrics } from '../../../src/http/metrics.js';
import type { Identity } from '../../../src/inbox/identity/identity.js';
import { Gossip } from '../../../src/inbox/live/gossip.js';
import { Live } from '../../../src/inbox/live/live.js';
import { nobodyElse } from '../../../src/inbox/live/whispers.js';
import { Presence } from '../../../src/inbox/presence/presence.js';
import { createLogger } from '../../../src/logger.js';
import { FakeEngine } from './fake-engine.js';
import { identityKnowing, without } from './fake-identity.js';
import { FakeStore } from './fake-store.js';
import { noon } from './people.js';

export const apiToken = 'token-of-the-machine-api';
export const verifyToken = 'token-of-the-handshake';
export const appSecret = 'secret-of-the-app';
export const olderSecret = 'secret-that-is-being-replaced';
export const publicUrl = 'https://studio.example';
export const pageFolder = fileURLToPath(new URL('page', import.meta.url));

export interface House {
  readonly app: Express;
  readonly engine: FakeEngine;
  readonly store: FakeStore;
  /** Ends the streams, as a stop of the server does. */
  readonly closing: AbortController;
  /** When somebody was last seen, by user. */
  readonly seen: ReadonlyMap<string, number>;
  readonly logged: () => string;
}

/** The HTTP room with the real channels, metrics and log, on an engine and a store that the test looks into. */
export function createHouse(change: Partial<HttpDeps> = {}): House {
  const engine = new FakeEngine();
  const store = new FakeStore();
  const closing = new AbortController();
  let logged = '';
  const figures = {
    queuedMessages: 2,
    unknownMessages: 1,
    openHandoffs: 3,
    lateHandoffs: 2,
    unassignedHandoffs: 1,
    waitingEvents: 0,
    dueTimers: 4,
    waitingPrivateReplies: 5,
    expiredPrivateReplies24h: 6,
  };
  const log = createLogger('debug', { write: (line) => void (logged += line) });
  const identity: Identity = change.identity ?? identityKnowing(() => Promise.resolve(null));
  const seen = new Map<string, number>();
  const inbox = createInbox({ engine, store, identity, log }, seen, closing.signal);
  const app = createHttpApp({
    ...inbox,
    engine,
    store,
    staff: without({}),
    trustedProxies: 0,
    webhooks: [createMetaWebhook(verifyToken)],
    ...signedWith(appSecret, olderSecret),
    simulator: { parse: parseSaying, workspace: 'studio', account: 'simulator' },
    pageFolder,
    identity,
    apiToken,
    publicUrl,
    metrics: createMetrics(
      () => Promise.resolve(figures),
      undefined,
      () => inbox.live.listening,
    ),
    log,
    now: () => noon,
    findWorkspace: () => undefined,
    newId: randomUUID,
    newToken: () => randomBytes(32).toString('base64url'),
    closing: closing.signal,
    ...change,
  });
  return { app, engine, store, closing, seen, logged: () => logged };
}

function createInbox(
  { store, ...parts }: Pick<HttpDeps, 'identity' | 'log'> & Pick<House, 'engine' | 'store'>,
  seen: Map<string, number>,
  closing: AbortSignal,
): { readonly live: Live; readonly presence: Presence } {
  const gossip = new Gossip(nobodyElse);
  const presence = new Presence({ gossip, now: () => noon });
  const people = {
    workspaceOf: (id: string) => store.workspaceOf(id),
    sawUser: (id: string, now: number) => {
      seen.set(id, now);
      return Promise.resolve();
    },
  };
  const live = new Live({ ...parts, store: people, presence, gossip, now: () => noon, newId: randomUUID });
  closing.addEventListener('abort', () => live.close());
  return { live, presence };
}

/** One account of Instagram whose app has these secrets. */
export function signedWith(...secrets: readonly string[]): Pick<HttpDeps, 'signingAccounts'> {
  const account = {
    workspace: 'studio',
    channel: 'instagram',
    name: 'ig',
    id: '17841400000000001',
    secrets,
  } as const;
  const accounts = [account];
  return { signingAccounts: () => accounts };
}

/** Signs a body as Meta does: over its bytes, with the app's secret. */
export function sign(body: string | Buffer, secret = appSecret): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** A delivery in which each text is a message of a follower of its own. */
export function deliveryOf(...texts: readonly string[]): string {
  const messaging = texts.map((text, index) => ({
    sender: { id: `follower-${index}` },
    recipient: { id: '17841400000000001' },
    timestamp: noon - 1_000,
    message: { mid: `mid-${index}`, text },
  }));
  return JSON.stringify({ object: 'instagram', entry: [{ id: '17841400000000001', time: noon, messaging }] });
}
