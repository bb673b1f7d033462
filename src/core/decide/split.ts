import { drawWay, type WeightedWay } from '../draw-way.js';
import type { Draft } from './draft.js';

/** Who has a way keeps it, whatever becomes of the weights; who has none, or one that is gone, gets one. */
export function keepWay(draft: Draft, split: string, ways: readonly WeightedWay[]): void {
  const { contact } = draft.conversation;
  const splits = contact.splits ?? {};
  const kept = Object.hasOwn(splits, split) ? splits[split] : undefined;
  if (ways.some(({ name }) => name === kept)) {
    draft.note('split', `${split}: ${kept ?? ''}, as before`);
    return;
  }
  const way = drawWay(contact.id, split, ways);
  if (way === null) return;
  draft.change({ contact: { ...contact, splits: { ...splits, [split]: way } } });
  draft.note('split', `${split}: ${way}, drawn`);
}
