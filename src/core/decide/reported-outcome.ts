import type { OutcomeReported } from '../engine-event.js';
import type { Draft } from './draft.js';
import { noteOutcome } from './follow-ups.js';

export function decideOutcomeReport(
  draft: Draft,
  { outcome, source, value, currency }: OutcomeReported,
): void {
  recordReportedOutcome(draft, outcome, { kind: 'outside', name: source }, { value, currency });
}

/** An outcome that no flow has reached, but a person, or another system. */
export function recordReportedOutcome(
  draft: Draft,
  name: string,
  source: { readonly kind: 'person' | 'outside'; readonly name: string },
  worth: { readonly value: number | null; readonly currency: string | null } = {
    value: null,
    currency: null,
  },
): void {
  const id = `${draft.event.id}.outcome`;
  draft.ask({ kind: 'recordOutcome', outcome: { id, name, at: draft.now, source, runId: null, ...worth } });
  noteOutcome(draft, name);
}
