import type { z } from 'zod';
import type { deedAnswer } from '../../contract/deeds.js';
import type { ActionResult } from '../../engine/engine.js';
import { HttpProblem } from '../problem.js';

const statuses: Readonly<Record<Extract<ActionResult, { ok: false }>['reason'], number>> = {
  not_found: 404,
  stopped: 409,
  window_closed: 409,
  no_open_handoff: 409,
  unknown_flow: 422,
  unknown_purpose: 422,
};

/** Turns the engine's answer into ours. @throws {HttpProblem} where the deed was not possible */
export async function answerDeed(deed: Promise<ActionResult>): Promise<z.input<typeof deedAnswer>> {
  const result = await deed;
  if (!result.ok) throw new HttpProblem(statuses[result.reason], result.reason, result.message);
  return { event_id: result.eventId };
}
