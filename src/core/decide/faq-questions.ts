import { dayAt } from '../answers/date-bound.js';
import type { FaqEntry, FaqVerdict } from '../faq.js';
import type { Draft } from './draft.js';

/** A question that is meant, whether it was recognised or picked. */
export interface AskedQuestion {
  readonly entry: FaqEntry;
  /** That of the question; empty: unknown. */
  readonly language: string;
}

/** The questions that a text may be; null: there is nothing to ask, or nothing that could be answered. */
export function consultFaq(draft: Draft, text: string): FaqVerdict | null {
  const { entries, matcher } = draft.workspace.faq;
  if (entries.size === 0 || text === '') return null;
  return matcher.match(text, (id) => findOffered(draft, id) !== null);
}

/** The question that a verdict is sure of. */
export function sureOf(draft: Draft, verdict: FaqVerdict): AskedQuestion | null {
  const best = verdict.kind === 'answer' ? verdict.candidates[0] : undefined;
  const entry = best === undefined ? null : findOffered(draft, best.entry);
  return best === undefined || entry === null ? null : { entry, language: best.language };
}

/** Names the nearest questions and how near they are: 0 nothing in common, 1 the very words. No word of the contact's. */
export function explainVerdict({ kind, candidates, threshold }: FaqVerdict): string {
  const scores = candidates.map(({ entry, score }) => `${entry} ${score.toFixed(2)}`).join(', ');
  return `faq ${kind}: ${scores === '' ? 'nothing alike' : scores} (sure from ${threshold.toFixed(2)})`;
}

/** The entry, if it is answered here and now: on this channel, on this day by the workspace's clock. */
export function findOffered({ conversation, workspace, now }: Draft, id: string): FaqEntry | null {
  const entry = workspace.faq.entries.get(id);
  if (entry === undefined) return null;
  const { from, until, channels } = entry;
  if (channels !== null && !channels.includes(conversation.channel)) return null;
  if (from === null && until === null) return entry;
  const today = dayAt(now, workspace.timezone);
  return (from === null || from <= today) && (until === null || today <= until) ? entry : null;
}
