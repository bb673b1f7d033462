import { z } from 'zod';
import type { ActionResult } from '../../engine/engine.js';
import { HttpProblem } from '../problem.js';

/** What is answered to a deed that was done: the event that it has become. */
export const deedAnswer = z
  .object({ event_id: z.string().describe('The event that it became; the story’s trace names it.') })
  .meta({ id: 'Deed' });

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
