import type { TriggerHit } from '../trigger-match.js';
import { explainOrder } from '../trigger-order.js';

/** Enough to see an overlap by; a message may hold any number of keywords. */
const mostShown = 5;

/** The other flows that the event would have started, and why each gave way; one line a flow. */
export function describeOthers(winner: TriggerHit, others: readonly TriggerHit[]): readonly string[] {
  const seen = new Set([winner.target.flow]);
  const first = others.filter(({ target: { flow } }) => !seen.has(flow) && seen.add(flow));
  return first
    .slice(0, mostShown)
    .map((hit) => `${hit.target.flow} by ${hit.what}: ${explainOrder(winner, hit)}`);
}
