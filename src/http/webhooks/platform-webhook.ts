import { type RequestHandler, Router } from 'express';
import type { ParsedDelivery } from '../../channels/channel.js';
import type { OpenedDelivery, SigningAccount, Webhook, WebhookName } from '../../channels/webhook.js';
import type { Engine } from '../../engine/engine.js';
import { Overloaded } from '../../engine/overloaded.js';
import { BodyRoom } from '../body-room.js';
import type { Log } from '../log.js';
import { HttpProblem, onlyMethods } from '../problem.js';
import { counted, type IntakeDeps, takeIn } from './intake.js';
import { occasionally } from './occasionally.js';

export interface PlatformWebhookDeps extends IntakeDeps {
  readonly engine: Pick<Engine, 'receive' | 'notice'>;
  /** All that are connected now; the same array as long as none has changed. */
  readonly signingAccounts: () => readonly SigningAccount[];
  readonly log: Log;
  /** Our clock, epoch ms. */
  readonly now: () => number;
}

/** Of all deliveries that are being read or decided, together. */
const roomForBodies = 128 * 1024 * 1024;

const hintPause = 60_000;

/** `/webhooks/<platform>`: POST takes deliveries in, GET answers the platform's question whether we are who we say. */
export function platformWebhooks(webhooks: readonly Webhook[], deps: PlatformWebhookDeps): Router {
  const router = Router();
  const room = new BodyRoom(roomForBodies);
  for (const webhook of webhooks) {
    const { answerChallenge } = webhook;
    const route = router.route(`/webhooks/${webhook.name}${webhook.isPerAccount ? '/:account' : ''}`);
    route.post(receiveDelivery(webhook, room, deps));
    if (answerChallenge !== undefined) route.get(challenge(answerChallenge, deps));
    route.all(answerChallenge === undefined ? onlyMethods('POST') : onlyMethods('GET', 'POST'));
  }
  return router;
}

function challenge(
  answerChallenge: NonNullable<Webhook['answerChallenge']>,
  { signingAccounts }: PlatformWebhookDeps,
): RequestHandler {
  return (request, response) => {
    const answer = answerChallenge({ query: request.query, accounts: signingAccounts() });
    if (!answer.ok) throw new HttpProblem(403, 'wrong_verify_token', 'This is not our verify token.');
    // A type that is not to be guessed at: a part of the answer comes from whoever asks.
    const type = answer.type === 'json' ? 'application/json' : 'text/plain';
    response.set({ 'Content-Type': `${type}; charset=utf-8`, 'X-Content-Type-Options': 'nosniff' });
    response.end(answer.body);
  };
}

/** The hot path: one read, one HMAC, one parse, one commit. Nothing is looked at before the signature holds. */
function receiveDelivery(webhook: Webhook, room: BodyRoom, deps: PlatformWebhookDeps): RequestHandler {
  const hints = createHints(webhook.name, deps);
  return counted(webhook.name, deps, (request, response) =>
    room.read(request, webhook.bodyLimit, async (body) => {
      const opened = webhook.open({
        body,
        header: (name) => request.get(name),
        account: accountIn(request.params),
        accounts: deps.signingAccounts(),
        receivedAt: deps.now(),
      });
      const { updates, notices = [], skipped } = accept(opened, hints);
      const report = await takeIn(updates, deps).catch((error: unknown) => {
        if (error instanceof Overloaded) hints.overloaded();
        throw error;
      });
      deps.engine.notice(notices);
      response.status(200).end();
      if (report !== null && report.strangers > 0) hints.stranger();
      for (const { object, field, reason } of skipped) deps.log.debug({ object, field, reason }, 'skipped');
    }),
  );
}

function accountIn({
  account,
}: Readonly<Record<string, string | readonly string[] | undefined>>): string | null {
  return typeof account === 'string' ? account : null;
}

/** @throws {HttpProblem} 401 not signed by one of ours, 400 signed but not JSON */
function accept(opened: OpenedDelivery, hints: Hints): ParsedDelivery {
  if (opened.ok) return opened.delivery;
  if (opened.reason === 'malformed') throw malformed();
  if (opened.reason === 'no_secret') hints.noSecret();
  throw badSignature();
}

interface Hints {
  readonly noSecret: () => void;
  readonly stranger: () => void;
  readonly overloaded: () => void;
}

function createHints(name: WebhookName, { log, now }: PlatformWebhookDeps): Hints {
  const hint = (message: string): (() => void) =>
    occasionally(hintPause, now, () => log.warn({ route: `/webhooks/${name}` }, message));
  return {
    noSecret: hint('no account has a secret for this, so every delivery is answered 401: set `secret`'),
    overloaded: hint(
      'more is delivered than can be decided: what is too much is answered 503, STOP is taken',
    ),
    stranger: hint('events of an account are delivered that no workspace has'),
  };
}

function badSignature(): HttpProblem {
  return new HttpProblem(401, 'bad_signature', 'The body is not signed by a platform that we know.');
}

function malformed(): HttpProblem {
  return new HttpProblem(400, 'malformed_json', 'The body is not JSON, or is nested too deep.');
}
