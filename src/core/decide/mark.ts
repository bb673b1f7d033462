import type { Draft } from './draft.js';
import { openQuestion } from './run-state.js';

/** A mark that is given where people's work is asked about is their handoff's, whatever the flow does with it. */
export function noteMark(draft: Draft, value: string): void {
  const open = openQuestion(draft);
  const handoffId = open?.run.rates;
  if (handoffId === undefined || open?.question.kind?.kind !== 'rating') return;
  draft.ask({ kind: 'rateHandoff', handoffId, rating: Number(value) });
  draft.note('rating', value);
}
