import type { Draft } from './draft.js';

/** Far beyond any use, and still a whole number for certain. */
const mostPoints = 1_000_000_000;

/** Null: the field is forgotten. */
export function setField(draft: Draft, field: string, value: string | null): void {
  const { contact } = draft.conversation;
  const others = Object.entries(contact.fields).filter(([name]) => name !== field);
  const kept = value === null ? others : [...others, [field, value] as const];
  draft.change({ contact: { ...contact, fields: Object.fromEntries(kept) } });
}

/** Counts on from what the field says; from nothing where that is no number. */
export function addPoints(draft: Draft, field: string, by: number): void {
  const { fields } = draft.conversation.contact;
  const before = Object.hasOwn(fields, field) ? Number(fields[field]) : 0;
  const sum = (Number.isFinite(before) ? before : 0) + by;
  setField(draft, field, String(Math.max(-mostPoints, Math.min(mostPoints, sum))));
}

export function addTags(draft: Draft, tags: readonly string[]): void {
  const { contact } = draft.conversation;
  draft.change({ contact: { ...contact, tags: [...new Set([...contact.tags, ...tags])] } });
}

export function removeTags(draft: Draft, tags: readonly string[]): void {
  const { contact } = draft.conversation;
  draft.change({ contact: { ...contact, tags: contact.tags.filter((tag) => !tags.includes(tag)) } });
}
