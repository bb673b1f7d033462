import type { FlowAction, Template } from '../flow.js';
import type { Draft } from './draft.js';
import { learnLanguage } from './language.js';
import { keepWay } from './split.js';

/** What flows keep about a contact, beyond the run. */
type RememberAction = Extract<
  FlowAction,
  { type: 'setField' | 'addPoints' | 'addTags' | 'removeTags' | 'drawWay' }
>;

/** Far beyond any use, and still a whole number for certain. */
const mostPoints = 1_000_000_000;

export function remember(draft: Draft, action: RememberAction, fill: (text: Template) => string): void {
  switch (action.type) {
    case 'setField': {
      const { field, value } = action.params;
      return setField(draft, field, value && fill(value));
    }
    case 'addPoints':
      return addPoints(draft, action.params.field, action.params.by);
    case 'addTags':
      return addTags(draft, action.params.tags);
    case 'removeTags':
      return removeTags(draft, action.params.tags);
    case 'drawWay':
      return keepWay(draft, action.params.split, action.params.ways);
  }
}

/** Null: the field is forgotten. The language is no field like others: it must be one that the workspace speaks. */
function setField(draft: Draft, field: string, value: string | null): void {
  if (field === 'language') {
    learnLanguage(draft, value ?? '');
    return;
  }
  const { contact } = draft.conversation;
  const others = Object.entries(contact.fields).filter(([name]) => name !== field);
  const kept = value === null ? others : [...others, [field, value] as const];
  draft.change({ contact: { ...contact, fields: Object.fromEntries(kept) } });
}

/** Counts on from what the field says; from nothing where that is no number. */
function addPoints(draft: Draft, field: string, by: number): void {
  const { fields } = draft.conversation.contact;
  const before = Object.hasOwn(fields, field) ? Number(fields[field]) : 0;
  const sum = (Number.isFinite(before) ? before : 0) + by;
  setField(draft, field, String(Math.max(-mostPoints, Math.min(mostPoints, sum))));
}

export function addTags(draft: Draft, tags: readonly string[]): void {
  const { contact } = draft.conversation;
  draft.change({ contact: { ...contact, tags: [...new Set([...contact.tags, ...tags])] } });
}

function removeTags(draft: Draft, tags: readonly string[]): void {
  const { contact } = draft.conversation;
  draft.change({ contact: { ...contact, tags: contact.tags.filter((tag) => !tags.includes(tag)) } });
}
