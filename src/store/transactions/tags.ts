import type { Thread } from './thread.js';
import { scopeOf } from './new-rows.js';

/** Whether it takes other rows to say which tags a contact has. */
export function tagsDiffer(before: readonly string[], after: readonly string[]): boolean {
  if (before === after) return false;
  const [old, now] = [new Set(before), new Set(after)];
  return old.size !== now.size || [...old].some((tag) => !now.has(tag));
}

/** A contact's tags, a row each. */
export function tagRows(thread: Thread) {
  return [...new Set(thread.state.contact.tags)].map((tag) => ({ ...scopeOf(thread), tag }));
}
