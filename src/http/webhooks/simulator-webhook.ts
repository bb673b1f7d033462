import { type RequestHandler, Router } from 'express';
import type { ParsedUpdate } from '../../channels/channel.js';
import { HttpProblem, onlyMethods } from '../problem.js';
import { readJson } from '../read-json.js';
import { onlySameOrigin } from '../simulator/same-origin.js';
import { counted, type IntakeDeps, takeIn } from './intake.js';

/** Makes an event of what the page sent, or says of each field what is wrong with it; an empty field is the whole. */
export type ParseSaying = (
  body: unknown,
  receivedAt: number,
) =>
  | { readonly ok: true; readonly update: ParsedUpdate }
  | {
      readonly ok: false;
      readonly problems: readonly { readonly field: string; readonly message: string }[];
    };

export interface SimulatorWebhookDeps extends IntakeDeps {
  readonly simulator: { readonly parse: ParseSaying };
  /** Our clock, epoch ms. */
  readonly now: () => number;
}

/** A text of 20,000 characters, however they are escaped. */
const bodyLimit = 256 * 1024;

/** `POST /webhooks/simulator`: what someone does who tries the flows out. */
export function simulatorWebhook(deps: SimulatorWebhookDeps): Router {
  const router = Router();
  router.route('/webhooks/simulator').post(onlySameOrigin, receiveSaying(deps)).all(onlyMethods('POST'));
  return router;
}

function receiveSaying(deps: SimulatorWebhookDeps): RequestHandler {
  return counted('simulator', deps, async (request, response) => {
    const saying = deps.simulator.parse(await readJson(request, bodyLimit), deps.now());
    if (!saying.ok) throw new HttpProblem(400, 'invalid_body', describe(saying.problems));
    await takeIn([saying.update], deps);
    response.json({ ok: true });
  });
}

function describe(problems: readonly { readonly field: string; readonly message: string }[]): string {
  return problems.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`)).join('; ');
}
