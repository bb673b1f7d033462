import { type RequestHandler, Router } from 'express';
import type { ParsedDelivery } from '../../channels/channel.js';
import { BodyRoom } from '../body-room.js';
import type { Log } from '../log.js';
import { HttpProblem, onlyMethods } from '../problem.js';
import { counted, type IntakeDeps, takeIn } from './intake.js';
import { occasionally } from './occasionally.js';

/** What the web server needs of Meta's channels; the app passes it in (see `src/channels/meta`). */
export interface MetaSource {
  /** Empty: nobody can subscribe. */
  readonly verifyToken: string;
  /** App secrets of all accounts, now. Each of them may have signed (platforms reference §2.3). */
  readonly secrets: () => readonly string[];
  readonly answerHandshake: (query: Readonly<Record<string, unknown>>, verifyToken: string) => Handshake;
  readonly verifySignature: (body: Buffer, header: string | undefined, secrets: readonly string[]) => boolean;
  readonly parseJson: (
    body: Buffer,
  ) => { readonly ok: true; readonly value: unknown } | { readonly ok: false };
  /** What is unknown in it is skipped, never refused. */
  readonly parseDelivery: (json: unknown, receivedAt: number) => ParsedDelivery;
}

type Handshake = { readonly ok: true; readonly challenge: string } | { readonly ok: false };

export interface MetaWebhookDeps extends IntakeDeps {
  readonly meta: MetaSource;
  readonly log: Log;
  /** Our clock, epoch ms. */
  readonly now: () => number;
}

/** WhatsApp delivers up to 3 MB (§2.5); more than this is nobody we know. */
const bodyLimit = 4 * 1024 * 1024;

/** Of all deliveries that are being read or decided, together. */
const roomForBodies = 128 * 1024 * 1024;

const hintPause = 60_000;

/** `GET|POST /webhooks/meta`, for the objects instagram, page and whatsapp_business_account. */
export function metaWebhook(deps: MetaWebhookDeps): Router {
  const router = Router();
  router
    .route('/webhooks/meta')
    .post(receiveDelivery(deps))
    .get(handshake(deps.meta))
    .all(onlyMethods('GET', 'POST'));
  return router;
}

function handshake(meta: MetaSource): RequestHandler {
  return (request, response) => {
    const answer = meta.answerHandshake(request.query, meta.verifyToken);
    if (!answer.ok) throw new HttpProblem(403, 'wrong_verify_token', 'This is not our verify token.');
    // Plain text that is not to be guessed at: the challenge comes from whoever asks.
    response.set({ 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' });
    response.end(answer.challenge);
  };
}

/** The hot path: one read, one HMAC, one parse, one commit. Nothing is looked at before the signature holds. */
function receiveDelivery(deps: MetaWebhookDeps): RequestHandler {
  const room = new BodyRoom(roomForBodies);
  const hints = createHints(deps);
  return counted('meta', deps, (request, response) =>
    room.read(request, bodyLimit, async (body) => {
      const delivery = openDelivery(body, request.get('x-hub-signature-256'), deps, hints);
      const report = await takeIn(delivery.updates, deps);
      response.status(200).end();
      if (report !== null && report.strangers > 0) hints.stranger();
      for (const { object, field, reason } of delivery.skipped)
        deps.log.debug({ object, field, reason }, 'skipped');
    }),
  );
}

/** @throws {HttpProblem} 401 not signed by one of ours, 400 signed but not JSON */
function openDelivery(
  body: Buffer,
  signature: string | undefined,
  { meta, now }: MetaWebhookDeps,
  hints: Hints,
): ParsedDelivery {
  const secrets = meta.secrets();
  if (secrets.length === 0) hints.noSecret();
  if (!meta.verifySignature(body, signature, secrets)) throw badSignature();
  const json = meta.parseJson(body);
  if (!json.ok) throw malformed();
  return meta.parseDelivery(json.value, now());
}

interface Hints {
  readonly noSecret: () => void;
  readonly stranger: () => void;
}

function createHints({ log, now }: MetaWebhookDeps): Hints {
  const hint = (message: string): (() => void) =>
    occasionally(hintPause, now, () => log.warn({ route: '/webhooks/meta' }, message));
  return {
    noSecret: hint('no account has an app secret, so every delivery of Meta is answered 401: set `secret`'),
    stranger: hint('Meta delivers events of an account that no workspace has'),
  };
}

function badSignature(): HttpProblem {
  return new HttpProblem(401, 'bad_signature', 'The body is not signed by an app that we know.', {
    allowed: ['X-Hub-Signature-256: sha256=<HMAC-SHA256 of the body>'],
  });
}

function malformed(): HttpProblem {
  return new HttpProblem(400, 'malformed_json', 'The body is not JSON, or is nested too deep.');
}
