import type { Template } from '../flow.js';
import { hashText } from '../hash-text.js';
import type { Draft } from './draft.js';

/** Steps whose count is kept of one contact; of one that is dropped the round begins anew. */
const mostCounts = 100;

/**
 * The variant that is due. They go round, so that a contact hears each of a step's variants once before any comes again;
 * how far the round is, is counted on the conversation. Where the round begins differs by contact: by a hash of the
 * conversation's id, so that the first variant is not the only one that most contacts ever see.
 *
 * @param step Names the step and its flow.
 */
export function chooseVariant(draft: Draft, step: string, variants: readonly Template[]): Template {
  const { id, heard = {} } = draft.conversation;
  const count = Object.hasOwn(heard, step) ? (heard[step] ?? 0) : 0;
  const { [step]: _, ...others } = heard;
  const kept = Object.entries(others).slice(1 - mostCounts);
  draft.change({ heard: Object.fromEntries([...kept, [step, count + 1]]) });
  return variants[(hashText(id) + count) % variants.length] ?? [];
}
