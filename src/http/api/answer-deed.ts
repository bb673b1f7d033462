import type { z } from 'zod';
import type { deedAnswer } from '../../contract/deeds.js';
import type { ActionResult, RefusedBecause, RefusedDeed } from '../../engine/deeds.js';
import { HttpProblem } from '../problem.js';

const statuses: Readonly<Record<RefusedBecause, number>> = {
  not_found: 404,
  stopped: 409,
  window_closed: 409,
  unreachable: 409,
  blocked: 409,
  no_consent: 409,
  no_open_handoff: 409,
  story_moved_on: 409,
  no_room: 409,
  not_mergeable: 409,
  nothing_to_say: 422,
  too_many_words: 422,
  channel_cannot: 422,
  unknown_flow: 422,
  unknown_step: 422,
  unknown_team: 422,
  unknown_template: 422,
  unknown_purpose: 422,
};

/** Turns the engine's answer into ours. @throws {HttpProblem} where the deed was not possible */
export async function answerDeed(deed: Promise<ActionResult>): Promise<z.input<typeof deedAnswer>> {
  const result = await deed;
  return result.ok ? { event_id: result.eventId } : refuse(result);
}

/** @throws {HttpProblem} in the engine's own words */
export function refuse({ reason, message }: RefusedDeed): never {
  throw new HttpProblem(statuses[reason], reason, message);
}
